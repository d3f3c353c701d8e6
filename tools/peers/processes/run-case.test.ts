import { answer, hold } from '@hypotez/provider-testkit';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import type { PeerCase } from '../cases/peer-case.ts';
import { judge } from '../judgement/judge.ts';
import { compileChild } from './compile-child.ts';
import { runCase } from './run-case.ts';

const CASE: PeerCase = { title: 'no fault', wire: 'images', setUp: () => ({}), deadlineMs: 2000 };
const FETCH = 'const answer = await (await fetch(options.baseURL + "/images/generations", { method: "POST", body: JSON.stringify(body) })).json();';

/** Installs a made-up `openai`, which does this when it is asked for a picture, and gives the compiled child beside it. */
async function pretend(generate: string, { onTestFinished }: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hypotez-bench-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const library = join(folder, 'node_modules/openai');
  await mkdir(library, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await writeFile(join(library, 'package.json'), '{"name":"openai","type":"module","exports":"./index.js"}');
  await writeFile(join(library, 'index.js'), `
    export class OpenAIError extends Error {}
    export class QuotaError extends OpenAIError {}
    export default class OpenAI {
      constructor(options) { this.images = { generate: async (body, { signal }) => { ${generate} } }; }
    }`);
  return compileChild(folder);
}

// Together: most of the time is spent waiting for what does not come.
describe.concurrent('the comparison sees a library', () => {
  it.for([
    ['image', 'gives the picture', `${FETCH} return answer;`],
    ['typed', 'throws an error of its own', 'throw new QuotaError("no");'],
    ['untyped', 'throws another error', 'throw new TypeError("no");'],
    ['false success', 'gives nothing', 'return null;'],
    ['false success', 'gives half a picture', `${FETCH} answer.data[0].b64_json = answer.data[0].b64_json.slice(0, 40); return answer;`],
    ['hang', 'waits for nothing', 'await new Promise(() => undefined);'],
    ['hang', 'never lets go of the thread', 'for (;;);'],
    ['crash', 'ends the process', 'process.exit(1);'],
    ['crash', 'throws behind the picture', `${FETCH} setTimeout(() => JSON.parse("{"), 50); return answer;`],
    ['crash', 'leaves a rejection to nobody', `${FETCH} void Promise.reject(new Error("nobody listens")); return answer;`],
  ] as const)('as %s that %s', async ([verdict, , generate], context) => {
    const observation = await runCase(CASE, 'openai', await pretend(generate, context));
    expect(judge(observation, 2000)).toBe(verdict);
  });

  it('that leaks the key, the prompt and the terminal', async (context) => {
    const { report } = await runCase(CASE, 'openai', await pretend('throw Object.assign(new Error("\\u001b[2J"), { request: { options, body } });', context));
    expect(report).toMatchObject({ name: 'Error', hasKey: true, hasPrompt: true, hasEscape: true });
  });

  it('that is told to stop and says why it ended', async (context) => {
    const { report } = await runCase({ ...CASE, act: 'abort' }, 'openai', await pretend('await new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));', context));
    expect(report).toMatchObject({ ending: 'thrown', name: 'the reason', isTyped: true });
  });

  it('that leaves a request open', async (context) => {
    const stays: PeerCase = { ...CASE, setUp: () => ({ answers: { start: () => [hold()] } }) };
    const { busySockets, starts } = await runCase(stays, 'openai', await pretend('void fetch(options.baseURL + "/images/generations", { method: "POST" }).catch(() => undefined); await new Promise((resolve) => setTimeout(resolve, 100)); return null;', context));
    expect([busySockets, starts]).toEqual([1, 1]);
  });

  it('that takes memory', async (context) => {
    const { peakBytes } = await runCase(CASE, 'openai', await pretend('globalThis.kept = Buffer.alloc(100 * 1024 * 1024, 1); return null;', context));
    expect(peakBytes).toBeGreaterThan(90 * 1024 * 1024);
    expect(peakBytes).toBeLessThan(200 * 1024 * 1024);
  });

  it('that follows to a foreign host', async (context) => {
    const elsewhere: PeerCase = { ...CASE, setUp: ({ url }) => ({ answers: { start: ({ request }) => [answer(307, '', { location: `${url}${request.path}` })] } }) };
    const { foreign } = await runCase(elsewhere, 'openai', await pretend(`${FETCH} return answer;`, context));
    expect(foreign.join()).toContain('canary prompt');
  });
});
