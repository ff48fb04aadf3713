/** Who is spoken to about a deal. */
export interface Spoken {
  /** Its own contact: whom the last activity on it was with, else its contact role or column. */
  readonly speakTo: string | undefined
  /** With whom there was a conversation about it on the day of its last activity. */
  readonly lastSpokenTo: string | undefined
  /** Whether there was any on that day; undefined where the exports hold no activity of it. */
  readonly hasSpoken: boolean | undefined
}
