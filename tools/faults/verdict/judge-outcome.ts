import { ProviderError, AllProvidersFailedError, TimeoutError } from '@hypotez/provider-core';
import { EXAMPLE_PNG_BASE64, requestsOf, type FaultCase, type RecordedRequest } from '@hypotez/provider-testkit';
import type { Outcome } from '../acts/outcome.ts';
import type { World } from '../world/open-world.ts';
import type { Complaint, ComplaintKind } from './complaint.ts';

/** Longest time from an abort to the end of a run, in milliseconds. */
const SETTLE_MS = 50;

/** Compares what a run came to with what its case expects, for a world in which the faulty service is alone or is not. */
export function judgeOutcome({ expect, setUp }: FaultCase, outcome: Outcome, world: World, isAlone: boolean): readonly Complaint[] {
  const complaints: Complaint[] = [];
  const complain = (kind: ComplaintKind, text: string): void => { complaints.push({ kind, text }); };
  const same = (what: string, found: unknown, expected: unknown): void => {
    if (found !== expected) complain('wrong', `${what}: ${String(found)} in the place of ${String(expected)}`);
  };
  const { error, events, images, ms, settledMs } = outcome;
  const isLeft = expect.failedOver && !isAlone && setUp.company !== 'others fail';
  const succeeds = expect.code === 'success' || isLeft;
  if (ms > expect.maxMs) complain('slow', `${ms.toFixed(0)} ms, at most ${expect.maxMs.toString()} ms`);
  if (settledMs !== undefined && settledMs > SETTLE_MS) complain('slow', `ended ${settledMs.toFixed(0)} ms after the abort`);
  if (succeeds) {
    if (error !== undefined) complain('wrong', `failed with ${describe(error)}`);
    else if (!images.every(isExample) || images.length !== 1) complain('false success', `${images.length.toString()} images, not the one that was painted`);
  } else if (expect.code === 'left') {
    if (error !== undefined) complain('wrong', `failed with ${describe(error)}`);
  } else if (error === undefined) {
    complain('false success', `ended without the error ${expect.code}`);
  } else if (!(error instanceof ProviderError)) {
    complain('untyped', describe(error));
  } else {
    const own = error instanceof AllProvidersFailedError && expect.code !== 'all_providers_failed' ? error.attempts.at(-1)?.error ?? error : error;
    if (own.code !== expect.code) complain('wrong', `${describe(own)} in the place of ${expect.code}`);
    if (expect.billed !== undefined) same('billed', own.billed, expect.billed);
    if (expect.phase !== undefined) same('phase', own instanceof TimeoutError ? own.phase : undefined, expect.phase);
  }
  const starts = requestsOf(world.faulty, world.wire, 'start');
  // Another provider is asked before the same one is asked again.
  same('starts that the service saw', starts.length, isLeft ? expect.requestsSeen / (expect.retried + 1) : expect.requestsSeen);
  const strays = world.faulty.requests.filter((request) => world.wire.partOf(request) === undefined);
  if (strays.length > 0) complain('wrong', `asked for what nobody told of: ${strays.map(({ method, path }) => `${method} ${path}`).join(', ')}`);
  if (expect.imageRequests !== undefined) same('downloads that the service saw', requestsOf(world.faulty, world.wire, 'image').length, expect.imageRequests);
  const attempts = events.filter(({ stage }) => stage === 'attempt');
  same('tries again', attempts.filter(({ provider }) => provider !== 'healthy').length, isLeft ? 0 : expect.retried);
  const healthyWasAsked = world.healthy.requests.length > 0;
  same('the other provider was asked', healthyWasAsked, expect.failedOver && !isAlone);
  if (healthyWasAsked) {
    const isRight = events.every((event) => event.type !== 'preview' || event.superseded !== false);
    if (!isRight) complain('wrong', 'a preview of the failed provider is not superseded');
  }
  if (expect.says !== undefined && !events.some(({ message }) => message?.includes(expect.says ?? '') === true)) complain('wrong', `nothing says "${expect.says}"`);
  if (expect.waitedMs !== undefined) {
    const [least, most] = expect.waitedMs;
    const waited = waitBetween(starts, setUp.clockFactor ?? 1);
    if (waited < least || waited > most) complain(waited < least ? 'wrong' : 'slow', `waited ${waited.toFixed(0)} ms before it tried again, not ${least.toString()} to ${most.toString()} ms`);
  }
  return complaints;
}

/** By the clock of the case. */
function waitBetween([first, second]: readonly RecordedRequest[], factor: number): number {
  return ((second?.receivedMs ?? Infinity) - (first?.receivedMs ?? 0)) * factor;
}

function isExample({ bytes }: { readonly bytes: Uint8Array }): boolean {
  return Buffer.from(bytes).toString('base64') === EXAMPLE_PNG_BASE64;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return `${error.name}${error instanceof ProviderError ? ` (${error.code}, billed ${error.billed})` : ''}: ${error.message.slice(0, 300)}`;
}
