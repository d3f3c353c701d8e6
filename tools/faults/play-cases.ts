import { playCase, type PlayableCase } from './play-case.ts';
import type { Complaint } from './verdict/complaint.ts';

/** A case with what is wrong. */
export interface FailedCase {
  readonly fault: PlayableCase;
  readonly complaints: readonly Complaint[];
}

/** Plays cases two at a time and gives those that failed, by their number. */
export async function playCases(cases: readonly PlayableCase[]): Promise<readonly FailedCase[]> {
  const failed: FailedCase[] = [];
  const queue = [...cases];
  const play = async (): Promise<void> => {
    for (let fault = queue.shift(); fault !== undefined; fault = queue.shift()) failed.push({ fault, complaints: await playCase(fault) });
  };
  await Promise.all([play(), play()]);
  // Two processes at once take their time from each other, so what was only too slow is played once more by itself.
  const isSlow = ({ complaints }: FailedCase): boolean => complaints.length > 0 && complaints.every(({ kind }) => kind === 'slow');
  const again: FailedCase[] = [];
  for (const { fault, complaints } of failed.filter(isSlow)) {
    console.log(`played again by itself: ${fault.id} (${complaints.map(({ text }) => text).join(', ')})`);
    again.push({ fault, complaints: await playCase(fault) });
  }
  return [...failed.filter((found) => !isSlow(found)), ...again]
    .filter(({ complaints }) => complaints.length > 0)
    .sort((left, right) => left.fault.fault - right.fault.fault);
}
