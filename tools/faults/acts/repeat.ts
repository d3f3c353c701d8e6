import { setTimeout as delay } from 'node:timers/promises';
import type { World } from '../world/open-world.ts';
import { collect } from './collect.ts';
import type { Outcome } from './outcome.ts';
import { until } from './until.ts';

/** Runs twice, one after the other; the second one counts. */
export async function runTwice({ subject, request, controller, faulty }: World, isCutBetween: boolean): Promise<Outcome> {
  const first = await collect(subject.generate(request), controller.signal);
  if (first.error !== undefined) return first;
  if (isCutBetween) {
    faulty.cut();
    await faulty.closed();
  }
  else await idle(faulty);
  return collect(subject.generate(request), controller.signal);
}

/** Waits until the answers are at their ends, and the client has had time to see it. */
async function idle(faulty: World['faulty']): Promise<void> {
  await until(() => faulty.busySockets === 0);
  await delay(20);
}

/** Runs twice at once; the first one counts, and the other one has to succeed. */
export async function runTogether({ subject, request, controller, faulty }: World): Promise<Outcome> {
  const first = collect(subject.generate(request), controller.signal);
  await until(() => faulty.requests.length > 0);
  const second = await collect(subject.generate(request), controller.signal);
  if (second.error !== undefined || second.images.length !== 1) throw new Error('The run beside the failing one did not give its image.', { cause: second.error });
  return first;
}

/** Asks for four images; three have to come before the error. */
export async function askForFour({ subject, request, controller }: World): Promise<Outcome> {
  const outcome = await collect(subject.generate({ ...request, n: 4 }), controller.signal);
  const images = outcome.events.filter(({ type }) => type === 'image');
  if (images.length !== 3) throw new Error(`${images.length.toString()} of the three images came that could be had.`, { cause: outcome.error });
  for (const image of images) await image.images?.();
  return outcome;
}
