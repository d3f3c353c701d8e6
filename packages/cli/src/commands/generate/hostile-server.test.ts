import { ImagePreview, ImageResponse, RejectedError } from '@hypotez/provider-core';
import { parseImage } from '@hypotez/provider-core/parse-image';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { run } from '../../command-line/run.ts';
import { fakeIo } from '../../testing/fake-io.ts';
import { PIXEL, type Script } from '../../testing/fake-plugin.ts';
import { fakeServices } from '../../testing/fake-services.ts';

/** What moves a cursor, asks a terminal, names its window, forges a line, or turns and hides text. None of it is what the command writes itself. */
const fragment = fc.oneof(
  fc.constantFrom('\u001b[77;77H', '\u001b[5n', '\u001b]0;pwned\u0007', '\u001b]52;c;cHduZWQ=\u001b\\', '\u001bP$q"p\u001b\\', '\u001b_Ga=T;AAAA\u001b\\', '\u001bc', '\u001b#8', '\u009b6n', '\u009d0;x\u009c'),
  fc.constantFrom('\r\nFORGED', '\nFORGED', '\u2028FORGED', '\u0085FORGED', '\b\b\b', '\u007f', '\u0000', '\t'),
  fc.constantFrom('\u202e', '\u2066', '\u200b', '\u200f', '\ufeff', '\ufe0f', '\u{e0041}', '\ud83d'),
  fc.constantFrom('busy', ' ', '😀', '猫', '"', '\\', '%1b', 'ready'),
);
const hostile = fc.array(fragment, { minLength: 1, maxLength: 6 }).map((parts) => `It says ${parts.join('')}`);

/** Says it in every place that a server's words may come to, and then fails with it or not. */
function saying(text: string, end: 'a picture' | 'a refusal' | 'a failure'): Script {
  return async function* say({ prompt, seed }) {
    yield { type: 'progress', stage: 'log', message: text };
    yield { type: 'progress', stage: 'queued', queuePosition: 1, message: text };
    const download = async (): Promise<ReturnType<typeof parseImage>> => parseImage(PIXEL);
    const result = { urls: [`https://fake.example/${text}`, text, `data:image/${text},`], alt: prompt, provider: `fake${text}`, model: `painter${text}`, download };
    yield new ImagePreview(result);
    if (end === 'a refusal') throw new RejectedError(text, { cause: new Error(text) });
    if (end === 'a failure') throw Object.assign(new Error(text, { cause: text }), { code: text });
    yield new ImageResponse({ ...result, urls: ['https://fake.example/1.png'], seed, warnings: [text, text] });
  };
}

/** What the command itself writes to a terminal: colours, moves of its own lines, whole screens at once. */
const OWN_SEQUENCES = /\u001b\[\d{0,3}[mABJK]|\u001b\[\?(?:2026|25)[hl]|\r(?!\n)/gu;
const DANGEROUS = /[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

describe('words of a server', () => {
  it.each([
    ['a log', [], {}], ['JSON', ['--json'], {}], ['a quiet command', ['--quiet'], {}], ['a log with all details', [], { env: { HYPOTEZ_DEBUG: '1' } }], ['a terminal', [], { columns: 250 }],
  ] as const)('move no terminal and forge no line, written to %s', async (_name, options, io) => {
    await fc.assert(fc.asyncProperty(hostile, fc.constantFrom('a picture', 'a refusal', 'a failure'), async (text, end) => {
      const fake = fakeIo(io);
      const code = await run(['generate', 'a fox', '--output', 'fox.png', ...options], fake, fakeServices(saying(text, end)));
      // It came to the server's words, and not to a usage error.
      expect(code === 0).toBe(end === 'a picture');
      expect(code).not.toBe(64);
      for (const { text: written } of [fake.stdout, fake.stderr]) {
        const foreign = written.replace(OWN_SEQUENCES, '');
        expect(foreign).not.toMatch(DANGEROUS);
        expect(foreign).not.toMatch(/^\s*FORGED/mu);
      }
    }), { numRuns: 60 });
  });
});
