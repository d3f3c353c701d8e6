import { randomInt } from 'node:crypto';
import { FileStore } from '../files/file-store.ts';
import { builtInFunctions } from '../functions/built-in/built-in-functions.ts';
import { Endpoint } from '../queue/endpoint.ts';
import { Sessions } from '../queue/sessions.ts';
import { SpaceQueue } from '../queue/space-queue.ts';
import { gradioRelease } from '../versions/gradio-releases.ts';
import { defaultGradioVersion } from '../versions/gradio-versions.ts';
import { LoginGate } from './login-gate.ts';
import type { SpaceApp } from './space-app.ts';
import type { SpaceOptions } from './space-options.ts';

/** Sessions that Gradio keeps at once; one more evicts the oldest. */
const maximumSessions = 2000;
/** Pause between two heartbeats of a stream in every release, milliseconds. */
const heartbeatMs = 15_000;

/** Makes what a Space is from one start to the next. `onStep` hears the index of every step that a job reports. */
export function createApp(options: SpaceOptions, onStep: (step: number) => void): SpaceApp {
  const release = gradioRelease(options.gradioVersion ?? defaultGradioVersion);
  const functions = { ...builtInFunctions(options), ...options.functions };
  const endpoints = Object.entries(functions).map(([name, value], index) => new Endpoint(name, index, value));
  const sessions = new Sessions(maximumSessions);
  const files = new FileStore();
  const showError = options.showError ?? false;
  const queue = new SpaceQueue({
    release,
    endpoints,
    sessions,
    files,
    stepMs: options.stepMs ?? 30,
    progressMs: options.progressMs ?? release.queue.progressMs,
    concurrency: options.concurrency ?? 1,
    maximumSize: options.maximumQueueSize ?? Number.POSITIVE_INFINITY,
    showError,
    onStep,
  });
  return {
    release,
    id: randomInt(2 ** 47),
    endpoints,
    sessions,
    queue,
    files,
    heartbeatMs: options.heartbeatMs ?? heartbeatMs,
    login: new LoginGate(options.login),
    showError,
    maximumFileSize: options.maximumFileSize ?? null,
  };
}
