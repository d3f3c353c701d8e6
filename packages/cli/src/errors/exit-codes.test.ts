import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXIT_CODES, OWN_EXIT_CODES } from './exit-codes.ts';

describe('exit codes', () => {
  it('are different for different reasons, but for a wrong request and Ctrl-C, which the command has codes of its own for', () => {
    const { invalid_request, aborted, ...others } = EXIT_CODES;
    const codes = [...Object.values(others), ...Object.values(OWN_EXIT_CODES)];
    expect(new Set(codes).size).toBe(codes.length);
    expect([invalid_request, aborted]).toEqual([OWN_EXIT_CODES.usage, OWN_EXIT_CODES.interrupted]);
  });

  it('are neither success nor what a shell uses itself', () => {
    for (const code of Object.values(EXIT_CODES)) expect([0, 1, 2, 126, 127]).not.toContain(code);
  });

  it('stand in the README, all of them', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    for (const [name, code] of Object.entries(EXIT_CODES)) expect(readme).toMatch(new RegExp(`^\\| ${code} \\|.*\`${name}\``, 'mu'));
    for (const code of Object.values(OWN_EXIT_CODES)) expect(readme).toMatch(new RegExp(`^\\| ${code} \\|`, 'mu'));
  });
});
