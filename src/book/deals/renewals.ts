/** A renewal is spoken about, and worked on, from so many days before its close. */
export const RENEWAL_DAYS = 90
