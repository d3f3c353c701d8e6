import { describe, expect, it, onTestFinished } from 'vitest';
import { answer, formOf, later, startFaultServer } from '../index.ts';

describe('a form', () => {
  it('is read with its files, by a script that follows from it', async () => {
    const server = await startFaultServer({ respond: (request) => [later(async () => [answer(200, promptIn(await formOf(request)))])] });
    onTestFinished(() => server.close());
    const form = new FormData();
    form.append('prompt', 'é 漢 "quoted"\r\n--boundary');
    form.append('image[]', new Blob([Uint8Array.of(0, 255, 13, 10)], { type: 'image/png' }), 'image.png');
    expect(await (await fetch(server.url, { method: 'POST', body: form })).text()).toBe('é 漢 "quoted"\r\n--boundary');
    const [request] = server.requests;
    const file = request === undefined ? null : (await formOf(request)).get('image[]');
    if (!(file instanceof File)) throw new Error('There is no file.');
    expect([file.name, file.type, [...new Uint8Array(await file.arrayBuffer())]]).toEqual(['image.png', 'image/png', [0, 255, 13, 10]]);
  });

  it('is missing in a request of another kind', async () => {
    const server = await startFaultServer({ respond: () => [answer(200)] });
    onTestFinished(() => server.close());
    await fetch(server.url, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
    const [request] = server.requests;
    if (request === undefined) throw new Error('Nothing was sent.');
    await expect(formOf(request)).rejects.toBeInstanceOf(TypeError);
  });
});

function promptIn(form: FormData): string {
  const prompt = form.get('prompt');
  return typeof prompt === 'string' ? prompt : '';
}
