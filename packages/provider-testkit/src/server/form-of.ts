import type { RecordedRequest } from './recorded-request.ts';

/** Reads the form that a request brought, by the runtime's own parser. @throws {TypeError} when it brought none. */
export function formOf({ bytes, headers }: Pick<RecordedRequest, 'bytes' | 'headers'>): Promise<FormData> {
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': headers['content-type'] ?? '' } }).formData();
}
