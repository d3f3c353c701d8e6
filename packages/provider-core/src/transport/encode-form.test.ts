import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeForm } from './encode-form.ts';

/** The bytes of a form, one character each, with the same word for every boundary. */
async function encoded(form: FormData): Promise<string> {
  const { body, headers } = await encodeForm({ url: 'https://example.com', method: 'POST', form });
  return withoutBoundary(body, headers['content-type']);
}

/** The same by the runtime's own encoder. */
async function encodedByRuntime(form: FormData): Promise<string> {
  const response = new Response(form);
  const type = response.headers.get('content-type') ?? '';
  return withoutBoundary(new Uint8Array(await response.arrayBuffer()), type);
}

function withoutBoundary(bytes: Uint8Array, contentType = ''): string {
  const [, boundary = 'none'] = /^multipart\/form-data; boundary=([\w-]+)$/u.exec(contentType) ?? [];
  return Buffer.from(bytes).toString('latin1').replaceAll(boundary, 'BOUNDARY');
}

const text = fc.string({ unit: fc.oneof(fc.constantFrom('"', '%', '\r', '\n', '\r\n', '--', ';', '\0', '\u2028', '\ud800'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })), maxLength: 8 });
// Node's encoder leaves an empty name out, which the standard does not.
const file = fc.tuple(fc.uint8Array({ maxLength: 200 }), text.map((name) => `${name}x`), fc.constantFrom('', 'image/png', 'text/plain; charset=x', 'IMAGE/PNG', 'a/b\r\nx-evil: 1', 'é/é'));

describe('encodeForm', () => {
  it('writes what the runtime writes', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(text, fc.oneof(text, file)), { maxLength: 5 }), async (fields) => {
      const form = new FormData();
      for (const [name, value] of fields) {
        if (typeof value === 'string') form.append(name, value);
        else form.append(name, new Blob([value[0]], { type: value[2] }), value[1]);
      }
      expect(await encoded(form)).toBe(await encodedByRuntime(form));
    }), { numRuns: 500 });
  });

  it('draws another boundary for every form', async () => {
    const types = await Promise.all([1, 2].map(async () => (await encodeForm({ url: 'https://example.com', method: 'POST', form: new FormData() })).headers['content-type']));
    expect(new Set(types).size).toBe(2);
  });
});
