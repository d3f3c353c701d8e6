import type { ErrorCode } from '../errors/error-code.ts';
import { cleanText } from '../text/clean-text.ts';

/** What progress is made from; figures that the provider does not tell are left out. */
export interface ImageProgressInit {
  /**
   * `queued`: waiting for a turn. `started`: the work began. `step`: it moved on. `log`: the provider says something.
   * `attempt`: what was tried failed, and a registry tries again, here or elsewhere; previews until now are superseded.
   */
  readonly stage: 'queued' | 'started' | 'step' | 'log' | 'attempt';
  /** Which image of several it is about, from 0; the first one where it is about more. Absent in a run of one image. */
  readonly index?: number | undefined;
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
  /** Words of the provider, cleaned for printing; of an `attempt`, what failed and what is tried now. */
  readonly message?: string | undefined;
  /** Id of the provider that is tried now, of an `attempt`. */
  readonly provider?: string | undefined;
  /** Number of the attempt, from 2. */
  readonly attempt?: number | undefined;
  /** Why the attempt before it failed. */
  readonly reason?: ErrorCode | undefined;
}

/** News of a run that has no picture in it yet. Figures that the provider does not tell are absent. */
export class ImageProgress implements ImageProgressInit {
  readonly type = 'progress';
  readonly stage: ImageProgressInit['stage'];
  // `declare`: what is not told is absent, not `undefined`.
  declare readonly index?: number | undefined;
  declare readonly fraction?: number | undefined;
  declare readonly step?: number | undefined;
  declare readonly steps?: number | undefined;
  declare readonly queuePosition?: number | undefined;
  declare readonly etaSeconds?: number | undefined;
  declare readonly message?: string | undefined;
  declare readonly provider?: string | undefined;
  declare readonly attempt?: number | undefined;
  declare readonly reason?: ErrorCode | undefined;

  constructor(init: ImageProgressInit, index = init.index) {
    this.stage = init.stage;
    if (index !== undefined) this.index = index;
    if (init.fraction !== undefined) this.fraction = init.fraction;
    if (init.step !== undefined) this.step = init.step;
    if (init.steps !== undefined) this.steps = init.steps;
    if (init.queuePosition !== undefined) this.queuePosition = init.queuePosition;
    if (init.etaSeconds !== undefined) this.etaSeconds = init.etaSeconds;
    if (init.message !== undefined) this.message = cleanText(init.message);
    if (init.provider !== undefined) this.provider = init.provider;
    if (init.attempt !== undefined) this.attempt = init.attempt;
    if (init.reason !== undefined) this.reason = init.reason;
  }

  /** The same news of another image of the run. */
  withIndex(index: number): ImageProgress {
    return new ImageProgress(this, index);
  }

  /** One short line for people, such as `step 13 of 50`. */
  toString(): string {
    const { stage, step, steps, fraction, queuePosition, etaSeconds, message } = this;
    if (stage === 'log' || stage === 'attempt') return message ?? '';
    const count = step === undefined ? [] : [`${step.toString()}${steps === undefined ? '' : ` of ${steps.toString()}`}`];
    const part = count.length > 0 || fraction === undefined ? count : [`${Math.round(fraction * 100).toString()} %`];
    const position = queuePosition === undefined ? [] : [queuePosition === 0 ? '(next)' : `(${queuePosition.toString()} before)`];
    const eta = etaSeconds === undefined ? [] : [`about ${Math.ceil(etaSeconds).toString()} s`];
    return [stage, ...part, ...position, ...eta].join(' ');
  }
}
