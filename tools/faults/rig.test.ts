import { describe, expect, it } from 'vitest';
import { playableCases } from './cases.ts';
import { playCase } from './play-case.ts';
import type { ComplaintKind } from './verdict/complaint.ts';

/** What the rig finds wrong with the naive client in a case. */
async function kindsIn(id: string): Promise<readonly ComplaintKind[]> {
  const fault = playableCases.find((found) => found.id === id);
  if (fault === undefined) throw new Error(`There is no case ${id}.`);
  const { complaints } = await playCase({ ...fault, runs: 1 }, 'naive');
  return complaints.map(({ kind }) => kind);
}

describe('a client without any care', () => {
  it.each<readonly [string, string, ComplaintKind]>([
    ['waits for ever on a silent stream', '40-stream', 'hang'],
    ['dies of a malformed event', '45-stream-result', 'crash'],
    ['takes the end of a stream for success', '38-stream', 'false success'],
    ['leaves listeners on the signal of the caller', '38-stream', 'leak'],
    ['throws what has no type', '9-stream', 'untyped'],
    ['writes on the console', '16-stream-401', 'output'],
    ['shows the credential', '16-stream-401', 'secret'],
    ['takes credential and prompt to another host', '29-stream-307', 'secret'],
    ['is not ended by an abort', '62-stream-stream', 'hang'],
    ['asks once where it may ask again', '3-stream', 'wrong'],
  ])('%s (%s): %s', async (_what, id, kind) => {
    expect(await kindsIn(id)).toContain(kind);
  });
});

describe('the cases', () => {
  it('are called differently', () => {
    expect(new Set(playableCases.map(({ id }) => id)).size).toBe(playableCases.length);
  });
});
