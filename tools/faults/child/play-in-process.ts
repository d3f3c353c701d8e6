import type { FaultCase } from '@hypotez/provider-testkit';
import { play } from '../acts/play.ts';
import { openFramework } from '../subjects/framework.ts';
import { openNaive } from '../subjects/naive.ts';
import type { SubjectName } from '../subjects/subject.ts';
import type { CaseResult } from '../verdict/case-result.ts';
import { activeResources, findLeaks } from '../verdict/find-leaks.ts';
import { findSecrets } from '../verdict/find-secrets.ts';
import { judgeOutcome } from '../verdict/judge-outcome.ts';
import { openWorld } from '../world/open-world.ts';

/** Plays a case alone, so often as it says, and, where that makes a difference, with another provider behind the faulty one. */
export async function playInProcess(fault: FaultCase, times: number, name: SubjectName, isReady: () => void): Promise<CaseResult> {
  const openSubject = name === 'naive' ? openNaive : openFramework;
  const playIn = async (played: FaultCase, isAlone: boolean, base: readonly string[]): Promise<CaseResult> => {
    const world = await openWorld(played, openSubject, isAlone);
    const outcome = await play(played.setUp.act, world);
    const found = [...judgeOutcome(played, outcome, world, isAlone), ...findSecrets(outcome, world)];
    const complaints = [...found, ...await findLeaks(world, base, played.expect.tidyMs)];
    return {
      complaints: isAlone ? complaints : complaints.map(({ kind, text }) => ({ kind, text: `with another provider, ${text}` })),
      settledMs: outcome.settledMs === undefined ? [] : [outcome.settledMs],
    };
  };
  // Once without a fault: what is loaded late is there, and what the process has is what it has at rest.
  const before = name === 'framework' ? await playIn({ ...fault, setUp: {}, expect: { code: 'success', retried: 0, failedOver: false, maxMs: 10_000, requestsSeen: 1, filesLeft: 0 } }, true, activeResources()) : undefined;
  const resources = activeResources();
  isReady();
  if (before !== undefined && before.complaints.length > 0) return { complaints: before.complaints.map(({ kind, text }) => ({ kind, text: `without any fault, ${text}` })), settledMs: [] };
  const results: CaseResult[] = [];
  const { act, company } = fault.setUp;
  if (company !== 'others fail') for (let count = 0; count < times; count += 1) results.push(await playIn(fault, true, resources));
  // What a caller does is the same whoever else is there.
  if (name === 'framework' && act === undefined && company !== 'alone') results.push(await playIn(fault, false, resources));
  return { complaints: results.flatMap(({ complaints }) => complaints), settledMs: results.flatMap(({ settledMs }) => settledMs) };
}
