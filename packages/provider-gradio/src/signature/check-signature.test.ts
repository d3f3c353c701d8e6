import { AbortedError, Credential, ProtocolError, type ResponseError } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import type { SpaceInput } from '../provider/space-input.ts';
import { createBarrier } from '@hypotez/provider-testkit';
import { thrownBy } from '../testing/collect.ts';
import { openClient } from '../testing/open-client.ts';
import { body, html, json, startScriptedSpace, type Answer } from '../testing/scripted-space.ts';
import { TEST_LIMITS, TestProvider } from '../testing/test-provider.ts';
import { checkSignature } from './check-signature.ts';

const { inputs } = new TestProvider();
const { bounds } = TEST_LIMITS;

function changed(index: number, changes: Partial<SpaceInput>): readonly SpaceInput[] {
  return inputs.map((input, at) => (at === index ? { ...input, ...changes } : input));
}

async function check({ apiName = 'infer', expected = inputs, other, prefix = '' }: { apiName?: string; expected?: readonly SpaceInput[]; other?: Answer; prefix?: string } = {}) {
  const space = await startScriptedSpace(other === undefined ? {} : { other });
  const report = await checkSignature(openClient({ url: `${space.url}${prefix}` }).space, { apiName, inputs: expected, bounds });
  return { report, space };
}

/** Serves these two texts as `/config` and `/info`. */
function serving(config: unknown, info: Answer): Answer {
  return (response, request) => ((request.url ?? '').endsWith('/config') ? json(200, config) : info)(response, request);
}

