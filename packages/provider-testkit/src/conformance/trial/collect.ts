import type { AsyncResult } from '@hypotez/provider-core';
import { outcomeOf, type RunOutcome } from '../../runs/outcome-of.ts';
import { within } from './within.ts';

/** Reads a run to its end. @throws {ConformanceError} when it has none. */
export async function collect(run: AsyncResult): Promise<RunOutcome> {
  return within(outcomeOf(run), 'The run did not end.', 'Hand generation.signal to everything that waits, and end the generator after the last image.');
}
