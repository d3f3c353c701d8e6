import type { Step } from '../server/step.ts';
import type { Barrier } from '../time/barrier.ts';

/** Opens a barrier, by which a test knows that the script came so far. */
export function tell(barrier: Barrier): Step {
  return () => { barrier.open(); };
}
