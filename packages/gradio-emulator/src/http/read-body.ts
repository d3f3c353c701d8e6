import type { IncomingMessage } from 'node:http';

/** The largest request body the emulator reads, bytes. Gradio itself has no limit. */
export const maximumBodyBytes = 16 * 1024 * 1024;

/** Reads a request body; `undefined` when it is larger than `maximumBodyBytes`. Rejects when the caller goes away. */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.byteLength;
    if (size > maximumBodyBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
