import { inspect } from 'node:util';
import type { Environment } from '@hypotez/provider-core';
import { startFaultServer } from '../../server/fault-server.ts';
import { answer, json } from '../../steps/answer.ts';
import { serve } from '../answers/serve.ts';
import type { ConformanceCheck } from '../conformance-check.ts';
import type { ConformanceSubject } from '../conformance-scenario.ts';
import { requireThat } from '../require-that.ts';
import { API_KEY, openTrial, type Trial, type TrialOptions } from '../trial/open-trial.ts';

/** A prompt that stands nowhere else. */
const PROMPT = 'a heron beside conformance-pond-5b2e';
/** Credentials of the plugin's own options, and of the environment. */
const OPTION_KEY = 'conformance-option-3c9a71e4';
const ENVIRONMENT_KEY = 'conformance-environment-90b4d2fa';

/** Where credentials and prompts go. */
export const credentialsCheck: ConformanceCheck = {
  id: 'credentials',
  title: 'shows credentials and prompts to its service alone: no other origin, no error and no log has them, and no URL a credential',
  run: async (subject) => {
    await Promise.all([staysOnItsOrigin(subject), staysWithTheVendor(subject), isNotRepeated(subject)]);
  },
};

/** A service that sends its client elsewhere, by a redirect or by the address of an image, does not get the client's secrets there. */
async function staysOnItsOrigin(subject: ConformanceSubject): Promise<void> {
  await using elsewhere = await startFaultServer({ respond: serve(subject.scenario.wire) });
  const redirects = (['preparation', 'start', 'stream', 'image'] as const).flatMap((part) => [302, 307].map((status): TrialOptions => ({
    answers: { [part]: () => [answer(status, '', { location: `${elsewhere.url}/after-${status.toString()}-of-${part}` })] },
  })));
  await Promise.all([...redirects, { url: elsewhere.url }].map(async (options) => {
    await using trial = await openTrial(subject, { ...options, apiKey: OPTION_KEY });
    await runWith(trial, API_KEY);
    await runWith(trial, undefined);
  }));
  for (const { head, body } of elsewhere.requests) {
    const found = secretsIn(head + body, [PROMPT]);
    requireThat(found === '', `Another origin was sent ${found}:\n${head}`, 'Send it as new Credential({ origin: this.url, … }) through context.http, which follows no foreign redirect, and fetch images by imageDownload.');
  }
}

/** A credential of the environment is the vendor's: at another address nobody gets it. */
async function staysWithTheVendor(subject: ConformanceSubject): Promise<void> {
  const env: Environment = new Proxy<Record<string, string | undefined>>({}, {
    get: (_target, name) => (typeof name === 'string' && /KEY|TOKEN|SECRET|PASSWORD/iu.test(name) ? ENVIRONMENT_KEY : undefined),
  });
  await using trial = await openTrial(subject, { env });
  await runWith(trial, undefined);
  for (const { head, body } of trial.server.requests) {
    requireThat(!(head + body).includes(ENVIRONMENT_KEY), `A credential of the environment was sent to another address than the vendor's:\n${head}`, 'Read context.env only where the url is the one of the catalogue.');
  }
}

/** What a service repeats of credential and prompt stands in no error, and nothing of it in a log or in a path. */
async function isNotRepeated(subject: ConformanceSubject): Promise<void> {
  const refusal = json(401, { error: { message: `The key ${API_KEY} (or ${OPTION_KEY}) may not paint "${PROMPT}".` } });
  for (const start of [() => [refusal], undefined]) {
    await using trial = await openTrial(subject, { answers: { start }, apiKey: OPTION_KEY });
    const told = (await Promise.all([runWith(trial, API_KEY), runWith(trial, undefined)])).map(({ error }) => error);
    const inErrors = secretsIn(inspect(told, { depth: 20, showHidden: true }), [PROMPT]);
    requireThat(inErrors === '', `The error has ${inErrors} in it.`, 'Give the credential of the options by the getter secrets, and let the base class seal every error.');
    const inLog = secretsIn(inspect(trial.log, { depth: 20 }), [PROMPT]);
    requireThat(inLog === '', `The log has ${inLog} in it.`, 'Write neither a request nor its headers to the log.');
    for (const { path } of trial.server.requests) {
      const inPath = secretsIn(decodeURIComponent(path));
      requireThat(inPath === '', `The URL ${path.split('?')[0] ?? ''} has ${inPath} in it.`, 'Send a credential as a header: Credential.');
    }
  }
}

/** Runs the example with a prompt of its own, and looks into the images. */
async function runWith({ run }: Trial, apiKey: string | undefined): Promise<Awaited<ReturnType<Trial['run']>>> {
  const outcome = await run({ prompt: PROMPT, messages: undefined, apiKey });
  // The images of a service that sends its client elsewhere may be out of reach; what was sent for them is what matters.
  await Promise.allSettled(outcome.images.map((image) => image.images()));
  return outcome;
}

/** What stands in a text that should not, for people. */
function secretsIn(text: string, more: readonly string[] = []): string {
  return [API_KEY, OPTION_KEY, ...more].filter((secret) => text.includes(secret) || text.includes(JSON.stringify(secret).slice(1, -1))).map((secret) => (secret === PROMPT ? 'the prompt' : 'the credential')).join(' and ');
}
