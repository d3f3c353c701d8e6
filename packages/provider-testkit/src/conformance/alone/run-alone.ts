import { Worker } from 'node:worker_threads';
import { startFaultServer } from '../../server/fault-server.ts';
import { json } from '../../steps/answer.ts';
import { hold } from '../../steps/hold.ts';
import { requestsOf } from '../../wires/requests-of.ts';
import type { Answers } from '../answers/answers.ts';
import { firstHalf } from '../answers/first-half.ts';
import { serve } from '../answers/serve.ts';
import type { ConformanceSubject } from '../conformance-scenario.ts';
import { API_KEY } from '../trial/open-trial.ts';
import { until } from '../trial/until.ts';
import { within } from '../trial/within.ts';
import { bundleModule, bundlePlugin, type BundlePlatform } from './bundle-plugin.ts';
import type { LifeAct, LifeMessage, LifePlan } from './life-plan.ts';

/** What a plugin left behind that ran in a thread of its own. */
export interface Life {
  /** Why a run that should have given an image gave none. */
  readonly failures: readonly string[];
  /** What was written to the console. */
  readonly output: string;
  /** Promises that were rejected and that nobody listened to. */
  readonly rejections: readonly string[];
  /** What outlived the runs. */
  readonly left: readonly string[];
}

const HELD: Answers = { news: (healthy) => [...firstHalf(healthy), hold()] };
const ANSWERS: Readonly<Record<LifeAct, Answers>> = {
  'read to its end': {}, aborted: HELD, left: HELD, refused: { start: () => [json(500, { error: { message: 'refused' } })] },
};
/** Longest life of a thread, in milliseconds. */
const PATIENCE_MS = 30_000;
/** What the thread begins with; its code and that of the plugin are scripts, so that nothing is resolved where nothing can be. */
const SCRIPT = `
const { parentPort, workerData } = require('node:worker_threads');
const { live } = require('node:vm').runInThisContext(workerData.life);
live(workerData.plan, parentPort);
`;

/** Runs a bundled plugin in a thread of its own, whose console, listeners and timers are nobody else's. */
export async function runAlone({ scenario: { entry, wire, example } }: ConformanceSubject, platform: BundlePlatform, acts: readonly LifeAct[]): Promise<Life> {
  const life = await bundleModule(new URL(import.meta.url.endsWith('.ts') ? './live.ts' : './live.js', import.meta.url));
  const code = await bundlePlugin(entry, platform);
  const services = await Promise.all(acts.map(async (act) => ({ act, server: await startFaultServer({ respond: serve(wire, ANSWERS[act]) }) })));
  const plan: LifePlan = {
    code,
    isBrowser: platform === 'browser',
    options: entry.options ?? {},
    request: { ...example.request, apiKey: API_KEY },
    acts: services.map(({ act, server: { url } }) => ({ act, url })),
  };
  const worker = new Worker(SCRIPT, { eval: true, stdout: true, stderr: true, env: {}, execArgv: [], workerData: { life, plan } });
  const failures: string[] = [];
  const rejections: string[] = [];
  const left: string[] = [];
  const pieces: string[] = [];
  for (const stream of [worker.stdout, worker.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { pieces.push(text); });
  worker.on('message', (message: LifeMessage) => {
    switch (message.type) {
      case 'waiting': {
        const server = services.find(({ act }) => act === message.act)?.server;
        const isFollowed = (): boolean => server !== undefined && requestsOf(server, wire, wire.newsPart ?? 'start').length > 0;
        // A run that does not get so far is told to go on as well: what fails then is told by the thread.
        void until(isFollowed, 'The job was not followed.', '').catch(() => undefined).then(() => { worker.postMessage('go'); });
        break;
      }
      case 'failed': failures.push(message.why); break;
      case 'rejection': rejections.push(message.why); break;
      case 'left': left.push(message.what); break;
    }
  });
  const ended = new Promise<void>((resolve) => {
    worker.once('error', (error: unknown) => { failures.push(`the thread ended with ${String(error)}`); });
    worker.once('exit', () => { resolve(); });
  });
  try {
    await within(ended, 'The runs in a thread of their own did not end.', 'Hand generation.signal to everything that waits.', PATIENCE_MS);
  } finally {
    await worker.terminate();
    await Promise.all(services.map(({ server }) => server.close()));
  }
  return { failures, output: pieces.join(''), rejections, left };
}
