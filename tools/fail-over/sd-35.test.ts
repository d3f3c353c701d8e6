import { spawn } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AllProvidersFailedError, type ImageRequest } from '@hypotez/provider-core';
import { answer, json } from '@hypotez/provider-testkit';
import { describe, expect, it, onTestFinished } from 'vitest';
import { workspaceRoot } from '../docs/workspace-root.ts';
import { ask, registryOf, startThree, told, type ThreeServices } from './three-services.ts';

const usedUp = { zeroGpu: 'quota-2026-anonymous' } as const;
const full = { intercept: (_request: unknown, response: { writeHead(status: number): { end(text: string): unknown } }): boolean => (response.writeHead(503).end('Queue is full.'), true) };
const tooFast = [json(429, { id: '1', name: 'rate_limit_exceeded', errors: ['You have exceeded the rate limit.'] }, { 'retry-after': '3600' })];
const flagged = [json(403, { id: '1', name: 'content_moderation', errors: ['Your request was flagged.'] })];

describe('sd-3.5', () => {
  it('is painted by the Space, as long as that can', async () => {
    const three = await startThree();
    expect(told((await ask(registryOf(three))).events)).toEqual([{ image: 'stabilityai-sd35', model: 'stabilityai-stable-diffusion-3-5-large' }]);
    expect(three.jobs()).toEqual([1, 0, 0]);
  });

  it('is painted by the third when the Space has no quota left and the API wants a long wait', async () => {
    const three = await startThree({ space: usedUp, stability: tooFast });
    const { events, error } = await ask(registryOf(three));
    expect(error).toBeUndefined();
    expect(told(events)).toEqual([
      { attempt: 2, provider: 'stability-api', reason: 'quota_exceeded' },
      { attempt: 3, provider: 'openai-compatible', reason: 'rate_limit' },
      { image: 'openai-compatible', model: 'stable-diffusion-3.5-large' },
    ]);
    expect(three.jobs()).toEqual([1, 1, 1]);
    const image = events.at(-1);
    expect(image?.type === 'image' && (await image.images())[0]?.mediaType).toBe('image/png');
  });

  it('is painted by the second when the queue of the Space is full, and the third is not asked', async () => {
    const three = await startThree({ space: full });
    const { events } = await ask(registryOf(three));
    expect(told(events)).toEqual([{ attempt: 2, provider: 'stability-api', reason: 'unavailable' }, { image: 'stability-api', model: 'sd3.5-large' }]);
    expect(three.jobs().slice(1)).toEqual([1, 0]);
  });

  it('is painted nowhere once its prompt was refused, unless the application allows it', async () => {
    const three = await startThree({ space: usedUp, stability: flagged });
    const { events, error } = await ask(registryOf(three));
    expect(told(events)).toEqual([{ attempt: 2, provider: 'stability-api', reason: 'quota_exceeded' }]);
    expect(error).toBeInstanceOf(AllProvidersFailedError);
    expect(error).toMatchObject({ billed: 'no', attempts: [{ provider: 'stabilityai-sd35', error: { code: 'quota_exceeded' } }, { provider: 'stability-api', error: { code: 'moderation' } }] });
    expect(three.jobs()).toEqual([1, 1, 0]);
    const allowed = await ask(registryOf(three, { failOver: { onModeration: true } }));
    expect(told(allowed.events).at(-1)).toEqual({ image: 'openai-compatible', model: 'stable-diffusion-3.5-large' });
  });

  it('is not painted a second time when the second may have painted it', async () => {
    const three = await startThree({ space: usedUp, stability: [answer(500)] });
    expect((await ask(registryOf(three))).error).toMatchObject({ billed: 'maybe' });
    expect(three.jobs()).toEqual([1, 1, 0]);
  });

  it('is asked for in the order of the routes', async () => {
    const three = await startThree({ server: [answer(503)], stability: tooFast });
    const { events } = await ask(registryOf(three, { routes: { 'sd-3.5': ['openai-compatible', 'stability-api'] } }));
    expect(told(events)).toEqual([
      { attempt: 2, provider: 'stability-api', reason: 'unavailable' },
      { attempt: 3, provider: 'stabilityai-sd35', reason: 'rate_limit' },
      { image: 'stabilityai-sd35', model: 'stabilityai-stable-diffusion-3-5-large' },
    ]);
  });

  it.each<readonly [ImageRequest, readonly string[]]>([
    [{ negativePrompt: 'people' }, ['stability-api']],
    [{ numInferenceSteps: 20 }, ['stability-api', 'stabilityai-sd35']],
  ])('with %j goes past those that cannot do it', async (request, providers) => {
    const three = await startThree();
    const { events } = await ask(registryOf(three, { routes: { 'sd-3.5': ['openai-compatible', 'stability-api', 'stabilityai-sd35'] } }), request);
    expect(told(events)).toMatchObject([...providers.map((provider) => ({ provider, reason: 'invalid_request' })), { image: providers.at(-1) }]);
  });
});

describe('a configuration', () => {
  /** Runs the command in a folder with a configuration of the three. */
  async function generate({ urls }: ThreeServices, routes: readonly string[]): Promise<readonly unknown[]> {
    const folder = await mkdtemp(join(tmpdir(), 'hypotez-fail-over-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await symlink(join(workspaceRoot, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const models = [{ id: 'stable-diffusion-3.5-large', aliases: ['sd-3.5'] }];
    const plugins = [
      { from: '@hypotez/provider-stabilityai-sd35', options: { url: urls['stabilityai-sd35'] } },
      { from: '@hypotez/provider-stability-api', options: { url: urls['stability-api'], apiKey: { env: 'KEY_OF_STABILITY' } } },
      { from: '@hypotez/provider-openai-compatible', options: { url: urls['openai-compatible'], models } },
    ];
    await writeFile(join(folder, 'hypotez.config.json'), JSON.stringify({ plugins, routes: { 'sd-3.5': routes } }));
    const command = spawn(process.execPath, ['--conditions=@hypotez/source', join(workspaceRoot, 'packages/cli/src/main.ts'), 'generate', 'a lighthouse', '--json', '--output', 'lighthouse.png'], {
      cwd: folder, env: { PATH: process.env['PATH'], KEY_OF_STABILITY: 'key-of-stability' },
    });
    let text = '';
    command.stdout.on('data', (bytes: Buffer) => { text += bytes.toString(); });
    await new Promise((resolve) => command.once('close', resolve));
    return text.trim().split('\n').map((line) => JSON.parse(line) as unknown);
  }

  it.each([
    [[], ['stability-api', 'openai-compatible']],
    [['stability-api', 'stabilityai-sd35'], ['stabilityai-sd35', 'openai-compatible']],
  ])('with the routes %j tries %j after the first', async (routes, providers) => {
    const three = await startThree({ space: usedUp, stability: tooFast });
    const lines = await generate(three, routes);
    expect(lines.filter((line) => JSON.stringify(line).includes('"attempt"'))).toMatchObject(providers.map((provider) => ({ provider })));
    expect(three.jobs()).toEqual([1, 1, 1]);
  });
});
