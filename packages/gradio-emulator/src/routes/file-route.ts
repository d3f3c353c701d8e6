import { replyDetail } from '../http/reply.ts';
import { byteRange } from '../files/byte-range.ts';
import { mediaType } from '../files/media-type.ts';
import type { SpaceApp } from '../space/space-app.ts';
import type { Exchange, Route } from './route.ts';

/** `GET` or `HEAD /file=<path>`: the bytes of a stored file; 403 for any other path, a redirect for a URL. */
export function fileRoute(app: SpaceApp, method: 'GET' | 'HEAD'): Route {
  return {
    method,
    path: new RegExp(`^${app.version.apiPrefix}/file=(?<path>.*)$`, 's'),
    login: true,
    handle: (exchange) => {
      serveFile(app, exchange);
    },
  };
}

function serveFile(app: SpaceApp, { request, response, parameters }: Exchange): void {
  const path = parameters['path'] ?? '';
  if (/^https?:\/\//.test(path)) {
    // Gradio before 6.20 redirects anywhere; a header cannot hold a line break.
    response.writeHead(302, { 'content-length': 0, location: encodeURI(path) }).end();
    return;
  }
  const file = app.files.get(path);
  if (file === undefined) {
    replyDetail(response, 403, `File not allowed: ${path}.`);
    return;
  }
  const range = byteRange(request.headers.range, file.bytes.byteLength);
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'content-range': `*/${file.bytes.byteLength.toString()}` }).end();
    return;
  }
  const { start, end } = range;
  const body = file.bytes.subarray(start, end + 1);
  response.writeHead(range.isPart ? 206 : 200, {
    'accept-ranges': 'bytes',
    'content-type': mediaType(file.name),
    'content-disposition': `inline; filename="${encodeURIComponent(file.name)}"`,
    'content-length': body.byteLength,
    'last-modified': file.lastModified.toUTCString(),
    etag: file.etag,
    ...(range.isPart && {
      'content-range': `bytes ${start.toString()}-${end.toString()}/${file.bytes.byteLength.toString()}`,
    }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
