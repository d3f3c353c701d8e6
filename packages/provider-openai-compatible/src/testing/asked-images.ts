import { formOf, type RecordedRequest } from '@hypotez/provider-testkit';

/** What a client asked for, out of a JSON body or a form. */
export interface AskedImages {
  /** Values by name; those of a form are texts. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Files of a form, in order. */
  readonly files: readonly { readonly name: string; readonly fileName: string; readonly mediaType: string; readonly bytes: Uint8Array }[];
}

/** Reads the body of a request to either endpoint. */
export async function askedImages(request: Pick<RecordedRequest, 'bytes' | 'headers'>): Promise<AskedImages> {
  const isForm = request.headers['content-type']?.startsWith('multipart/form-data') === true;
  if (!isForm) return { fields: JSON.parse(Buffer.from(request.bytes).toString()) as Record<string, unknown>, files: [] };
  const entries = [...await formOf(request)];
  const files = entries.flatMap(([name, value]) => (typeof value === 'string' ? [] : [{ name, value }]));
  return {
    fields: Object.fromEntries(entries.filter(([, value]) => typeof value === 'string')),
    files: await Promise.all(files.map(async ({ name, value }) => ({ name, fileName: value.name, mediaType: value.type, bytes: new Uint8Array(await value.arrayBuffer()) }))),
  };
}
