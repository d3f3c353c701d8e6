import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { NetworkError } from '../errors/network-error.ts';
import { UnavailableError } from '../errors/unavailable-error.ts';
import { createProviderContext } from '../provider/create-provider-context.ts';
import type { ProviderContext } from '../provider/provider-context.ts';
import { linkAbort } from './link-abort.ts';
import { createBarrier, settle } from '../testing/barrier.ts';
import { examplePlugin } from '../testing/example-plugin.ts';
import { ExampleProvider } from '../testing/example-provider.ts';
import { exampleRegistry, type ExampleRegistry } from '../testing/example-registry.ts';
import { image, outcomeOf, step, type Generate } from '../testing/example-run.ts';
import { listen, startServer } from '../testing/local-server.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { openHttp } from '../testing/open-http.ts';
import { scriptedOutcomes } from '../testing/scripted-plugin.ts';

const JOB = { method: 'POST', json: {}, billable: true } as const;

/** What a plugin of these tests works with. */
interface Work {
  readonly http: ProviderContext['http'];
  readonly signal: AbortSignal;
  /** Ends the run from outside, and waits for what comes of it. */
  readonly end: () => Promise<never>;
}

/** How a run ends that does some work until it is ended. */
async function endOf(how: string, work: (work: Work) => ReturnType<Generate>, http = openHttp()): Promise<unknown> {
  const [clock, controller] = [new ManualClock(), new AbortController()];
  const provider = new ExampleProvider(createProviderContext({ http, clock }));
  const end = async (): Promise<never> => {
    if (how === 'abort') controller.abort();
    else clock.advance(60_000);
    return new Promise(() => undefined);
  };
  provider.script = ({ signal }) => work({ http, signal, end });
  return (await outcomeOf(provider.createAsyncGenerator({ prompt: 'a cat', signal: controller.signal, timeoutMs: 60_000 }))).error;
}

const NO = { code: expect.stringMatching(/^(?:aborted|timeout)$/u) as string, billed: 'no' };
const MAYBE = { ...NO, billed: 'maybe' };

describe.each(['abort', 'deadline'])('the bill of a run that ends by %s', (how) => {
  it('is none while only what costs nothing was asked for', async () => {
    const { origin } = await startServer();
    expect(await endOf(how, async function* ({ http, signal, end }) {
      await (await http.request({ url: origin, signal })).text();
      yield await end();
    })).toMatchObject(NO);
  });

  it('is none while the job waits for its connection', async () => {
    const connecting = createBarrier();
    // Of the handshake there comes no more.
    const { port } = await listen(createServer(() => { connecting.open(); }));
    expect(await endOf(how, async function* ({ http, signal, end }) {
      void connecting.reached.then(end);
      await http.request({ ...JOB, url: `https://127.0.0.1:${port.toString()}`, signal });
      yield image();
    })).toMatchObject(NO);
  });

  it('is open as soon as the job is on its way', async () => {
    const asked = createBarrier();
    const { origin } = await startServer(() => { asked.open(); });
    expect(await endOf(how, async function* ({ http, signal, end }) {
      void asked.reached.then(end);
      await http.request({ ...JOB, url: origin, signal });
      yield image();
    })).toMatchObject(MAYBE);
  });

  it('stays open when something else is asked for afterwards', async () => {
    const { origin } = await startServer((response, { method }) => (method === 'POST' ? response.writeHead(307, { location: '/again' }).end() : response.end()));
    expect(await endOf(how, async function* ({ http, signal, end }) {
      await http.request({ ...JOB, url: origin, signal }).catch(() => undefined);
      await (await http.request({ url: origin, signal })).text();
      yield await end();
    })).toMatchObject(MAYBE);
  });

  it('knows the job also by a signal that the plugin derived', async () => {
    const { origin } = await startServer();
    expect(await endOf(how, async function* ({ http, signal, end }) {
      await (await http.request({ url: origin, signal })).text();
      await (await http.request({ ...JOB, url: origin, signal: linkAbort(new AbortController().signal, signal).signal })).text();
      yield await end();
    })).toMatchObject(MAYBE);
  });

  it.each([['a signal of its own', new AbortController().signal], ['no signal', undefined]])('is open where a job went out with %s: it may be of this run', async (_what, foreign) => {
    const { origin } = await startServer();
    expect(await endOf(how, async function* ({ http, signal, end }) {
      await (await http.request({ url: origin, signal })).text();
      await (await http.request({ ...JOB, url: origin, signal: foreign })).text();
      yield await end();
    })).toMatchObject(MAYBE);
  });

  it('is open where the plugin asked nobody that is known: it may have ways of its own', async () => {
    expect(await endOf(how, async function* ({ end }) {
      yield await end();
    })).toMatchObject(MAYBE);
  });

  it('is open after the first event: there is something that it tells of', async () => {
    const { origin } = await startServer();
    expect(await endOf(how, async function* ({ http, signal, end }) {
      await (await http.request({ url: origin, signal })).text();
      yield step(1);
      yield await end();
    })).toMatchObject(MAYBE);
  });

  it('is open over a transport of the application, which does not tell when something goes out', async () => {
    const asked = createBarrier();
    const deaf = { request: (): Promise<never> => { asked.open(); return new Promise(() => undefined); }, close: () => Promise.resolve() };
    expect(await endOf(how, async function* ({ http, signal, end }) {
      void asked.reached.then(end);
      await http.request({ ...JOB, url: 'https://example.com', signal });
      yield image();
    }, deaf)).toMatchObject(MAYBE);
  });
});

