/** News of one job, whichever stream it came from. */
export type JobEvent =
  | { readonly type: 'queued'; readonly position?: number; readonly etaSeconds?: number }
  | { readonly type: 'started'; readonly etaSeconds?: number }
  | { readonly type: 'step'; readonly fraction?: number; readonly step?: number; readonly steps?: number; readonly message?: string }
  | { readonly type: 'log'; readonly message: string }
  | { readonly type: 'generating'; readonly data: readonly unknown[] }
  | { readonly type: 'complete'; readonly data: readonly unknown[] };

/** What one server-sent event means: news, a sign of life, or nothing for this job. */
export type StreamItem = JobEvent | 'alive' | 'closed' | 'foreign';
