/** An answer that is no HTTP, or none that can be read; the message says with what it was answered. */
export class UnreadableAnswerError extends Error {}
