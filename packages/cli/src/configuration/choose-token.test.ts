import { describe, expect, it } from 'vitest';
import { chooseToken } from './choose-token.ts';
import { Settings } from './settings.ts';

const options = { embedded: false };
const settings = new Settings({ HF_TOKEN: ' inherited\n' });

describe('chooseToken', () => {
  it('prefers the token that was typed', () => {
    expect(chooseToken({ ...options, token: 'typed', url: 'https://example.org' }, settings)).toEqual({ token: 'typed' });
  });

  it.each([undefined, 'https://owner-space.hf.space', 'http://127.0.0.1:7860'])('takes HF_TOKEN for %s', (url) => {
    expect(chooseToken({ ...options, url, urlOrigin: 'command line' }, settings).token).toBe('inherited');
  });

  it.each(['https://example.org', 'https://hf.space.example.org', 'https://nothf.space', 'http://owner-space.hf.space'])('keeps HF_TOKEN from %s and says so', (url) => {
    const { token, notice } = chooseToken({ ...options, url }, settings);
    expect(token).toBeUndefined();
    expect(notice).toContain('HF_TOKEN is not sent to');
  });

  it('keeps the token of the environment from every address of a .env file, which may be anybody\'s', () => {
    const fromFile = { ...options, url: 'https://stranger-space.hf.space', urlOrigin: '.env' } as const;
    expect(chooseToken(fromFile, settings)).toEqual({ notice: expect.stringContaining('is not sent to https://stranger-space.hf.space') as string });
    expect(chooseToken(fromFile, new Settings({}, { HF_TOKEN: 'of the file' })).token).toBe('of the file');
    expect(chooseToken({ ...fromFile, token: 'typed' }, settings).token).toBe('typed');
  });

  it('takes an empty token for none', () => {
    expect(chooseToken({ ...options, token: '' }, new Settings({ HF_TOKEN: '' })).token).toBeUndefined();
  });

  it('needs none for the embedded Space', () => {
    expect(chooseToken({ embedded: true, token: 'typed' }, settings)).toEqual({});
  });
});
