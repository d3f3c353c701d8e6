import type { RecordedRequest } from '@hypotez/provider-testkit';

/** What a client asked for, out of a JSON body or a form. */
export interface AskedImages {
  /** Values by name; those of a form are texts. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Files of a form, in order. */
  readonly files: readonly { readonly name: string; readonly fileName: string; readonly mediaType: string; readonly bytes: Uint8Array }[];
}

/** Reads the body of a request to either endpoint, the form by the runtime's own parser. */
export async function askedImages({ bytes, headers }: Pick<RecordedRequest, 'bytes' | 'headers'>): Promise<AskedImages> {
  const type = headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return { fields: JSON.parse(Buffer.from(bytes).toString()) as Record<string, unknown>, files: [] };
  const entries = [...(await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData())];
  const files = entries.flatMap(([name, value]) => (typeof value === 'string' ? [] : [{ name, value }]));
  return {
    fields: Object.fromEntries(entries.filter(([, value]) => typeof value === 'string')),
    files: await Promise.all(files.map(async ({ name, value }) => ({ name, fileName: value.name, mediaType: value.type, bytes: new Uint8Array(await value.arrayBuffer()) }))),
  };
}
