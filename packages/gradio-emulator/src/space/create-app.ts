import { FileStore } from '../files/file-store.ts';
import { builtInFunctions } from '../functions/built-in/built-in-functions.ts';
import { gradio53 } from '../protocol/gradio-version.ts';
import { Endpoint } from '../queue/endpoint.ts';
import { Sessions } from '../queue/sessions.ts';
import { SpaceQueue } from '../queue/space-queue.ts';
import { LoginGate } from './login-gate.ts';
import type { SpaceApp } from './space-app.ts';
import type { SpaceOptions } from './space-options.ts';

/** Makes what a Space is from one start to the next. `onStep` hears the index of every step that a job reports. */
export function createApp(options: SpaceOptions, onStep: (step: number) => void): SpaceApp {
  const version = gradio53;
  const functions = { ...builtInFunctions(options), ...options.functions };
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
    onStep,
  });
  const heartbeatMs = options.heartbeatMs ?? version.heartbeatMs;
  return { version, endpoints, sessions, queue, files, heartbeatMs, login: new LoginGate(options.login) };
}
