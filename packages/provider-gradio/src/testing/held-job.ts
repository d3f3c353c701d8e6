import { Credential } from '@hypotez/provider-core';
import type { ServerResponse } from 'node:http';
import { createBarrier } from '@hypotez/provider-testkit';
import { openClient } from './open-client.ts';
import { createRecordingHttp } from './recording-http.ts';
import { beginStream, json, message, startScriptedSpace, type Answer } from './scripted-space.ts';
import { RECORDED_ID } from './transcripts.ts';

/** The answer of a Space that takes a job. */
export const TAKEN = json(200, { event_id: RECORDED_ID });

/** Opens a job whose stream shows one log line and then stays open, with barriers for what reaches the Space. */
export async function openHeldJob(script: { readonly start?: Answer; readonly stream?: Answer; readonly cancel?: Answer } = {}) {
  const streamClosed = createBarrier();
  const cancelled = createBarrier();
  const space = await startScriptedSpace({
    start: script.start ?? TAKEN,
    stream: async (response, request) => {
      response.once('close', () => { streamClosed.open(); });
      await (script.stream ?? hold)(response, request);
    },
    cancel: async (response, request) => {
      cancelled.open();
      await (script.cancel ?? json(200, { success: true }))(response, request);
    },
  });
  const http = createRecordingHttp();
  const credential = new Credential({ origin: space.url, header: 'x-hf-authorization', value: 'Bearer hf_token' });
  const { submit } = openClient(space, { http, credential });
  const controller = new AbortController();
  const run = submit({ signal: controller.signal });
  return { space, http, run, submit, controller, streamClosed: streamClosed.reached, cancelled: cancelled.reached };
}

function hold(response: ServerResponse): void {
  beginStream(response);
  response.write(message('log', { log: 'hello' }));
}
