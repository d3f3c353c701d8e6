import * as v from 'valibot';
import { messageSchema } from '../messages/message-schema.ts';
import { isProxyUrl } from '../transport/proxy-url.ts';

const wholeNumber = (from: number): v.GenericSchema<number> =>
  v.pipe(v.number(), v.integer(), v.safeInteger(), v.minValue(from));

const finite = v.pipe(v.number(), v.finite());

/** The longest delay that timers of JavaScript runtimes can hold, in milliseconds. */
const MAXIMUM_TIMER_MS = 2_147_483_647;

/** Checks the shape of a request at the edge; ranges that belong to a model are checked with the model. */
export const imageRequestSchema = v.strictObject({
  model: v.optional(v.string()),
  messages: v.optional(v.array(messageSchema)),
  prompt: v.optional(v.string()),
  negativePrompt: v.optional(v.string()),
  apiKey: v.optional(v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/u))),
  proxy: v.optional(v.pipe(v.string(), v.check(isProxyUrl))),
  aspectRatio: v.optional(v.string()),
  width: v.optional(wholeNumber(1)),
  height: v.optional(wholeNumber(1)),
  guidanceScale: v.optional(finite),
  numInferenceSteps: v.optional(wholeNumber(1)),
  seed: v.optional(wholeNumber(0)),
  randomizeSeed: v.optional(v.boolean()),
  n: v.optional(wholeNumber(1)),
  signal: v.optional(v.instance(AbortSignal)),
  timeoutMs: v.optional(v.pipe(wholeNumber(1), v.maxValue(MAXIMUM_TIMER_MS))),
  providerOptions: v.optional(v.record(v.string(), v.record(v.string(), v.unknown()))),
});

/** What may stand in each field, for people; the schema itself speaks in terms of types. */
export const ALLOWED: Readonly<Record<keyof typeof imageRequestSchema.entries, string>> = {
  model: 'the name of a model',
  messages: 'a list of { role, content } with content a string or parts of text and image_url',
  prompt: 'a text',
  negativePrompt: 'a text',
  apiKey: 'a text of printable ASCII characters without blanks',
  proxy: 'a URL such as http://host:3128 or socks5://user:password@host:1080 (http, https, socks5)',
  aspectRatio: 'two positive numbers as width:height, such as 16:9',
  width: 'a whole number of pixels above 0',
  height: 'a whole number of pixels above 0',
  guidanceScale: 'a number',
  numInferenceSteps: 'a whole number from 1',
  seed: 'a whole number from 0',
  randomizeSeed: 'true or false',
  n: 'a whole number from 1',
  signal: 'an AbortSignal',
  timeoutMs: `a whole number of milliseconds, 1 to ${MAXIMUM_TIMER_MS.toString()}`,
  providerOptions: 'an object of option objects by provider id',
};
