import { getEventListeners } from 'node:events';
import { within } from '../acts/until.ts';
import type { World } from '../world/open-world.ts';
import type { Complaint } from './complaint.ts';

/** Longest time until what a run used is given back, in milliseconds, where the case says nothing. */
const TIDY_MS = 500;

/**
 * Looks for what outlives a run. Idle connections belong to the client's pool and may stay until it is closed; one whose answer
 * is not at its end is a leak at once.
 */
export async function findLeaks(world: World, resources: readonly string[], tidyMs = TIDY_MS): Promise<readonly Complaint[]> {
  const { faulty, healthy, clock, controller, subject } = world;
  const complaints: Complaint[] = [];
  const check = async (what: string, isGone: () => boolean, found: () => unknown): Promise<void> => {
    if (!(await within(tidyMs, isGone))) complaints.push({ kind: 'leak', text: `${what}: ${String(found())}` });
  };
  await check('connections with an answer under way', () => faulty.busySockets + healthy.busySockets === 0, () => faulty.busySockets + healthy.busySockets);
  await check('timers that wait', () => clock.pending === 0, () => clock.pending);
  await check('listeners on the signal of the caller', () => listeners(controller.signal) === 0, () => listeners(controller.signal));
  await subject.close();
  await check('connections after the client was closed', () => faulty.openSockets + healthy.openSockets === 0, () => faulty.openSockets + healthy.openSockets);
  await world.closeServices();
  await check('resources of the process', () => additional(resources).length === 0, () => additional(resources).join(', '));
  return complaints;
}

/** What keeps the process alive; turns of the loop and the timers of this very wait pass by themselves. */
export function activeResources(): readonly string[] {
  return process.getActiveResourcesInfo().filter((name) => name !== 'Immediate' && name !== 'Timeout').sort();
}

function additional(base: readonly string[]): readonly string[] {
  const left = [...base];
  return activeResources().filter((name) => {
    const index = left.indexOf(name);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

function listeners(signal: AbortSignal): number {
  return getEventListeners(signal, 'abort').length;
}
