import type { RecordedRequest } from './local-server.ts';

/** A field of a form as the server read it; of files also name and type. */
export type ReceivedField = readonly [name: string, value: string] | readonly [name: string, bytes: Uint8Array, fileName: string, type: string];

/** Reads the form of a request by the runtime's own parser. */
export async function receivedForm({ bytes, headers }: RecordedRequest): Promise<readonly ReceivedField[]> {
  const form = await new Response(bytes, { headers: { 'content-type': headers['content-type'] ?? '' } }).formData();
  return Promise.all([...form].map(async ([name, value]): Promise<ReceivedField> => {
    return typeof value === 'string' ? [name, value] : [name, new Uint8Array(await value.arrayBuffer()), value.name, value.type];
  }));
}
