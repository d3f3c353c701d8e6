import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { FileStore } from '../files/file-store.ts';
import { builtInFunctions } from '../functions/built-in/built-in-functions.ts';
import { gradio53 } from '../protocol/gradio-version.ts';
import { Endpoint } from '../queue/endpoint.ts';
import { Sessions } from '../queue/sessions.ts';
import { SpaceQueue } from '../queue/space-queue.ts';
import { spaceRoutes } from '../routes/space-routes.ts';
import { LoginGate } from './login-gate.ts';
import { RequestLog } from './request-log.ts';
import { serveRequest } from './serve-request.ts';
import type { SpaceApp } from './space-app.ts';
import type { Space, SpaceOptions } from './space-options.ts';

/** Starts a Gradio Space on 127.0.0.1. Rejects when the port is taken. */
export async function startSpace(options: SpaceOptions = {}): Promise<Space> {
  const app = createApp(options);
  const routes = spaceRoutes(app);
  const log = new RequestLog();
  const sockets = new Set<Socket>();
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    // A caller who goes away, or an interceptor that fails, must end this exchange and nothing else.
    serveRequest(request, response, { routes, log, gate: app.login, options }).catch(() => {
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

  const close = async (): Promise<void> => {
    app.queue.close();
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
    app.sessions.closeAll();
  };

  return {
    url: `http://127.0.0.1:${port.toString()}`,
    requests: log.requests,
    get openSockets() {
      return sockets.size;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function createApp(options: SpaceOptions): SpaceApp {
  const version = gradio53;
  const functions = { ...builtInFunctions(options.previews ?? false), ...options.functions };
  const endpoints = Object.entries(functions).map(([name, value], index) => new Endpoint(name, index, value));
  const sessions = new Sessions(version.maximumSessions);
  const files = new FileStore();
  const queue = new SpaceQueue({
    version,
    endpoints,
    sessions,
    files,
    stepMs: options.stepMs ?? 30,
    progressMs: options.progressMs ?? version.progressMs,
    concurrency: options.concurrency ?? 1,
    maximumSize: options.maximumQueueSize ?? Number.POSITIVE_INFINITY,
  });
  const heartbeatMs = options.heartbeatMs ?? version.heartbeatMs;
  return { version, endpoints, sessions, queue, files, heartbeatMs, login: new LoginGate(options.login) };
}
