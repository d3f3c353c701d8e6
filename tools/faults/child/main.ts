import type { FaultCase } from '@hypotez/provider-testkit';
import { play } from '../acts/play.ts';
import { cases } from '../cases.ts';
import { openFramework } from '../subjects/framework.ts';
import { openNaive } from '../subjects/naive.ts';
import type { Complaint } from '../verdict/complaint.ts';
import { activeResources, findLeaks } from '../verdict/find-leaks.ts';
import { findSecrets } from '../verdict/find-secrets.ts';
import { judgeOutcome } from '../verdict/judge-outcome.ts';
import { openWorld } from '../world/open-world.ts';
import type { ChildMessage } from './messages.ts';

/** Plays one case in a process of its own: `<id of the case> <subject>`. */
const [id = '', name = 'framework'] = process.argv.slice(2);
const openSubject = name === 'naive' ? openNaive : openFramework;
const fault = cases.get(id);
if (fault === undefined) throw new Error(`There is no case ${id}.`);
// A worker opens them; here they are there from the beginning.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);
// Once without a fault: what is loaded late is there, and what the process has is what it has at rest.
if (name === 'framework') await playIn({ ...fault, setUp: {}, expect: { code: 'success', retried: 0, failedOver: false, maxMs: 10_000, requestsSeen: 1, filesLeft: 0 } }, true, activeResources());
const resources = activeResources();
tell({ type: 'ready' });
const complaints = [...await playIn(fault, true, resources)];
// What a caller does is the same whoever else is there.
if (name === 'framework' && fault.setUp.act === undefined && fault.setUp.isAlone !== true) complaints.push(...(await playIn(fault, false, resources)).map(({ kind, text }) => ({ kind, text: `with another provider, ${text}` })));
tell({ type: 'done', complaints });
process.disconnect();

async function playIn(played: FaultCase, isAlone: boolean, base: readonly string[]): Promise<readonly Complaint[]> {
  const world = await openWorld(played, openSubject, isAlone);
  const outcome = await play(played.setUp.act, world);
  const found = [...judgeOutcome(played, outcome, world, isAlone), ...findSecrets(outcome, world)];
  return [...found, ...await findLeaks(world, base)];
}

function tell(message: ChildMessage): void {
  process.send?.(message);
}
