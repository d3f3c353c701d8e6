import {
  AbortedError, AuthenticationError, JobCancelledError, QuotaExceededError, ResponseError, ResponseParseError, createProviderContext, imageDownload,
  type ImageEvent, type ImageRequest,
} from '@hypotez/provider-core';
import { GradioClient, QueueFullError, imageUrls, type StreamKind } from '@hypotez/provider-gradio';
import { StabilityAI_SD35Large } from '@hypotez/provider-stabilityai-sd35';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeOwnClient } from './describe-own-client.ts';
import { drain, failure, run, until } from './outcome.ts';
import { createRecordingHttp } from './recording-http.ts';
import type { EmulatedKind } from '../start-emulator.ts';
import type { VersionFacts } from '../version-facts.ts';

/** A server that the suite runs against. */
export interface SuiteServer {
  readonly url: string;
  close(): Promise<void>;
}

/** The servers of one group of tests, and what has to be expected of them. */
export interface SuiteFacts extends VersionFacts {
  /** Name of the group of tests. */
  readonly name: string;
  /** Starts one kind of the test Space. */
  readonly start: (kind: EmulatedKind) => Promise<SuiteServer>;
  /** Longest time for starting, in milliseconds. */
  readonly startTimeoutMs: number;
}

const MESSAGES = [{ role: 'user', content: 'A lighthouse at dawn' }] as const;
const FAST: ImageRequest = { messages: MESSAGES, width: 512, height: 512, numInferenceSteps: 6, seed: 7 };
const QUOTA = 'You have exceeded your free GPU quota (60s requested vs. 12s left). <a href="https://huggingface.co/settings">Subscribe to Pro</a> to get more usage quota. Try again in 0:13:21';

