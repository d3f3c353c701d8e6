/** A multipart form, or why a body is none. */
export type ReadForm =
  | { readonly kind: 'form'; readonly data: FormData; readonly boundary: string; readonly isEmpty: boolean }
  | { readonly kind: 'other-type' }
  | { readonly kind: 'no-boundary' }
  | { readonly kind: 'broken'; readonly reason: string };

/** Reads a body as a multipart form, with the parser that Node's `fetch` has. */
export async function readForm(contentType: string, bytes: Buffer): Promise<ReadForm> {
  if (!/^multipart\/form-data\s*(?:;|$)/i.test(contentType)) return { kind: 'other-type' };
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) return { kind: 'no-boundary' };
  if (isWithoutParts(bytes, boundary)) return { kind: 'form', data: new FormData(), boundary, isEmpty: true };
  try {
    const response = new Response(Uint8Array.from(bytes), { headers: { 'content-type': contentType } });
    return { kind: 'form', data: await response.formData(), boundary, isEmpty: false };
  } catch {
    return { kind: 'broken', reason: firstFault(bytes) };
  }
}

function isWithoutParts(bytes: Buffer, boundary: string): boolean {
  return bytes.toString('latin1').trim() === `--${boundary}--`;
}

// The parser under Gradio names the first byte that is not the one it looks for; nearly always it is not a hyphen.
function firstFault(bytes: Buffer): string {
  const index = bytes.subarray(0, 2).findIndex((byte) => byte !== 0x2d);
  const byte = bytes[Math.max(index, 0)] ?? 0;
  return `Expected boundary character 45, got ${byte.toString()} at index ${(Math.max(index, 0) + 2).toString()}`;
}
