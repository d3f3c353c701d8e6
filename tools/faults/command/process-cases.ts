import { chunk, eventStream, hold, queueEvents } from '@hypotez/provider-testkit';
import { until } from '../acts/until.ts';
import type { CommandCase } from './command-case.ts';
import { examineCommand } from './examine-command.ts';
import { runCommand } from './run-command.ts';
import { cancelsOf, jobsOf, startSpace } from './start-space.ts';

const running = () => [eventStream(), chunk(queueEvents.queued(0)), chunk(queueEvents.progress(1)), hold()];
const isPainting = (text: string): boolean => text.includes('step');

/** Faults around the process of the command: 76 and 80. */
export const processCases: readonly CommandCase[] = [
  ...([['SIGINT', 130], ['SIGTERM', 143]] as const).map(([name, exit]): CommandCase => ({
    id: `76-command-${name.toLowerCase()}`,
    fault: 76,
    title: `${name} in the middle of a job`,
    maxMs: 10_000,
    play: async (folder) => {
      await using space = await startSpace({ stream: running });
      const command = runCommand({ url: space.url, output: `${folder}/` });
      await until(() => isPainting(command.text.stderr));
      command.signal(name);
      await command.exit;
      return await examineCommand(command, { exit, files: { folder, count: 0 }, counts: { jobs: [jobsOf(space), 1], 'cancelled jobs': [cancelsOf(space), 1] } });
    },
  })),
  {
    id: '76-command-twice',
    fault: 76,
    title: 'a second SIGINT while the Space does not answer the first',
    maxMs: 10_000,
    play: async (folder) => {
      await using space = await startSpace({ stream: running, cancel: () => [hold()] });
      const command = runCommand({ url: space.url, output: `${folder}/` });
      await until(() => isPainting(command.text.stderr));
      command.signal('SIGINT');
      await until(() => cancelsOf(space) === 1);
      const started = performance.now();
      command.signal('SIGINT');
      await command.exit;
      const tookMs = performance.now() - started;
      const found = await examineCommand(command, { exit: 130, files: { folder, count: 0 }, counts: { jobs: [jobsOf(space), 1] } });
      return tookMs > 500 ? [...found, { kind: 'slow', text: `left ${tookMs.toFixed(0)} ms after the second signal` }] : found;
    },
  },
  {
    id: '80-command-closed-stdout',
    fault: 80,
    title: 'the reader of stdout is gone',
    maxMs: 10_000,
    play: async (folder) => {
      await using space = await startSpace();
      const command = runCommand({ url: space.url, output: `${folder}/` });
      command.closeStdout();
      return await examineCommand(command, { exit: 141, files: { folder, count: 1 }, counts: { jobs: [1, 1] } });
    },
  },
  {
    id: '80-command-no-terminal',
    fault: 80,
    title: 'stdout and stderr are pipes',
    maxMs: 10_000,
    play: async (folder) => {
      await using space = await startSpace();
      const command = runCommand({ url: space.url, output: `${folder}/picture.png` });
      const found = await examineCommand(command, { exit: 0, files: { folder, count: 1 }, counts: { jobs: [1, 1] } });
      return command.text.stdout === `${folder}/picture.png\n` ? found : [...found, { kind: 'output', text: `stdout is ${JSON.stringify(command.text.stdout)}` }];
    },
  },
];
