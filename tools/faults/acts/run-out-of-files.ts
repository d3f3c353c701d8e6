import { closeSync, openSync } from 'node:fs';
import type { World } from '../world/open-world.ts';
import { collect } from './collect.ts';
import type { Outcome } from './outcome.ts';

/** Opens files until the system gives no more, and runs then. The process has to have a small limit. */
export async function runOutOfFiles({ subject, request, controller }: World): Promise<Outcome> {
  const open: number[] = [];
  try {
    for (let count = 0; count < 4096; count += 1) open.push(openSync('/dev/null', 'r'));
    throw new Error('This process may open more files than the case allows for.');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EMFILE')) throw error;
    return await collect(subject.generate(request), controller.signal);
  } finally {
    for (const descriptor of open) closeSync(descriptor);
  }
}
