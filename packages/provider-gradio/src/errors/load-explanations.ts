import type * as onDemand from '../on-demand.ts';

/**
 * Loads what finds the detailed meaning of a failure; `undefined` where it cannot be had, as in a web page whose server has
 * a newer build by now. The general error is then the answer.
 */
export async function loadExplanations(): Promise<typeof onDemand | undefined> {
  try {
    return await import('../on-demand.ts');
  } catch {
    return undefined;
  }
}
