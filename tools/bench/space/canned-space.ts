import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { answerControl } from './answer-control.ts';
import type { PreviewForm } from './canned-job.ts';
import { startRelay } from './delaying-relay.ts';
import { JOB_KINDS, type JobKind } from './job-content.ts';
import { sendJson } from './send-json.ts';
import { spaceConfig, spaceInfo } from './space-description.ts';
import { SpaceState } from './space-state.ts';

/** How far away the second address of the server seems to be. */
const ROUND_TRIP_MS = 50;

/** One white pixel. */
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAHLCMmQAAAABJRU5ErkJggg==', 'base64');

/** The addresses of an open Space. */
export interface CannedSpace extends AsyncDisposable {
  readonly url: string;
  /** The same server behind a relay that makes it seem 50 ms away. */
  readonly distantUrl: string;
}

/** Opens a Space without a model. It sends ready bytes, so that it takes little of the time. */
export async function openCannedSpace(): Promise<CannedSpace> {
  const state = new SpaceState();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (!url.pathname.startsWith('/control/')) state.requests.push(`${request.method ?? ''} ${url.pathname}`);
    answer(state, server, { request, response, url }).catch((thrown: unknown) => {
      process.stderr.write(`${String(thrown)}\n`);
      response.destroy();
    });
  });
  // A thousand connections come at once.
  await new Promise<void>((resolve) => server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, resolve));
  const relay = await startRelay(portOf(server), ROUND_TRIP_MS);
  return {
    url: `http://127.0.0.1:${portOf(server).toString()}`,
    distantUrl: `http://127.0.0.1:${relay.port.toString()}`,
    [Symbol.asyncDispose]: async () => {
      relay.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** One request and what belongs to it. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
}

async function answer(state: SpaceState, server: Server, { request, response, url: { pathname, searchParams } }: Exchange): Promise<void> {
  const [, route = '', name = ''] = /^(\/gradio_api\/call\/|\/gradio_api\/file=|\/control\/)?(.*)$/u.exec(pathname) ?? [];
  const root = `http://${request.headers.host ?? ''}`;
  const start = (kind: JobKind | undefined, form: PreviewForm, body: Readonly<Record<string, unknown>>): void => {
    // A function that is none of these has its queue full.
    if (kind === undefined) {
      sendJson(response, { detail: 'Queue is full. Max size is 1 and size is 1.' }, 503);
      return;
    }
    const id = randomUUID().replaceAll('-', '');
    state.session(String(body['session_hash'])).add({ id, kind, messages: state.messages(kind, form, root) });
    sendJson(response, { event_id: id });
  };
  if (route === '/gradio_api/call/') start(JOB_KINDS.find((kind) => kind === name), 'whole', await read(request));
  else if (route === '/gradio_api/file=') response.setHeader('content-type', 'image/png').end(PICTURE);
  else if (route === '/control/') await answerControl(state, server, name, response);
  else if (pathname === '/gradio_api/queue/join') {
    const body = await read(request);
    start(JOB_KINDS[Number(body['fn_index'])], 'diffs', body);
  } else if (pathname === '/gradio_api/queue/data') state.sessions.get(searchParams.get('session_hash') ?? '')?.open(response);
  else if (pathname === '/config') sendJson(response, spaceConfig(root));
  else if (pathname === '/gradio_api/info') sendJson(response, spaceInfo());
  else sendJson(response, { detail: 'Not Found' }, 404);
}

async function read(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const body: unknown = await json(request);
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
