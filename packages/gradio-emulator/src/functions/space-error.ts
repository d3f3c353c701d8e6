/** How a `SpaceError` is shown. */
export interface SpaceErrorOptions {
  /** Heading of the message. Default `Error`. */
  readonly title?: string;
  /** Seconds the message stays visible, null for ever. Default 10. */
  readonly durationSeconds?: number | null;
  /** Whether a user interface shows it. Default true. */
  readonly visible?: boolean;
  readonly cause?: unknown;
}

/** An error whose message is meant for the caller, as Python's `gr.Error`. */
export class SpaceError extends Error {
  override readonly name = 'SpaceError';
  readonly title: string;
  readonly durationSeconds: number | null;
  readonly visible: boolean;

  constructor(message: string, options: SpaceErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.title = options.title ?? 'Error';
    this.durationSeconds = options.durationSeconds === undefined ? 10 : options.durationSeconds;
    this.visible = options.visible ?? true;
  }
}
