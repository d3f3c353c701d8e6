import { ResponseError } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { thrownBy } from '../testing/collect.ts';
import { hideSecrets } from './hide-secrets.ts';

describe('hideSecrets', () => {
  it('hands the value on', async () => {
    expect(await hideSecrets(Promise.resolve(5), ['secret-1'])).toBe(5);
  });

  it('takes the secrets out of message and stack, and keeps the error', async () => {
    const thrown = new ResponseError('Bad secret-1', { status: 400 });
    // The engine writes the stack at its first reading, and keeps it from then on.
    expect(thrown.stack).toContain('secret-1');
    const error = await thrownBy(hideSecrets(Promise.reject(thrown), ['secret-1', undefined]));
    expect(error).toBe(thrown);
    expect(thrown).toMatchObject({ message: 'Bad [redacted]', status: 400 });
    expect(thrown.stack).toContain('[redacted]');
    expect(thrown.stack).not.toContain('secret-1');
  });
});
