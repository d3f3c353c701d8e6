/** What one release of Gradio does differently from others, as data. */
export interface GradioVersion {
  /** The `version` of `/config`. */
  readonly version: string;
  /** Path before every API route; empty on 4.x. */
  readonly apiPrefix: string;
  /** Text of the error for a session the server does not know. */
  readonly unknownSession: string;
  /** Pause between two progress messages of one job, milliseconds; updates in between overwrite each other. */
  readonly progressMs: number;
  /** Pause between two heartbeats of a stream, milliseconds. */
  readonly heartbeatMs: number;
  /** Sessions kept at once; one more evicts the oldest. */
  readonly maximumSessions: number;
  /** Whether a file URL is built by cutting the length of `/queue/join` off the request URL, whatever that URL is. */
  readonly cutsRootByQueueJoin: boolean;
  /** Whether a server error shows the Python traceback instead of `Internal Server Error`. */
  readonly showsTraceback: boolean;
}

/** Gradio 5.3.0, measured on a real server. */
export const gradio53: GradioVersion = {
  version: '5.3.0',
  apiPrefix: '/gradio_api',
  unknownSession: '404: Session not found.',
  progressMs: 100,
  heartbeatMs: 15_000,
  maximumSessions: 2000,
  cutsRootByQueueJoin: true,
  showsTraceback: true,
};
