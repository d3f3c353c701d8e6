import { describe, expect, it } from 'vitest';
import { knownSecrets } from './known-secrets.ts';
import { Settings } from './settings.ts';

describe('knownSecrets', () => {
  it('finds tokens in both spellings, in the environment and in the file', () => {
    const settings = new Settings({ HF_TOKEN: 'three' }, { HF_TOKEN: 'four' });
    expect(knownSecrets(['--token', 'one', '--token=two'], settings)).toEqual(['one', 'two', 'three', 'four']);
  });

  it('finds the passwords of proxies, as they are written and as they are meant', () => {
    const settings = new Settings({ HYPOTEZ_PROXY: 'socks5://me:plain@localhost:1080' });
    expect(knownSecrets(['--proxy', 'http://me:pa%73s@localhost:8080'], settings)).toEqual(['pa%73s', 'pass', 'plain', 'plain']);
  });

  it('finds nothing in words that are no URL or end early', () => {
    expect(knownSecrets(['--proxy', 'nonsense', '--token'], new Settings({}))).toEqual([]);
  });
});