/** The one suite of facts that hold for every Gradio and for the emulator. */
export function describeClient({ name, start, startTimeoutMs, hasNoPrefix, showsErrorOnCall }: SuiteFacts): void {
  describe(name, () => {
    const servers = new Map<EmulatedKind, SuiteServer>();
    beforeAll(async () => {
      await Promise.all((['main', 'login', 'full'] as const).map(async (kind) => servers.set(kind, await start(kind))));
    }, startTimeoutMs);
    afterAll(async () => {
      await Promise.all([...servers.values()].map((server) => server.close()));
    });

    function open(api = 'infer', options: { kind?: EmulatedKind; stream?: StreamKind } = {}) {
      const { kind = 'main', stream } = options;
      const url = servers.get(kind)?.url ?? '';
      const http = createRecordingHttp();
      const session = crypto.randomUUID();
      const random = { uuid: () => session, integer: (min: number) => min };
      const provider = new StabilityAI_SD35Large({ url, apiEndpoint: `/gradio_api/call/${api}`, stream }, createProviderContext({ http, random }));
      return { provider, http, session, url };
    }

    it('makes a picture of the size and seed that were asked for', async () => {
      const { provider } = open();
      const { image, files } = await run(provider, FAST);
      expect(image).toMatchObject({ seed: 7, width: 512, height: 512, alt: 'A lighthouse at dawn' });
      expect(files).toHaveLength(1);
      expect(files[0]).toMatchObject({ width: 512, height: 512 });
      expect(['image/webp', 'image/png']).toContain(files[0]?.mediaType);
    });

    it('tells the queue position, the start and rising steps before the picture', async () => {
      const { provider } = open();
      const { events } = await run(provider, { ...FAST, numInferenceSteps: 40 });
      const progress = events.filter((event) => event.type === 'progress');
      expect(progress[0]).toMatchObject({ stage: 'queued', queuePosition: 0 });
      expect(progress.some(({ stage }) => stage === 'started')).toBe(true);
      const steps = progress.flatMap(({ step }) => (step === undefined ? [] : [step]));
      expect(steps.length).toBeGreaterThan(1);
      expect(steps).toEqual(steps.toSorted((left, right) => left - right));
      expect(progress.findLast(({ stage }) => stage === 'step')).toMatchObject({ steps: 40, message: 'Denoising' });
      expect(events.at(-1)?.type).toBe('image');
    });

    it('sends two requests to the picture, and finds a missing prefix only once', async () => {
      const { provider, http } = open();
      await run(provider, FAST);
      await run(provider, FAST);
      const prefix = hasNoPrefix ? '' : '/gradio_api';
      const twice = [`POST ${prefix}/call/infer`, `GET ${prefix}/queue/data`];
      const requests = http.requests.filter((request) => !request.includes('/file='));
      expect(requests).toEqual([...(hasNoPrefix ? ['POST /gradio_api/call/infer'] : []), ...twice, ...twice]);
    });

    it('makes the same bytes from the same seed', async () => {
      const [first, second] = [await run(open().provider, FAST), await run(open().provider, FAST)];
      expect(first.files[0]?.bytes).toEqual(second.files[0]?.bytes);
    });

    it('reports the seed that the Space chose, which makes the picture again', async () => {
      const unseeded = { ...FAST, seed: undefined };
      const chosen = await run(open().provider, unseeded);
      expect(chosen.image?.seed).toBeTypeOf('number');
      const again = await run(open().provider, { ...unseeded, seed: chosen.image?.seed });
      expect(again.files[0]?.bytes).toEqual(chosen.files[0]?.bytes);
    });

    it('makes the picture by the plain flow too', async () => {
      const { provider, http } = open('infer', { stream: 'call' });
      const { files } = await run(provider, FAST);
      expect(files).toHaveLength(1);
      expect(http.requests.some((request) => request.includes('/queue/data'))).toBe(false);
    });

    it.each(['queue', 'call'] as const)('shows previews of a generator before the picture (%s)', async (stream) => {
      const { provider } = open('preview', { stream });
      const { events, files } = await run(provider, FAST);
      const previews = events.filter((event) => event.type === 'preview');
      expect(previews.length).toBeGreaterThanOrEqual(1);
      expect(events.findLastIndex(({ type }) => type === 'preview')).toBeLessThan(events.findIndex(({ type }) => type === 'image'));
      const [first] = (await previews[0]?.images()) ?? [];
      expect(first?.width).toBe(512);
      expect(files[0]?.bytes).not.toEqual(first?.bytes);
    });

    it('finds every image of a gallery', async () => {
      const url = servers.get('main')?.url ?? '';
      const context = createProviderContext();
      const client = new GradioClient();
      const job = { apiName: 'gallery', data: ['A lighthouse', 3], signal: new AbortController().signal };
      const events = await drain(client.submit({ ...context, url }, job));
      const [data] = events.flatMap((event) => (event.type === 'complete' ? [event.data] : []));
      const urls = imageUrls(data?.[0], { root: url, prefix: client.prefix });
      const download = imageDownload({ http: context.http, origins: [url] });
      const files = await Promise.all(urls.map((address) => download(address, {})));
      expect(files).toHaveLength(3);
    });

    it('finds the image in an update, and says when there is none', async () => {
      expect((await run(open('update').provider, FAST)).files).toHaveLength(1);
      expect(await failure(open('nothing').provider, FAST)).toBeInstanceOf(ResponseParseError);
    });

    it('passes log lines on', async () => {
      const { events } = await run(open('log').provider, FAST);
      expect(events).toContainEqual({ type: 'progress', stage: 'log', message: 'Waiting for a GPU to become available' });
    });

    it('gives the words of a failed function, and its title', async () => {
      expect((await failure(open('fail_shown').provider, { ...FAST, prompt: "It's <b>too</b> dark" })).message).toContain('The Space says');
      const titled = await failure(open('fail_titled').provider, { ...FAST, prompt: 'Something is wrong', negativePrompt: 'A title' });
      expect(titled).toBeInstanceOf(ResponseError);
    });

    it('keeps hidden errors hidden and says so', async () => {
      const error = await failure(open('fail_hidden').provider, { ...FAST, prompt: 'secret detail' });
      expect(error).toMatchObject({ code: 'response', billed: 'maybe' });
      expect(error.message).toContain('does not say why');
    });

    it('recognises a used-up quota', async () => {
      const error = await failure(open('fail_shown').provider, { ...FAST, prompt: QUOTA });
      expect(error).toBeInstanceOf(QuotaExceededError);
      expect(error).toMatchObject({ requestedSeconds: 60, leftSeconds: 12, retryAfterMs: 801_000, billed: 'no' });
    });

    it('gives an error of the plain flow as far as the server tells it', async () => {
      const error = await failure(open('fail_shown', { stream: 'call' }).provider, { ...FAST, prompt: QUOTA });
      expect(error.code).toBe(showsErrorOnCall ? 'quota_exceeded' : 'response');
    });

    it('keeps the previews of a run that fails later', async () => {
      const events: ImageEvent[] = [];
      const error = await failure(open('fail_midway').provider, { ...FAST, prompt: 'late' }, events);
      expect(error).toBeInstanceOf(ResponseError);
      expect(events.some(({ type }) => type === 'preview')).toBe(true);
    });

    it('ends at once when it is aborted, and frees the queue', async () => {
      const { provider } = open();
      const controller = new AbortController();
      const request = { ...FAST, numInferenceSteps: 50, signal: controller.signal };
      const aborted = failure(provider, request, [], (event) => {
        if (event.type === 'progress' && event.stage === 'started') controller.abort();
      });
      expect(await aborted).toBeInstanceOf(AbortedError);
      expect((await run(open().provider, FAST)).files).toHaveLength(1);
    });

    it('tells a job that somebody else cancelled from a finished one', async () => {
      const { provider, http, session, url } = open();
      const error = await failure(provider, { ...FAST, numInferenceSteps: 50 }, [], async (event) => {
        if (event.type !== 'progress' || event.stage !== 'started') return;
        const { event_id } = JSON.parse(http.started[0] ?? '{}') as { event_id: string };
        const body = JSON.stringify({ session_hash: session, fn_index: 0, event_id });
        const headers = { 'content-type': 'application/json' };
        await fetch(`${url}${hasNoPrefix ? '' : '/gradio_api'}/cancel`, { method: 'POST', headers, body });
      });
      expect(error).toBeInstanceOf(JobCancelledError);
    });

    it('says that the queue is full', async () => {
      const running = open('infer', { kind: 'full' }).provider.createAsyncGenerator({ ...FAST, numInferenceSteps: 50 });
      await until(running, 'started');
      const waiting = open('infer', { kind: 'full' }).provider.createAsyncGenerator({ ...FAST, numInferenceSteps: 50 });
      await until(waiting, 'queued');
      const error = await failure(open('infer', { kind: 'full' }).provider, FAST);
      await Promise.all([running.return(undefined), waiting.return(undefined)]);
      expect(error).toBeInstanceOf(QueueFullError);
      expect(error).toMatchObject({ status: 503, retryable: true, billed: 'no' });
    });

    it('says that a login is needed', async () => {
      const error = await failure(open('infer', { kind: 'login' }).provider, FAST);
      expect(error).toBeInstanceOf(AuthenticationError);
      expect(error).toMatchObject({ status: 401 });
    });

    it('says that there is no such function', async () => {
      const error = await failure(open('paint').provider, FAST);
      expect(error).toMatchObject({ status: 500, billed: 'no' });
      expect(error.message).toContain('no function of that name');
    });

    it('finds nothing to complain about in its signature', async () => {
      const report = await open().provider.signature();
      expect(report.differences).toEqual([]);
      expect((await open('gallery').provider.signature()).matches).toBe(false);
    });

    describeOwnClient(() => servers.get('main')?.url ?? '');
  });
}
