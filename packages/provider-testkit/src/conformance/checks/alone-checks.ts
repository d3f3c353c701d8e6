import { runAlone, type Life } from '../alone/run-alone.ts';
import type { ConformanceCheck } from '../conformance-check.ts';
import type { ConformanceScenario, ConformanceSubject } from '../conformance-scenario.ts';
import { requireThat } from '../require-that.ts';

// One life answers several questions.
const lives = new WeakMap<ConformanceScenario, Promise<Life>>();

async function lifeOf(subject: ConformanceSubject): Promise<Life> {
  const { scenario } = subject;
  const life = lives.get(scenario) ?? runAlone(subject, 'node', ['read to its end', 'aborted', 'left', 'refused']);
  lives.set(scenario, life);
  const known = await life;
  requireHappiness(known);
  return known;
}

function requireHappiness({ failures }: Life): void {
  requireThat(failures.length === 0, `In a thread of its own, bundled with esbuild, the plugin failed: ${failures.join('\n')}`, 'See that entry names the module and the factory, with every option that the factory needs.');
}

/** What a plugin does to the process that it runs in, seen in a thread of its own. */
export const aloneChecks: readonly ConformanceCheck[] = [
  {
    id: 'no-output',
    title: 'writes nothing to the console',
    run: async (subject) => {
      const { output } = await lifeOf(subject);
      requireThat(output === '', `It wrote to the console:\n${output}`, 'Write to context.logger, which the application chooses.');
    },
  },
  {
    id: 'no-rejection',
    title: 'leaves no rejection unhandled, however a run ends',
    run: async (subject) => {
      const { rejections } = await lifeOf(subject);
      requireThat(rejections.length === 0, `Promises were rejected that nobody listened to:\n${rejections.join('\n')}`, 'Await every promise, or catch what does not matter.');
    },
  },
  {
    id: 'nothing-left',
    title: 'leaves no listener, timer or socket, however a run ends',
    run: async (subject) => {
      const { left } = await lifeOf(subject);
      requireThat(left.length === 0, `It left behind:\n${left.join('\n')}`, 'Take back listeners and timers in the finally of the generator, and use context.http and context.clock alone.');
    },
  },
  {
    id: 'browser-bundle',
    title: 'bundles for browsers without modules of Node, and paints where Node\'s globals are gone (in a thread: without a page, CORS or a browser\'s fetch)',
    run: async (subject) => {
      requireHappiness(await runAlone(subject, 'browser', ['read to its end']));
    },
  },
];
