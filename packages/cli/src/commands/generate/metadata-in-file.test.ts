import { readFileSync } from 'node:fs';
import { ImageResponse } from '@hypotez/provider-core';
import { parseImage } from '@hypotez/provider-core/parse-image';
import { describe, expect, it } from 'vitest';
import { run } from '../../command-line/run.ts';
import { readMetadata } from '../../metadata/read-metadata.ts';
import { fakeIo } from '../../testing/fake-io.ts';
import type { Script } from '../../testing/fake-plugin.ts';
import { fakeServices } from '../../testing/fake-services.ts';
import { JPEG, WEBP_LOSSY } from '../../testing/picture-fixtures.ts';

const AVIF = Uint8Array.from(Buffer.from(
  'AAAAHGZ0eXBhdmlmAAAAAG1pZjFhdmlmbWlhZgAAANZtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9jAAAAAERAAAEAAQAAAAAA+gABAAAAAA' +
  'AAAEYAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABhdjAxAAAAAA5waXRtAAAAAAABAAAAVmlwcnAAAAA4aXBjbwAAAAxhdjFDgSACAAAAABRpc3BlAAAAAAAAAAcAAAAFAAAA' +
  'EHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAgMAAABObWRhdBIACgg4CLRtAQ0GkDI4GsJi5OAAFACIAP9azB/LWOPg1eZxWVXPOjBQJHubiZcan7R6GeQRTOr6paj/EO' +
  'Lws9FDZkjk+10=base64', 'base64',
));
const GIF = Uint8Array.from(Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'));

/** Paints these bytes. */
function painting(bytes: Uint8Array): Script {
  return async function* paint({ prompt, width, height, seed, model }) {
    yield new ImageResponse({ urls: ['https://fake.example/1'], alt: prompt, provider: 'fake', model, width, height, seed, download: async () => parseImage(bytes) });
  };
}

describe('the file of a picture', () => {
  it.each([['JPEG', JPEG], ['WebP', WEBP_LOSSY]])('tells in a %s with which values it was made, defaults among them', async (_name, bytes) => {
    const io = fakeIo();
    expect(await run(['generate', 'a fox', '--aspect', '2:1', '--seed', '7', '--guidance', '3'], io, fakeServices(painting(bytes)))).toBe(0);
    expect(readMetadata(readFileSync(io.stdout.text.trim()))).toEqual({
      prompt: 'a fox', model: 'fake-painter', provider: 'fake', seed: 7, width: 1024, height: 512, aspectRatio: '2:1', guidanceScale: 3, numInferenceSteps: 28,
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/u) as string,
    });
  });

  it.each([
    ['a GIF', GIF, 'A GIF file has no place for how it was made.'],
    ['an AVIF', AVIF, 'How it was made is not written into AVIF files.'],
    ['a JPEG and a prompt that is too long for it', JPEG, 'a JPEG file can hold 65533'],
  ])('stays as it came when it is %s, and that is said', async (_name, bytes, reason) => {
    const io = fakeIo();
    expect(await run(['generate', 'fox '.repeat(17_000)], io, fakeServices(painting(bytes)))).toBe(0);
    expect(new Uint8Array(readFileSync(io.stdout.text.trim()))).toEqual(bytes);
    expect(io.stderr.text).toContain('The file does not tell how it was made.');
    expect(io.stderr.text).toContain(reason);
  });
});