/** Ends a run of a registry that waits. */
function endingOf({ controller, clock }: ExampleRegistry, how: string): void {
  if (how === 'abort') controller.abort();
  else clock.advance(600_000);
}

describe.each(['abort', 'deadline'])('the bill of a run that waits and ends by %s', (how) => {
  it('for a place is none, but that of the call that has it is open', async () => {
    const begun = createBarrier();
    const paint: Generate = async function* () {
      begun.open();
      yield await new Promise(() => undefined);
    };
    const example = exampleRegistry([examplePlugin('a', { generate: paint })], { rates: { a: { concurrency: 1 } } });
    const request = { prompt: 'x', signal: example.controller.signal };
    const first = outcomeOf(example.registry.generate('sd-3.5', request));
    await begun.reached;
    const second = example.registry.generate('sd-3.5', request);
    expect((await second.next()).value).toMatchObject({ stage: 'queued' });
    const ends = [first, outcomeOf(second)];
    await settle();
    endingOf(example, how);
    expect((await Promise.all(ends)).map(({ error }) => error)).toMatchObject([MAYBE, NO]);
  });

  it('before another try is none: what failed cost nothing', async () => {
    const example = exampleRegistry([scriptedOutcomes('a', () => new UnavailableError('Full.', { retryAfterMs: 30_000 }))]);
    const run = example.registry.generate('sd-3.5', { prompt: 'x', signal: example.controller.signal, timeoutMs: 20_000 });
    expect((await run.next()).value).toMatchObject({ stage: 'attempt' });
    const rest = outcomeOf(run);
    await settle();
    endingOf(example, how);
    expect((await rest).error).toMatchObject(NO);
  });

  it('before another try is open when what failed may have cost something', async () => {
    const failures = [() => new NetworkError('Broken.', { billed: 'maybe' }), () => new UnavailableError('Full.', { retryAfterMs: 30_000 })];
    const plugins = failures.map((failure, index) => scriptedOutcomes(String(index), failure));
    const example = exampleRegistry(plugins, { failOver: { onMaybeBilled: true } });
    const run = example.registry.generate('sd-3.5', { prompt: 'x', signal: example.controller.signal, timeoutMs: 20_000 });
    expect((await run.next()).value).toMatchObject({ attempt: 2 });
    expect((await run.next()).value).toMatchObject({ attempt: 3 });
    const rest = outcomeOf(run);
    await settle();
    endingOf(example, how);
    expect((await rest).error).toMatchObject(MAYBE);
  });

  it('until a provider has rested is none', async () => {
    const example = exampleRegistry([scriptedOutcomes('a', () => new UnavailableError('Full.', { retryAfterMs: 50_000 }))], { retries: 0 });
    const ask = () => example.registry.generate('sd-3.5', { prompt: 'x', signal: example.controller.signal, timeoutMs: 20_000 });
    await outcomeOf(ask());
    const run = ask();
    expect((await run.next()).value).toMatchObject({ stage: 'queued' });
    const rest = outcomeOf(run);
    await settle();
    endingOf(example, how);
    expect((await rest).error).toMatchObject(NO);
  });

  it('for an image while others are there is open', async () => {
    const example = exampleRegistry([examplePlugin('a', { images: 2 })], { rates: { a: { perInterval: 1, intervalMs: 60_000 } } });
    const run = example.registry.generate('sd-3.5', { prompt: 'x', n: 2, signal: example.controller.signal, timeoutMs: 20_000 });
    const types: string[] = [];
    while (!types.includes('image')) types.push((await run.next()).value?.type ?? 'end');
    const rest = outcomeOf(run);
    await settle();
    endingOf(example, how);
    expect((await rest).error).toMatchObject(MAYBE);
  });

  it('for its input images is none', async () => {
    const [asked, clock, controller] = [createBarrier(), new ManualClock(), new AbortController()];
    const http = { request: (): Promise<never> => { asked.open(); return new Promise(() => undefined); }, close: () => Promise.resolve() };
    const provider = new ExampleProvider(createProviderContext({ http, clock }));
    const outcome = outcomeOf(provider.createAsyncGenerator({ prompt: 'x', images: ['https://example.com/a.png'], signal: controller.signal, timeoutMs: 20_000 }));
    await asked.reached;
    if (how === 'abort') controller.abort();
    else clock.advance(20_000);
    expect((await outcome).error).toMatchObject(NO);
  });
});
