import type { PluginEvent } from '@hypotez/provider-core';

/** Steps that have to be seen before their pace says something. */
const FEWEST_STEPS = 2;

/** How fast the steps of one picture come, for providers that do not tell when they will be done. */
export class StepPace {
  #first: { readonly step: number; readonly at: number } | undefined;

  /** Seconds until the last step, by the pace so far; `undefined` where the provider tells it itself or nothing is known. */
  estimate(event: PluginEvent, nowMs: number): number | undefined {
    if (event.type !== 'progress' || event.stage !== 'step') return undefined;
    const { step, steps, etaSeconds } = event;
    if (etaSeconds !== undefined || step === undefined || steps === undefined) return undefined;
    this.#first ??= { step, at: nowMs };
    const done = step - this.#first.step;
    if (done < FEWEST_STEPS || steps < step) return undefined;
    return ((nowMs - this.#first.at) / done) * (steps - step) / 1000;
  }
}
