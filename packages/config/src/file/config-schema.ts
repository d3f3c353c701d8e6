import { DEFAULT_LIMITS, DEFAULT_TIMEOUTS } from '@hypotez/provider-core';
import * as v from 'valibot';

const text = v.pipe(v.string('a text'), v.nonEmpty('a text that is not empty'));
const number = v.pipe(v.number('a number'), v.finite('a number'));
// A list would pass for an object.
const plain = (allowed: string) => v.custom<object>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), allowed);
const record = <Value extends v.GenericSchema>(value: Value) => v.pipe(plain('an object'), v.record(v.string(), value));
const object = <Entries extends v.ObjectEntries>(entries: Entries) => {
  const allowed = `an object with ${Object.keys(entries).join(', ')}`;
  return v.pipe(plain(allowed), v.strictObject(entries, allowed));
};
const list = v.array(text, 'a list of texts');

/** A whole number from `least` up to what a timer can hold. */
function whole(least: number, most = 2_147_483_647) {
  const allowed = `a whole number from ${least.toString()} to ${most.toString()}`;
  return v.pipe(v.number(allowed), v.integer(allowed), v.minValue(least, allowed), v.maxValue(most, allowed));
}

/** The same figure for each of the names. */
function figures(names: readonly string[], most?: number) {
  return object(Object.fromEntries(names.map((name) => [name, v.optional(whole(1, most))])));
}

const entry = object({ from: text, options: v.optional(record(v.unknown())) });
const plugin = v.lazy((input) => (typeof input === 'object' && input !== null ? entry : v.pipe(v.string('a package name, a path or an object with from, options'), v.nonEmpty('a package name or a path'))));
const ratio = v.pipe(v.string('a ratio such as 16:9'), v.regex(/^\d+(?:\.\d+)?:\d+(?:\.\d+)?$/u, 'a ratio such as 16:9'));

/** What a configuration may hold. The messages say what is allowed. */
export const configSchema = object({
  plugins: v.optional(v.array(plugin, 'a list of plugins')),
  aliases: v.optional(record(v.lazy((input) => (Array.isArray(input) ? v.pipe(list, v.nonEmpty('at least one <plugin id>/<model>')) : v.pipe(v.string('a <plugin id>/<model>, or a list of them'), v.nonEmpty('a <plugin id>/<model>')))))),
  routes: v.optional(record(list)),
  defaults: v.optional(object({
    model: v.optional(text),
    negativePrompt: v.optional(v.string('a text')),
    aspectRatio: v.optional(ratio),
    width: v.optional(whole(1)),
    height: v.optional(whole(1)),
    guidanceScale: v.optional(number),
    numInferenceSteps: v.optional(whole(1)),
    providerOptions: v.optional(record(record(v.unknown()))),
  })),
  rates: v.optional(record(object({ concurrency: v.optional(whole(1)), perInterval: v.optional(whole(1)), intervalMs: v.optional(whole(1)) }))),
  timeouts: v.optional(figures(Object.keys(DEFAULT_TIMEOUTS))),
  limits: v.optional(figures(Object.keys(DEFAULT_LIMITS), Number.MAX_SAFE_INTEGER)),
  failOver: v.optional(object({ onMaybeBilled: v.optional(v.boolean('true or false')), onModeration: v.optional(v.boolean('true or false')) })),
  retries: v.optional(whole(0)),
});
