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
 * servers ask for. Not by the runtime's own encoder, a `Response` of the form: of a file that cannot be read, Node's never says so
 * and never ends, and Bun's forgets the boundary with the body.
 *
 * @throws {ConfigurationError} when the request has another body beside it or is a GET, or a file of the form cannot be read.
 */
export async function encodeForm({ form = new FormData(), json, method, headers = {} }: HttpRequest): Promise<EncodedForm> {
  if (json !== undefined || method !== 'POST') throw new ConfigurationError('A form is sent by POST, and without json beside it.');
  const boundary = `form-${crypto.randomUUID()}`;
  const parts = [...form].flatMap(([name, value]) => [`--${boundary}\r\nContent-Disposition: form-data; name="${quotable(withLineBreaks(name))}"`, ...contentOf(value), '\r\n']);
  const body = await new Blob([...parts, `--${boundary}--\r\n`]).arrayBuffer().catch((thrown: unknown) => {
    throw new ConfigurationError('A file of the form cannot be read; nothing was sent.', { cause: describeCause(thrown) });
  });
  const given = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-type');
  return { body: new Uint8Array(body), headers: { ...Object.fromEntries(given), 'content-type': `multipart/form-data; boundary=${boundary}` } };
}

/** The rest of a part's head, and its content. A `Blob` has a type of printable ASCII or none. */
function contentOf(value: FormDataEntryValue): readonly BlobPart[] {
  if (typeof value === 'string') return [`\r\n\r\n${withLineBreaks(value)}`];
  return [`; filename="${quotable(value.name)}"\r\nContent-Type: ${value.type === '' ? 'application/octet-stream' : value.type}\r\n\r\n`, value];
}

/** Line breaks as the standard writes them in names and texts. Source: https://html.spec.whatwg.org/#multipart-form-data */
function withLineBreaks(text: string): string {
  return text.replace(/\r\n?|\n/gu, '\r\n');
}

/** What would end a name, or begin a line, in the head of a part. */
function quotable(text: string): string {
  return text.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');
}
