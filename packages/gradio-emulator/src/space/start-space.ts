import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Edge } from '../edge/edge.ts';
import { spaceRoutes } from '../routes/space-routes.ts';
import { defaultGradioVersion } from '../versions/gradio-versions.ts';
import { createApp } from './create-app.ts';
import { RequestLog } from './request-log.ts';
import { serveRequest } from './serve-request.ts';
import type { Space, SpaceOptions } from './space-options.ts';

/** Starts a Gradio Space on 127.0.0.1. Rejects when the port is taken, and with a `RangeError` for an unknown release. */
export async function startSpace(options: SpaceOptions = {}): Promise<Space> {
  const log = new RequestLog();
  const edge = new Edge(options.state ?? 'running', options.wakeMs ?? 2000);
  const sockets = new Set<Socket>();
  let restartsLeft = options.restartAtStep === undefined ? 0 : 1;
  const onStep = (step: number): void => {
    if (restartsLeft === 0 || step < (options.restartAtStep ?? 0)) return;
    restartsLeft -= 1;
    restart();
  };
  const serve = () => {
    const app = createApp(options, onStep);
    return { app, routes: spaceRoutes(app) };
  };
  let served = serve();
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const { app, routes } = served;
    // A caller who goes away, or an interceptor that fails, must end this exchange and nothing else.
    serveRequest(request, response, { routes, log, app, edge, options }).catch(() => {
      response.destroy();
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : (options.port ?? 0);

  function endEverything(): void {
    const { app } = served;
    app.queue.close();
    for (const socket of sockets) socket.destroy();
    app.sessions.closeAll();
  }
  function restart(): void {
    endEverything();
    served = serve();
  }
  const close = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    endEverything();
    await closed;
  };

  return {
    url: `http://127.0.0.1:${port.toString()}`,
    gradioVersion: options.gradioVersion ?? defaultGradioVersion,
    requests: log.requests,
    get openSockets() {
      return sockets.size;
    },
    get state() {
      return edge.state;
    },
    setState: (state) => {
      edge.setState(state);
    },
    restart,
    close,
    [Symbol.asyncDispose]: close,
  };
}
