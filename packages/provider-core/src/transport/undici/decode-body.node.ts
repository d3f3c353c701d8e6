import { Readable, pipeline, type Transform } from 'node:stream';
import * as zlib from 'node:zlib';
import type { BodyReader, ResponseHeaders } from '../runtime-network.ts';
import { UnreadableAnswerError } from './unreadable-answer-error.node.ts';

/** Most encodings that are taken off one body. */
const MAXIMUM_ENCODINGS = 3;

/** How each encoding is taken off. Pieces are passed on as they come, or an event of a stream would wait for the next ones. */
const DECODERS: Readonly<Record<string, (() => Transform) | undefined>> = {
  gzip: () => zlib.createGunzip({ flush: zlib.constants.Z_SYNC_FLUSH }),
  'x-gzip': () => zlib.createGunzip({ flush: zlib.constants.Z_SYNC_FLUSH }),
  deflate: () => zlib.createInflate({ flush: zlib.constants.Z_SYNC_FLUSH }),
  br: () => zlib.createBrotliDecompress({ flush: zlib.constants.BROTLI_OPERATION_FLUSH }),
  // From Node 22.15 on.
  zstd: 'createZstdDecompress' in zlib ? () => zlib.createZstdDecompress({ flush: zlib.constants.ZSTD_e_flush }) : undefined,
};

/**
 * Takes the encodings off a body that came with some although none was asked for. What was decoded and is not asked for stays
 * small: the decoder stops, and behind it the connection.
 *
 * @param accepted the request's `Accept-Encoding`; `*;q=0` in it refuses every encoding.
 * @throws {UnreadableAnswerError} by `read`, when the encoding is unknown, damaged or refused.
 */
export function decodeBody(body: BodyReader, headers: ResponseHeaders, accepted = ''): BodyReader {
  const encodings = (headers.get('content-encoding') ?? '').toLowerCase().split(',').map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity');
  if (encodings.length === 0) return body;
  const makers = encodings.reverse().flatMap((name) => DECODERS[name] ?? []);
  if (makers.length < encodings.length || makers.length > MAXIMUM_ENCODINGS || accepted.includes('*;q=0')) return refused(body);
  let failure: Error | undefined;
  const source = Readable.from(piecesOf(body, (error) => (failure = error)), { objectMode: false });
  const decoders = makers.map((make) => make());
  pipeline([source, ...decoders], () => undefined);
  const pieces: AsyncIterator<unknown, undefined> = (decoders.at(-1) ?? source)[Symbol.asyncIterator]();
  return {
    read: async () => {
      try {
        const { value } = await pieces.next();
        return value instanceof Uint8Array ? { done: false, value } : { done: true, value: undefined };
      } catch (thrown) {
        throw failure ?? new UnreadableAnswerError('a compressed body that is damaged', { cause: thrown });
      }
    },
    cancel: () => {
      source.destroy();
      body.cancel();
    },
  };
}

async function* piecesOf(body: BodyReader, onFailure: (error: Error | undefined) => void): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    for (let { done, value } = await body.read(); !done && value !== undefined; { done, value } = await body.read()) yield value;
  } catch (thrown) {
    onFailure(thrown instanceof Error ? thrown : undefined);
    throw thrown;
  }
}

function refused(body: BodyReader): BodyReader {
  return {
    read: () => Promise.reject(new UnreadableAnswerError('a body in an encoding that was not asked for')),
    cancel: () => {
      body.cancel();
    },
  };
}
