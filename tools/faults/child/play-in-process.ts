import type { FaultCase } from '@hypotez/provider-testkit';
import { play } from '../acts/play.ts';
import { openFramework } from '../subjects/framework.ts';
import { openNaive } from '../subjects/naive.ts';
import type { Complaint } from '../verdict/complaint.ts';
import { activeResources, findLeaks } from '../verdict/find-leaks.ts';
import { findSecrets } from '../verdict/find-secrets.ts';
import { judgeOutcome } from '../verdict/judge-outcome.ts';
import { openWorld } from '../world/open-world.ts';
import type { SubjectName } from '../subjects/subject.ts';

/** Plays a case alone and, where that makes a difference, with another provider behind the faulty one. */
export async function playInProcess(fault: FaultCase, name: SubjectName, isReady: () => void): Promise<readonly Complaint[]> {
  const openSubject = name === 'naive' ? openNaive : openFramework;
  const playIn = async (played: FaultCase, isAlone: boolean, base: readonly string[]): Promise<readonly Complaint[]> => {
    const world = await openWorld(played, openSubject, isAlone);
    const outcome = await play(played.setUp.act, world);
    const found = [...judgeOutcome(played, outcome, world, isAlone), ...findSecrets(outcome, world)];
    return [...found, ...await findLeaks(world, base, played.expect.tidyMs)];
  };
  // Once without a fault: what is loaded late is there, and what the process has is what it has at rest.
  if (name === 'framework') await playIn({ ...fault, setUp: {}, expect: { code: 'success', retried: 0, failedOver: false, maxMs: 10_000, requestsSeen: 1, filesLeft: 0 } }, true, []);
  const resources = activeResources();
  isReady();
  const { act, company = 'both' } = fault.setUp;
  // What a caller does is the same whoever else is there.
  const isWithOthers = name === 'framework' && act === undefined && company !== 'alone';
  const alone = company === 'others fail' ? [] : await playIn(fault, true, resources);
  const others = isWithOthers ? await playIn(fault, false, resources) : [];
  return [...alone, ...others.map(({ kind, text }) => ({ kind, text: `with another provider, ${text}` }))];
}
