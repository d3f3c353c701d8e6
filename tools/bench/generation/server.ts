// The program that answers: a Space without a model. It sends ready bytes, so that it takes little of the time.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { cannedStream, EVENT_ID } from './canned-stream.ts';

/** Pause between two pieces, in milliseconds: long enough that they reach the reader one by one. */
const PAUSE_MS = 1;

const pieces = cannedStream();
const started = JSON.stringify({ event_id: EVENT_ID });

const server = createServer((request, response) => {
  if (request.method === 'POST') request.resume().once('end', () => response.setHeader('content-type', 'application/json').end(started));
  else stream(request, response);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : undefined);
});
process.once('disconnect', () => {
  server.close();
  server.closeAllConnections();
});

function stream(request: IncomingMessage, response: ServerResponse): void {
  request.socket.setNoDelay(true);
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  let next = 0;
  const timer = setInterval(() => {
    const piece = pieces[next];
    next += 1;
    if (piece !== undefined && !response.destroyed) {
      response.write(piece);
      return;
    }
    clearInterval(timer);
    response.end();
  }, PAUSE_MS);
}
