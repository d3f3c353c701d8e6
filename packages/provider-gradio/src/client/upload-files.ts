import { ProtocolError, readErrorBody, type HttpResponse, type ImageFile } from '@hypotez/provider-core';
import { refusalError } from '../errors/refusal-error.ts';
import type { FileData } from '../files/file-data.ts';
import { cookiesOf } from './cookies-of.ts';
import { isMissingRoute } from './is-missing-route.ts';
import { requestSpace } from './request-space.ts';
import type { SpaceMemory } from './space-memory.ts';
import type { Space } from './space.ts';

/** Files that a Space took. */
export interface UploadedFiles {
  readonly files: readonly FileData[];
  /** Headers that lead back to the machine that has them: the cookies of a balanced Space. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Puts images onto the Space, all in one form. Starts no job.
 *
 * @throws {ResponseError} of the kind that the Space's answer means; nothing was charged.
 */
export async function uploadFiles(space: Space, memory: SpaceMemory, images: readonly ImageFile[], signal: AbortSignal): Promise<UploadedFiles> {
  // The Space is told nothing of where a picture came from: its name is made here.
  const named = images.map(({ bytes, mediaType, extension }, index) => ({ name: `image-${index + 1}.${extension}`, type: mediaType, bytes }));
  const form = new FormData();
  for (const { name, type, bytes } of named) form.append('files', new Blob([bytes], { type }), name);
  const { response, prefix } = await post(space, memory.prefixes, form, signal);
  memory.prefixes = [prefix];
  const paths = pathsIn(await response.json(64 * 1024), named.length);
  const files = named.map(({ name, type, bytes }, index): FileData => ({
    path: paths[index] ?? '', orig_name: name, mime_type: type, size: bytes.length, meta: { _type: 'gradio.FileData' },
  }));
  return { files, headers: cookiesOf(response) };
}

/** Asks again with the other prefix where the first one is not served. */
async function post(space: Space, [prefix, other]: SpaceMemory['prefixes'], form: FormData, signal: AbortSignal): Promise<{ readonly response: HttpResponse; readonly prefix: string }> {
  const response = await requestSpace(space, `${prefix}/upload`, { method: 'POST', form, signal });
  if (response.ok) return { response, prefix };
  const body = await readErrorBody(response);
  if (other === undefined || !isMissingRoute(response.status, body)) throw await refusalError(space, response, body, { signal, billable: false });
  return post(space, [other], form, signal);
}

function pathsIn(answer: unknown, count: number): readonly string[] {
  if (isList(answer) && answer.length === count) return answer;
  throw new ProtocolError('The Space took the input images and did not say where they are.');
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== '');
}
