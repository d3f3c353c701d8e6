import { spawnSync } from 'node:child_process';
import type { PlayableCase } from './play-case.ts';

const hasNamespaces = once(() => spawnSync('unshare', ['--map-root-user', '--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0);

/** Whether this system can play a case: some fill a disk of their own, some need a queue of connections that Linux keeps. */
export function systemAllows({ needs }: PlayableCase): boolean {
  switch (needs) {
    case undefined:
      return true;
    case 'linux':
      return process.platform === 'linux';
    case 'mount':
      return hasNamespaces();
  }
}

function once(find: () => boolean): () => boolean {
  let found: boolean | undefined;
  return () => (found ??= find());
}