describe('checkSignature', () => {
  it('finds that a Space and its plugin match', async () => {
    const { report, space } = await check();
    expect(report).toEqual({ gradioVersion: '5.3.0', matches: true, differences: [], unknown: [] });
    expect(space.requests.map(({ path }) => path)).toEqual(['/config', '/gradio_api/info']);
  });

  it.each<readonly [string, readonly SpaceInput[], object]>([
    ['too few inputs', inputs.slice(0, 7), { kind: 'count', input: 'function', expected: '7 inputs', found: '8 inputs' }],
    ['an input too many', [...inputs, { name: 'steps', component: 'slider', value: () => 1 }], { kind: 'count', input: 'function', expected: '9 inputs', found: '8 inputs' }],
    ['another name', changed(1, { name: 'negative' }), { kind: 'name', input: 'negative', expected: 'negative', found: 'negative_prompt' }],
    ['another kind of component', changed(3, { component: 'dropdown' }), { kind: 'component', input: 'randomize_seed', expected: 'dropdown', found: 'checkbox' }],
    ['a maximum that is too large', changed(4, { range: { min: 512, max: 2048 } }), { kind: 'bounds', input: 'width', expected: '512 to 2048', found: '512 to 1024' }],
    ['a minimum that is too small', changed(6, { range: { min: -1, max: 7.5 } }), { kind: 'bounds', input: 'guidance_scale', expected: '-1 to 7.5', found: '0 to 7.5' }],
  ])('finds %s', async (_name, expected, difference) => {
    const { report } = await check({ expected });
    expect(report.matches).toBe(false);
    expect(report.differences).toContainEqual(difference);
  });

  it('says what has no counterpart', async () => {
    const { report } = await check({ expected: [...inputs, { name: 'extra', component: 'number', value: () => 1 }] });
    expect(report.differences).toContainEqual({ kind: 'name', input: 'extra', expected: 'extra', found: 'nothing' });
  });

  it('finds two inputs that changed places', async () => {
    const [first, second, ...rest] = inputs;
    const { report } = await check({ expected: [second, first, ...rest].filter((input) => input !== undefined) });
    expect(report.differences.map(({ kind, input }) => `${kind} ${input}`)).toEqual(['name negative_prompt', 'name prompt']);
  });

  it('does not mind a Space that takes more than the plugin sends', async () => {
    expect((await check({ expected: changed(7, { range: { min: 1, max: 28 } }) })).report.matches).toBe(true);
    expect((await check({ expected: changed(7, { range: undefined }) })).report.matches).toBe(true);
  });

  it('finds that there is no such function', async () => {
    const { report } = await check({ apiName: 'paint' });
    expect(report).toMatchObject({ matches: false, unknown: ['names', 'bounds'] });
    expect(report.differences).toEqual([{ kind: 'function', input: 'function', expected: 'a function of that name', found: 'none' }]);
  });

  it.each<readonly [string, Answer]>([
    ['500, as on some Gradios that work', body(500, 'Internal Server Error')],
    ['a page', html(200, '<html>')],
    ['another shape', json(200, { named_endpoints: { '/infer': { parameters: 'none' } } })],
    ['no such function', json(200, { named_endpoints: {} })],
    ['a cut connection', (response) => response.socket?.destroy()],
  ])('does without the names where /info answers with %s', async (_name, info) => {
    const { report } = await check({ other: serving(config(), info), expected: changed(0, { name: 'something else' }) });
    expect(report).toEqual({ gradioVersion: '5.3.0', matches: true, differences: [], unknown: ['names'] });
  });

  it('asks for /info without a prefix on Gradio 4, which names none', async () => {
    const { components, dependencies } = config();
    const { space } = await check({ other: serving({ version: '4.44.1', components, dependencies }, json(200, { named_endpoints: {} })) });
    expect(space.requests.map(({ path }) => path)).toEqual(['/config', '/info']);
  });

  it.each(['@evil.example', '.evil.example', ':1', '/../..', '//evil.example', '/a?b', '/a#b', 'gradio_api', '/gradio api'])('does not follow the prefix %j to anywhere', async (api_prefix) => {
    const space = await startScriptedSpace({ other: serving({ ...config(), api_prefix }, json(200, {})) });
    const error = await thrownBy(checkSignature(openClient(space).space, { apiName: 'infer', inputs, bounds }));
    expect(error).toBeInstanceOf(ProtocolError);
    expect(space.requests).toHaveLength(1);
  });

  it.each([[null], [[]], ['text'], [{}], [{ components: [], dependencies: [{ inputs: 'none', api_name: 'infer' }] }]])('refuses the /config %j', async (answer) => {
    const space = await startScriptedSpace({ other: json(200, answer) });
    expect(await thrownBy(checkSignature(openClient(space).space, { apiName: 'infer', inputs, bounds }))).toBeInstanceOf(ProtocolError);
  });

  it('takes components that are missing or strange for what they are', async () => {
    const strange = { ...config(), components: [{ id: 1, type: 'textbox\u001B[31m', props: { minimum: 'x', maximum: null } }] };
    const { report } = await check({ other: serving(strange, body(500, '')), expected: inputs.slice(0, 2) });
    expect(report.differences.filter(({ kind }) => kind === 'component')).toEqual([
      { kind: 'component', input: 'prompt', expected: 'textbox', found: 'textbox' },
      { kind: 'component', input: 'negative_prompt', expected: 'textbox', found: 'unknown' },
    ]);
  });

  it('sends the token with both questions, and gives the status of a refusal', async () => {
    const space = await startScriptedSpace({}, { token: 'hf_private' });
    const { space: open } = openClient(space);
    expect(await thrownBy(checkSignature(open, { apiName: 'infer', inputs, bounds }))).toMatchObject({ code: 'authentication', status: 404 } satisfies Partial<ResponseError>);
    const credential = new Credential({ origin: space.url, header: 'authorization', value: 'Bearer hf_private' });
    expect((await checkSignature({ ...open, credential }, { apiName: 'infer', inputs, bounds })).matches).toBe(true);
  });

  it.each(['/config', '/info'])('ends when it is aborted during %s', async (path) => {
    const asked = createBarrier();
    const other: Answer = (response, request) => {
      if (!(request.url ?? '').endsWith(path)) return json(200, config())(response, request);
      asked.open();
      return undefined;
    };
    const space = await startScriptedSpace({ other });
    const controller = new AbortController();
    const report = checkSignature(openClient(space).space, { apiName: 'infer', inputs, bounds, signal: controller.signal });
    await asked.reached;
    controller.abort();
    expect(await thrownBy(report)).toBeInstanceOf(AbortedError);
  });
});

/** A `/config` with the components of `infer`, as Gradio 5.3 gives it. */
function config() {
  const components = inputs.map(({ component, range }, index) => ({ id: index + 1, type: component, props: { minimum: range?.min, maximum: range?.max } }));
  return { version: '5.3.0', api_prefix: '/gradio_api', components, dependencies: [{ api_name: false, inputs: [] }, { api_name: 'infer', inputs: components.map(({ id }) => id) }] };
}
