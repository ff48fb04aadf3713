/** The command that a script asks at a TAB after `--rep`: who the reps are changes from week to week. */
export const KNOWN_REPS = 'known-reps'
