import { byteRange } from '../files/byte-range.ts';
import { isServedFolder, type StoredFile } from '../files/file-store.ts';
import { safeMediaType } from '../files/media-type.ts';
import { replyDetail, replyText } from '../http/reply.ts';
import type { SpaceApp } from '../space/space-app.ts';
import { replyServerError } from './reply-server-error.ts';
import type { Exchange, Route } from './route.ts';

/** `GET` or `HEAD /file=<path>` (or `/file/<path>`): the bytes of a stored file; 403 for any other path. */
export function fileRoute(app: SpaceApp, method: 'GET' | 'HEAD'): Route {
  return {
    method,
    path: new RegExp(`^${app.release.apiPrefix}/file(?:=|${method === 'GET' ? '/' : '='})(?<path>.*)$`, 's'),
    login: true,
    handle: (exchange) => {
      serveFile(app, exchange);
    },
  };
}

function serveFile(app: SpaceApp, exchange: Exchange): void {
  const { response, request } = exchange;
  const path = requestedPath(app, exchange);
  if (/^https?:\/\//.test(path) && app.release.files.redirectsLinks) {
    // A header cannot hold a line break.
    response.writeHead(302, { 'content-length': 0, location: encodeURI(path) }).end();
    return;
  }
  const file = app.files.get(path);
  if (file === undefined) {
    // Later releases fetch a URL, unless its address is private. The emulator fetches nothing.
    if (app.release.files.saysNotFound && isServedFolder(path)) replyDetail(response, 404, `File not found: ${path}.`);
    else replyDetail(response, 403, `File not allowed: ${path}.`);
    return;
  }
  const ifRange = request.headers['if-range'];
  const range = byteRange(request.headers.range, file.bytes.byteLength);
  switch (range.kind) {
    case 'crash':
      replyServerError(app, response, range.error);
      return;
    case 'malformed':
      replyText(response, 400, 'text/plain; charset=utf-8', range.reason);
      return;
    case 'unsatisfiable': {
      const contentRange = `${app.release.files.rangeUnit}*/${file.bytes.byteLength.toString()}`;
      replyText(response, 416, 'text/plain; charset=utf-8', '', { 'content-range': contentRange });
      return;
    }
    case 'part':
      if (range.echoes) sendEchoing(exchange, file, range.start, range.end);
      else if (ifRange === undefined || ifRange === file.etag) send(exchange, file, range);
      else send(exchange, file);
      return;
    case 'whole':
      send(exchange, file);
  }
}

/** The path as it was asked for: only percent signs are decoded, dots stay. */
function requestedPath(app: SpaceApp, { request }: Exchange): string {
  const raw = (request.url ?? '').split('?', 1)[0] ?? '';
  const encoded = raw.slice(`${app.release.apiPrefix}/file=`.length);
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

function send({ request, response }: Exchange, file: StoredFile, part?: { start: number; end: number }): void {
  const size = file.bytes.byteLength;
  const { start, end } = part ?? { start: 0, end: size - 1 };
  const { type, disposition } = safeMediaType(file.name);
  const name = encodeURIComponent(file.name);
  const fileName = name === file.name ? `filename="${name}"` : `filename*=utf-8''${name}`;
  response.writeHead(part === undefined ? 200 : 206, {
    'accept-ranges': 'bytes',
    'content-type': type,
    'content-disposition': `${disposition}; ${fileName}`,
    'content-length': end - start + 1,
    'last-modified': file.lastModified.toUTCString(),
    etag: file.etag,
    ...(part && { 'content-range': `bytes ${start.toString()}-${end.toString()}/${size.toString()}` }),
  });
  response.end(request.method === 'HEAD' ? undefined : file.bytes.subarray(start, end + 1));
}

/** Headers of a connection, which Node decides about. */
const ownHeaders = new Set(['connection', 'transfer-encoding']);

/** Sends a part under the headers of the request, as Gradio does. */
function sendEchoing({ request, response }: Exchange, file: StoredFile, start: number, end: number): void {
  const size = file.bytes.byteLength;
  const { type, disposition } = safeMediaType(file.name);
  const length = end - start + 1;
  const body = file.bytes.subarray(start, end + 1);
  response.writeHead(206, {
    ...Object.fromEntries(Object.entries(request.headers).filter(([name]) => !ownHeaders.has(name))),
    'content-type': type,
    'content-disposition': disposition,
    'content-length': length,
    'content-range': `bytes ${start.toString()}-${end.toString()}/${size.toString()}`,
  });
  if (request.method === 'HEAD' || body.byteLength === length)
    response.end(request.method === 'HEAD' ? undefined : body);
  // An end beyond the file promises a byte that is not there; the server closes the connection over it.
  else response.write(body, () => response.socket?.destroySoon());
}
