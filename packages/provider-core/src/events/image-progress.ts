/** News of a run that has no picture in it yet. Figures that the provider does not tell are left out. */
export interface ImageProgress {
  readonly type: 'progress';
  /** `queued`: waiting for a turn. `started`: the work began. `step`: it moved on. `log`: the provider says something. */
  readonly stage: 'queued' | 'started' | 'step' | 'log';
  /** Part of the work that is done, 0 to 1. */
  readonly fraction?: number | undefined;
  /** Steps that are done, from 0. */
  readonly step?: number | undefined;
  /** Steps in all. */
  readonly steps?: number | undefined;
  /** Jobs before this one; 0 means next. */
  readonly queuePosition?: number | undefined;
  /** Seconds until the result, as the provider estimates. */
  readonly etaSeconds?: number | undefined;
  /** Words of the provider, cleaned for printing. */
  readonly message?: string | undefined;
}
