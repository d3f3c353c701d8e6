import { ConfigurationError } from '../errors/configuration-error.ts';
import { describeCause } from '../errors/describe-cause.ts';
import type { HttpRequest } from './http.ts';

/** A form as it goes over the wire. */
export interface EncodedForm {
  readonly body: Uint8Array<ArrayBuffer>;
  /** Headers of the request, with the content type of the form, which names its boundary. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Writes the form of a request as `multipart/form-data`, with a boundary of its own.
 *
 * As bytes and not as a stream: a redirect and a stale connection need them a second time, and their length is known, which
 * servers ask for.
 *
 * @throws {ConfigurationError} when the request has another body beside it or is a GET, or a file of the form cannot be read.
 */
export async function encodeForm({ form, json, method, headers = {} }: HttpRequest): Promise<EncodedForm> {
  if (json !== undefined || method !== 'POST') throw new ConfigurationError('A form is sent by POST, and without json beside it.');
  // The runtime's own encoder, which also draws the boundary.
  const encoded = new Response(await inMemory(form ?? new FormData()));
  // Before the body: Bun forgets it as soon as that is read.
  const contentType = encoded.headers.get('content-type') ?? '';
  const given = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-type');
  return { body: new Uint8Array(await encoded.arrayBuffer()), headers: { ...Object.fromEntries(given), 'content-type': contentType } };
}

/** Reads the files of a form before it is encoded: of one that cannot be read, Node's encoder never says so and never ends. */
async function inMemory(form: FormData): Promise<FormData> {
  const read = new FormData();
  for (const [name, value] of form) {
    if (typeof value === 'string') read.append(name, value);
    else read.append(name, new Blob([await contentOf(value)], { type: value.type }), value.name);
  }
  return read;
}

async function contentOf(file: File): Promise<ArrayBuffer> {
  return file.arrayBuffer().catch((thrown: unknown) => {
    throw new ConfigurationError('A file of the form cannot be read; nothing was sent.', { cause: describeCause(thrown) });
  });
}
