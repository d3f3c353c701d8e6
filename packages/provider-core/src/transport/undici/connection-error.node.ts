/** How far a request had come when its connection failed. */
export type ConnectionStage =
  /** Nothing of it was written. */
  | 'unsent'
  /** It was written to a connection kept open from an earlier answer, which closed at once and without a byte. */
  | 'stale'
  /** It was written, wholly or in part. */
  | 'sent';

/** A connection that failed; what undici or the system said of it is the `cause`. */
export class ConnectionError extends Error {
  readonly stage: ConnectionStage;

  constructor(stage: ConnectionStage, cause: unknown) {
    super('The connection failed.', { cause });
    this.stage = stage;
  }
}
