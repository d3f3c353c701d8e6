/** What programs that do not know hypotez look for in a picture; texts that every format can hold, see `escapeText`. */
export interface StandardEntries {
  /** The prompt, as the picture's description. */
  readonly description: string;
  /** The model, as the system that painted it. */
  readonly system: string;
  /** Name and version of this program. */
  readonly software: string;
}
