import { afterAll, describe, expect, it } from 'vitest';
import { startSpace } from '../space/start-space.ts';
import { createGatedFunction } from '../testing/gated-function.ts';
import { postCall, quickInputs } from '../testing/space-client.ts';

const space = await startSpace({ stepMs: 0 });
afterAll(() => space.close());

describe('POST /call/<api>', () => {
  it('answers with an event id of 32 hex digits', async () => {
    const response = await postCall(space, 'infer', { data: quickInputs });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.text()).toMatch(/^\{"event_id":"[0-9a-f]{32}"\}$/);
  });

  it('takes a slash at the end', async () => {
    expect((await postCall(space, 'infer/', { data: quickInputs })).status).toBe(200);
  });

  // The bodies are those of a real Gradio 5.3.0.
  it.each([
    ['{}', '{"type":"missing","loc":["body","data"],"msg":"Field required","input":{}}'],
    ['{"data":"x"}', '{"type":"list_type","loc":["body","data"],"msg":"Input should be a valid list","input":"x"}'],
    ['{"data":null}', '{"type":"list_type","loc":["body","data"],"msg":"Input should be a valid list","input":null}'],
    ['', '{"type":"missing","loc":["body"],"msg":"Field required","input":null}'],
    ['null', '{"type":"missing","loc":["body"],"msg":"Field required","input":null}'],
    [
      '[1]',
      '{"type":"model_attributes_type","loc":["body"],"msg":"Input should be a valid dictionary or object to extract fields from","input":[1]}',
    ],
    [
      '{"data":',
      '{"type":"json_invalid","loc":["body",8],"msg":"JSON decode error","input":{},"ctx":{"error":"Expecting value"}}',
    ],
    [
      'hello',
      '{"type":"json_invalid","loc":["body",0],"msg":"JSON decode error","input":{},"ctx":{"error":"Expecting value"}}',
    ],
    [
      '{"data":[],"session_hash":5}',
      '{"type":"string_type","loc":["body","session_hash"],"msg":"Input should be a valid string","input":5}',
    ],
  ])('refuses the body %s', async (body, error) => {
    const response = await postCall(space, 'infer', body);
    expect(response.status).toBe(422);
    expect(await response.text()).toBe(`{"detail":[${error}]}`);
  });

  it('refuses a body that is not declared as JSON', async () => {
    const response = await postCall(space, 'infer', '{"data":[]}', { 'content-type': 'text/plain' });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('"type":"model_attributes_type"');
  });

  it.each([
    ['nope', { data: [] }, /\ngradio\.route_utils\.FnIndexInferError: .* for API name: nope\n$/],
    ['infer', { data: [], session_hash: '' }, /\nKeyError: '[\da-f]{32}'\n$/],
  ])('fails on %s with a Python traceback', async (api, body, lastLine) => {
    const response = await postCall(space, api, body);
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(text.startsWith('Traceback (most recent call last):\n')).toBe(true);
    expect(text).toMatch(lastLine);
  });

  it('is not found under another prefix', async () => {
    const response = await fetch(`${space.url}/call/infer`, { method: 'POST', body: '{"data":[]}' });
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('{"detail":"Not Found"}');
  });

  it.each(['GET', 'PUT', 'DELETE'])('does not allow %s', async (method) => {
    const response = await fetch(`${space.url}/gradio_api/call/infer`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(await response.text()).toBe('{"detail":"Method Not Allowed"}');
  });

  it('refuses a job when as many wait as may, the running one not counted', async () => {
    const gate = createGatedFunction();
    await using full = await startSpace({ maximumQueueSize: 1, functions: { gate: gate.function } });
    expect((await postCall(full, 'gate', { data: [] })).status).toBe(200);
    await expect.poll(() => gate.begun).toBe(1);
    expect((await postCall(full, 'gate', { data: [] })).status).toBe(200);
    for (const api of ['gate', 'nothing']) {
      const response = await postCall(full, api, { data: ['x'] });
      expect(response.status).toBe(503);
      expect(await response.text()).toBe('{"detail":"Queue is full. Max size is 1 and size is 1."}');
    }
  });
});
