import type { PythonFloat, PythonValue } from './python-value.ts';

/** One bar of a progress message; every member may be null. */
export type ProgressUnit = Readonly<{
  index: number | null;
  length: number | null;
  unit: string | null;
  progress: PythonFloat | null;
  desc: string | null;
}>;

/** The `output` of a message: `{ data, … }`, `{ error, … }`, or empty after a cancel. */
export type MessageOutput = Readonly<Record<string, PythonValue>>;

/**
 * What the server puts on a stream, told apart by `msg`, with everything that any release says.
 *
 * The order of the members is their order on the wire.
 */
export type ServerMessage =
  | Readonly<{ msg: 'estimation'; event_id: string; rank: number; queue_size: number; rank_eta: PythonFloat | null }>
  | Readonly<{ msg: 'process_starts'; event_id: string; eta: PythonFloat | null }>
  | Readonly<{ msg: 'progress'; event_id: string; progress_data: readonly ProgressUnit[] }>
  | LogMessage
  | Readonly<{ msg: 'process_generating'; event_id: string; output: MessageOutput; success: true; time_limit: null }>
  | CompletedMessage
  | Readonly<{ msg: 'heartbeat'; event_id: null }>
  | Readonly<{
      msg: 'unexpected_error';
      event_id: null;
      message: string;
      session_not_found: boolean;
      success: false;
    }>
  | Readonly<{ msg: 'close_stream'; event_id: null }>;

/** A line that the function shows its caller, as `gr.Info` and `gr.Warning` do. */
export type LogMessage = Readonly<{
  msg: 'log';
  event_id: string;
  log: string;
  level: 'info' | 'warning';
  duration: PythonFloat | null;
  visible: boolean;
  title: string;
}>;

/** The end of a job: its result, its error, or nothing after a cancel. */
export type CompletedMessage = Readonly<{
  msg: 'process_completed';
  event_id: string;
  output: MessageOutput;
  success: boolean;
  title: string | null;
  used_cache: null;
  cache_duration: PythonFloat | null;
  avg_time: PythonFloat | null;
}>;
