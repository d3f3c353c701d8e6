import { Readable, pipeline, type Transform } from 'node:stream';
import * as zlib from 'node:zlib';
import type { BodyReader, ResponseHeaders } from '../runtime-network.ts';
import { InflatedAnswerError } from './inflated-answer-error.node.ts';
import { UnreadableAnswerError } from './unreadable-answer-error.node.ts';

/** Most encodings that are taken off one body. */
const MAXIMUM_ENCODINGS = 3;

/** Bytes that a body may hold whatever it weighs; and how many times its weight, beyond that. Text shrinks to a twentieth, images not at all. */
const BELIEVED_BYTES = 8 * 1024 * 1024;
const BELIEVED_TIMES = 100;

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
 * @throws {InflatedAnswerError} by `read`, beyond 8 MiB, when the body holds more than 100 times its weight: the limits of the
 *   reader alone would let a bomb fill them.
 */
export function decodeBody(body: BodyReader, headers: ResponseHeaders, accepted = ''): BodyReader {
  const encodings = (headers.get('content-encoding') ?? '').toLowerCase().split(',').map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity');
  if (encodings.length === 0) return body;
  const makers = encodings.reverse().flatMap((name) => DECODERS[name] ?? []);
  if (makers.length < encodings.length || makers.length > MAXIMUM_ENCODINGS || accepted.includes('*;q=0')) return refused(body);
  let failure: Error | undefined;
  let received = 0;
  let decoded = 0;
  const source = Readable.from(piecesOf(body, (length) => (received += length), (error) => (failure = error)), { objectMode: false });
  const decoders = makers.map((make) => make());
  pipeline([source, ...decoders], () => undefined);
  const pieces: AsyncIterator<unknown, undefined> = (decoders.at(-1) ?? source)[Symbol.asyncIterator]();
  return {
    read: async () => {
      try {
        const { value } = await pieces.next();
        if (!(value instanceof Uint8Array)) return { done: true, value: undefined };
        decoded += value.length;
        if (decoded > BELIEVED_BYTES && decoded > received * BELIEVED_TIMES) throw new InflatedAnswerError(BELIEVED_BYTES);
        return { done: false, value };
      } catch (thrown) {
        if (thrown instanceof InflatedAnswerError) throw thrown;
        throw failure ?? new UnreadableAnswerError('a compressed body that is damaged', { cause: thrown });
      }
    },
    cancel: () => {
      source.destroy();
      body.cancel();
    },
  };
}

async function* piecesOf(body: BodyReader, onPiece: (length: number) => void, onFailure: (error: Error | undefined) => void): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    for (let { done, value } = await body.read(); !done && value !== undefined; { done, value } = await body.read()) {
      onPiece(value.length);
      yield value;
    }
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
