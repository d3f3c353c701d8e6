import { describe, expect, it } from 'vitest';
import { chooseToken, knownTokens } from './choose-token.ts';

const options = { prompt: 'a fox', model: 'sd-3.5', embedded: false };
const env = { HF_TOKEN: ' inherited\n' };

describe('chooseToken', () => {
  it('prefers the token that was typed', () => {
    expect(chooseToken({ ...options, token: 'typed', url: 'https://example.org' }, env)).toEqual({ token: 'typed' });
  });

  it.each([undefined, 'https://owner-space.hf.space', 'http://127.0.0.1:7860'])('takes HF_TOKEN for %s', (url) => {
    expect(chooseToken({ ...options, url }, env).token).toBe('inherited');
  });

  it.each(['https://example.org', 'https://hf.space.example.org', 'https://nothf.space', 'http://owner-space.hf.space'])('keeps HF_TOKEN from %s and says so', (url) => {
    const { token, notice } = chooseToken({ ...options, url }, env);
    expect(token).toBeUndefined();
    expect(notice).toContain('HF_TOKEN is not sent to');
  });

  it('takes an empty token for none', () => {
    expect(chooseToken({ ...options, token: '' }, { HF_TOKEN: '' }).token).toBeUndefined();
  });
});

describe('knownTokens', () => {
  it('finds tokens in both spellings and in the environment', () => {
    expect(knownTokens(['--token', 'one', '--token=two'], { HF_TOKEN: 'three' })).toEqual(['one', 'two', 'three']);
  });
});
