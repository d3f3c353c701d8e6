/** An input that cannot be used; the message says why, to be read in brackets behind what was given. */
export class UnusableInputError extends Error {}
