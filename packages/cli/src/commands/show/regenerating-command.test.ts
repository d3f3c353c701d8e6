import { describe, expect, it } from 'vitest';
import { regeneratingCommand } from './regenerating-command.ts';

const REQUIRED = { prompt: 'a fox', model: 'painter-1', provider: 'painters', version: '1' };

describe('regeneratingCommand', () => {
  it('names every parameter that the file tells', () => {
    const all = { ...REQUIRED, negativePrompt: 'fog', seed: 7, width: 1024, height: 512, aspectRatio: '2:1', guidanceScale: 4.5, numInferenceSteps: 28, url: 'https://a-b.hf.space' };
    expect(regeneratingCommand(all)).toBe(
      `hypotez generate --model painters/painter-1 --negative fog --aspect 2:1 --width 1024 --height 512 --seed 7 --steps 28 --guidance 4.5 --url https://a-b.hf.space 'a fox'`,
    );
  });

  it('paints offline again what was painted offline', () => {
    expect(regeneratingCommand({ ...REQUIRED, embedded: true })).toBe(`hypotez generate --model painters/painter-1 --embedded 'a fox'`);
  });

  it('lets no text be taken for an option', () => {
    expect(regeneratingCommand({ ...REQUIRED, prompt: '--help', negativePrompt: '-n' })).toBe(`hypotez generate --model painters/painter-1 --negative='-n' -- '--help'`);
  });

  it('gives none for a prompt that no command line can hold', () => {
    expect(regeneratingCommand({ ...REQUIRED, prompt: 'a\0fox' })).toBeUndefined();
  });
});
