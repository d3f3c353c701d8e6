import { AbortedError, Credential, ProtocolError, TooLargeError, type ImageFile } from '@hypotez/provider-core';
import { examplePng } from '@hypotez/provider-testkit';
import { describe, expect, it } from 'vitest';
import { SpacePrivateError, SpaceSleepingError } from '../index.ts';
import { collect, thrownBy } from '../testing/collect.ts';
import { openClient } from '../testing/open-client.ts';
import { createRecordingHttp } from '../testing/recording-http.ts';
import { body, html, json, startScriptedSpace, type Answer } from '../testing/scripted-space.ts';

const EXAMPLE_PNG = new Uint8Array(examplePng());
const PICTURE: ImageFile = { bytes: EXAMPLE_PNG, mediaType: 'image/png', extension: 'png', width: 7, height: 5 };
const META = { _type: 'gradio.FileData' };
const signal = new AbortController().signal;

async function open(upload: Answer | undefined, options: Parameters<typeof startScriptedSpace>[1] = {}) {
  const space = await startScriptedSpace(upload === undefined ? {} : { other: upload }, options);
  const http = createRecordingHttp();
  const credential = new Credential({ origin: space.url, header: 'authorization', value: 'Bearer hf_private' });
  const { client, space: target, submit } = openClient(space, { http, credential });
  return { space, http, submit, client, upload: (...images: readonly ImageFile[]) => client.upload(target, images, signal) };
}

describe('an upload', () => {
  it.each(['4.44.1', '5.3.0', '5.49.1', '6.12.0', '6.25.0'] as const)('puts images onto a Gradio %s in one form, and gives its paths', async (gradioVersion) => {
    const { upload, space } = await open(undefined, { gradioVersion });
    const { files } = await upload(PICTURE, { ...PICTURE, bytes: new Uint8Array([...EXAMPLE_PNG, 0]) });
    expect(files).toMatchObject([
      { orig_name: 'image-1.png', mime_type: 'image/png', size: EXAMPLE_PNG.length, meta: META },
      { orig_name: 'image-2.png', mime_type: 'image/png', size: EXAMPLE_PNG.length + 1, meta: META },
    ]);
    expect(files.every(({ path }) => path.startsWith('/tmp/gradio/'))).toBe(true);
    const prefix = gradioVersion === '4.44.1' ? '' : '/gradio_api';
    // The picture lies there as it was sent.
    const served = await fetch(`${space.url}${prefix}/file=${files[0]?.path ?? ''}`);
    expect(new Uint8Array(await served.arrayBuffer())).toEqual(EXAMPLE_PNG);
  });

  it('finds a missing prefix once, for later jobs too', async () => {
    const { upload, submit, space } = await open(undefined, { gradioVersion: '4.44.1' });
    await upload(PICTURE);
    await upload(PICTURE);
    await collect(submit());
    expect(space.requests.map(({ path }) => path.replace(/\?.*/u, '')).slice(0, 5)).toEqual(['/gradio_api/upload', '/upload', '/upload', '/call/infer', '/queue/data']);
  });

  it('carries the token to the Space', async () => {
    const { upload, space } = await open(undefined, { token: 'hf_private' });
    await upload(PICTURE);
    expect(space.requests).toMatchObject([{ method: 'POST', path: '/gradio_api/upload', headers: { authorization: 'Bearer hf_private' } }]);
  });

  it('keeps the cookies that lead to the machine with the files', async () => {
    const { upload } = await open((response) => response.writeHead(200, { 'content-type': 'application/json', 'set-cookie': 'replica=a; Path=/' }).end('["/tmp/a.png"]'));
    expect((await upload(PICTURE)).headers).toEqual({ cookie: 'replica=a' });
  });
});

describe('an upload that is refused', () => {
  it.each<readonly [string, Answer, object]>([
    ['as too large', body(413, 'File size exceeded maximum allowed size of 5 bytes.'), { code: 'too_large', billed: 'no' }],
    ['without a login', json(401, { detail: 'Not authenticated' }), { code: 'authentication', billed: 'no' }],
    ['by an error', body(500, 'Internal Server Error'), { code: 'unavailable', billed: 'no' }],
    ['as no form', json(400, { detail: 'Invalid content type.' }), { code: 'rejected', billed: 'no' }],
    ['where neither prefix is served', json(404, { detail: 'Not Found' }), { code: 'not_found', billed: 'no' }],
  ])('%s says so', async (_name, answer, expected) => {
    const { upload } = await open(answer);
    expect(await thrownBy(upload(PICTURE))).toMatchObject(expected);
  });

  it('for its size is an error of its own, and by the limit of the Space', async () => {
    const { upload } = await open(undefined, { maximumFileSize: 10, gradioVersion: '5.49.1' });
    const error = await thrownBy(upload({ ...PICTURE, bytes: new Uint8Array(2 * 1024 * 1024) }));
    expect(error).toBeInstanceOf(TooLargeError);
    expect(String(error)).toContain('maximum allowed size of 10 bytes');
  });

  it('by the edge is the state of the Space', async () => {
    expect(await thrownBy((await open(html(404, '<h1>404</h1>'))).upload(PICTURE))).toBeInstanceOf(SpacePrivateError);
    expect(await thrownBy((await open(html(503, 'The Space is sleeping.'))).upload(PICTURE))).toBeInstanceOf(SpaceSleepingError);
  });

  it.each([['{}'], ['null'], ['[]'], ['[5]'], ['[""]'], ['["/tmp/a","/tmp/b"]'], ['<html>']])('by the answer %s says what is missing, not what came', async (answer) => {
    const { upload } = await open(body(200, answer, { 'content-type': 'application/json' }));
    const error = await thrownBy(upload(PICTURE));
    expect(error).toMatchObject({ billed: 'no' });
    if (answer !== '<html>') expect(error).toBeInstanceOf(ProtocolError);
  });

  it('by an abort ends at once', async () => {
    const controller = new AbortController();
    const space = await startScriptedSpace({ other: () => { controller.abort(); } });
    const { client, space: target } = openClient(space);
    expect(await thrownBy(client.upload(target, [PICTURE], controller.signal))).toBeInstanceOf(AbortedError);
  });
});
