import * as v from 'valibot';
import { IMAGE_INPUT_RULE, isImageInput, type ImageInput } from '../input/image-input.ts';
import type { Message, Messages } from '../messages/messages.ts';
import { ASPECT_RATIO_RULE } from '../sizes/aspect-ratio.ts';
import { describeSide } from '../sizes/size-bounds.ts';
import { isProxyUrl } from '../transport/proxy-url.ts';
import type { GenerationBounds, NumberRange } from './generation-limits.ts';
import type { ImageRequest } from './image-request.ts';

/** The longest delay that timers of JavaScript runtimes can hold, in milliseconds. */
const MAXIMUM_TIMER_MS = 2_147_483_647;

const MESSAGES = 'a list of { role, content }, content a text or parts of type text and image_url';
const ROLES: readonly unknown[] = ['system', 'developer', 'user', 'assistant', 'tool'] satisfies Message['role'][];

/** What the indexes of a request may be; how far they go depends on its number of images. */
export const INDEXES_RULE = 'a list of whole numbers from 0 to n - 1, each larger than the one before';

/** Checks a request at the edge, against what the model accepts. Messages of its issues say what is allowed, for people. */
export type ImageRequestSchema = ReturnType<typeof imageRequestSchema>;

/** Makes the schema for requests to a model with these bounds. */
export function imageRequestSchema({ size, seed, guidanceScale, numInferenceSteps, n }: GenerationBounds) {
  // Their bounds are checked together with the ratio.
  const side = optional<number>('min' in size ? describeSide(size) : 'a whole number above 0', (value) => typeof value === 'number');
  return v.object({
    model: text('the name of a model'),
    messages: v.optional(v.array(v.object({
      role: required<Message['role']>(MESSAGES, (role) => ROLES.includes(role)),
      content: required<Message['content']>(MESSAGES, (content) => typeof content === 'string' || (Array.isArray(content) && content.every(isPart))),
    }, MESSAGES), MESSAGES)) satisfies v.GenericSchema<unknown, Messages | undefined>,
    prompt: text('a text'),
    negativePrompt: text('a text'),
    apiKey: text('a text of printable ASCII characters without blanks', /^[\x21-\x7e]+$/u),
    proxy: optional<string>('an http, https or socks5 URL such as http://host:3128', (value) => typeof value === 'string' && isProxyUrl(value)),
    aspectRatio: text(ASPECT_RATIO_RULE),
    width: side,
    height: side,
    guidanceScale: number(guidanceScale, ''),
    numInferenceSteps: number(numInferenceSteps),
    seed: number(seed),
    randomizeSeed: optional<boolean>('true or false', (value) => typeof value === 'boolean'),
    n: number(n),
    indexes: optional<readonly number[]>(INDEXES_RULE, isAscending),
    images: v.optional(v.array(required<ImageInput>(IMAGE_INPUT_RULE, isImageInput), `a list, each ${IMAGE_INPUT_RULE}`)),
    mask: optional<ImageInput>(IMAGE_INPUT_RULE, isImageInput),
    strength: number({ min: 0, max: 1 }, ''),
    signal: optional<AbortSignal>('an AbortSignal', (value) => value instanceof AbortSignal),
    timeoutMs: number({ min: 1, max: MAXIMUM_TIMER_MS }, ' whole', ' of milliseconds,'),
    providerOptions: optional<NonNullable<ImageRequest['providerOptions']>>('an object of option objects by provider id', isObject),
  });
}

function required<Value>(allowed: string, isAllowed: (value: unknown) => boolean): v.GenericSchema<Value> {
  return v.custom<Value>(isAllowed, allowed);
}

function optional<Value>(allowed: string, isAllowed: (value: unknown) => boolean) {
  return v.optional(required<Value>(allowed, isAllowed));
}

function text(allowed: string, pattern = /^/u) {
  return optional<string>(allowed, (value) => typeof value === 'string' && pattern.test(value));
}

/** Without a range the model has no such option, which is told later. */
function number(range: NumberRange | undefined, kind: '' | ' whole' = ' whole', unit = ' from') {
  if (range === undefined) return optional<number>('a number', (value) => typeof value === 'number');
  const { min, max } = range;
  const allowed = min === max ? String(min) : `a${kind} number${unit} ${min} to ${max}`;
  return optional<number>(allowed, (value) => typeof value === 'number' && value >= min && value <= max && (kind === '' || Number.isInteger(value)));
}

/** Tells whether something is an object and no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAscending(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((index, place) => Number.isInteger(index) && index > (place === 0 ? -1 : value[place - 1]));
}

/** Keys that are not ours are left alone: chat histories carry many. */
function isPart(part: unknown): boolean {
  if (!isObject(part)) return false;
  const { type, text: words, image_url: image } = part;
  return type === 'text' ? typeof words === 'string' : type === 'image_url' && isObject(image) && typeof image['url'] === 'string';
}
