import type { Server, ServerResponse } from 'node:http';
import { sendJson } from './send-json.ts';
import type { SpaceState } from './space-state.ts';

/** Answers what a measured program asks about itself, or wants done. */
export async function answerControl(state: SpaceState, server: Server, name: string, response: ServerResponse): Promise<void> {
  switch (name) {
    case 'requests':
      sendJson(response, state.requests);
      state.requests = [];
      return;
    case 'held':
      sendJson(response, state.waiting.length);
      return;
    case 'release':
      for (const goOn of state.waiting.splice(0)) goOn();
      sendJson(response, 'released');
      return;
    case 'sockets':
      // The one that asks is none of those that are asked for.
      sendJson(response, (await connections(server)) - 1);
      return;
    case 'close-idle':
      server.closeIdleConnections();
      sendJson(response, 'closed');
      return;
    default:
      sendJson(response, { detail: 'Not Found' }, 404);
  }
}

function connections(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.getConnections((error, count) => {
      if (error === null) resolve(count);
      else reject(error);
    });
  });
}
