import type { Summary } from './reporter.ts';

/** How a command with several pictures ended, in one line: `3 painted, 1 failed, 1 not begun`. */
export function describeSummary({ painted, failed, left = 0 }: Summary): string {
  return [`${painted} painted`, ...(failed === 0 ? [] : [`${failed} failed`]), ...(left === 0 ? [] : [`${left} not begun`])].join(', ');
}
