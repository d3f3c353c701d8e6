import { playCase, type PlayableCase } from './play-case.ts';
import type { CaseResult } from './verdict/case-result.ts';

/** A case and what came of it. */
export interface PlayedCase extends CaseResult {
  readonly fault: PlayableCase;
}

/** Plays cases two at a time, and gives what came of each in the order of their numbers. */
export async function playCases(cases: readonly PlayableCase[]): Promise<readonly PlayedCase[]> {
  const played: PlayedCase[] = [];
  const queue = [...cases];
  const play = async (): Promise<void> => {
    for (let fault = queue.shift(); fault !== undefined; fault = queue.shift()) played.push({ fault, ...await playCase(fault) });
  };
  await Promise.all([play(), play()]);
  // Two processes at once take their time from each other, so what was only too slow is played once more by itself.
  const isSlow = ({ complaints }: PlayedCase): boolean => complaints.length > 0 && complaints.every(({ kind }) => kind === 'slow');
  const again: PlayedCase[] = [];
  for (const { fault, complaints } of played.filter(isSlow)) {
    console.log(`played again by itself: ${fault.id} (${complaints.map(({ text }) => text).join(', ')})`);
    again.push({ fault, ...await playCase(fault) });
  }
  return [...played.filter((found) => !isSlow(found)), ...again].sort((left, right) => left.fault.fault - right.fault.fault);
}
