import { resolve } from 'node:path';
import type { CommandInput } from '../../command-line/command.ts';
import type { OptionOrigin, OptionValues } from '../../command-line/option-values.ts';
import { UsageError } from '../../errors/usage-error.ts';

/** Pictures of one prompt that one command may ask for; more is a slip of the keyboard. */
const LARGEST_COUNT = 1000;

/** What a timer can hold. */
const LONGEST_TIMEOUT_MS = 2_147_483_647;

/** What `generate` was asked for, numbers read. */
export interface GenerateOptions {
  /** Missing when prompts come from stdin. */
  readonly prompt?: string | undefined;
  readonly model: string;
  readonly negativePrompt?: string | undefined;
  /** Width to height, such as `16:9`. */
  readonly aspectRatio?: string | undefined;
  /** Pixels. */
  readonly width?: number | undefined;
  /** Pixels. */
  readonly height?: number | undefined;
  /** Of the first picture of each prompt; the next ones take the next seeds. */
  readonly seed?: number | undefined;
  readonly numInferenceSteps?: number | undefined;
  readonly guidanceScale?: number | undefined;
  /** Pictures to start from: absolute paths, and URLs. */
  readonly images: readonly string[];
  /** Absolute path or URL of the mask. */
  readonly mask?: string | undefined;
  /** How far to go from the first of them, 0 to 1. */
  readonly strength?: number | undefined;
  /** Pictures of each prompt, 1 to 1000. */
  readonly count: number;
  /** File or folder for the picture. Default: the current folder. */
  readonly output?: string | undefined;
  /** Whether unfinished pictures are wanted. */
  readonly preview: boolean;
  /** Address of another Space. */
  readonly url?: string | undefined;
  readonly urlOrigin?: OptionOrigin | undefined;
  /** A Space that no plugin is for: `owner/name`, or its address. It alone is asked then. */
  readonly space?: string | undefined;
  /** Name of its function. */
  readonly api?: string | undefined;
  /** A token that was typed. */
  readonly token?: string | undefined;
  readonly proxy?: string | undefined;
  readonly proxyOrigin?: OptionOrigin | undefined;
  readonly timeoutMs?: number | undefined;
  readonly format: 'text' | 'quiet' | 'json';
  /** Whether the Space runs inside this process. */
  readonly embedded: boolean;
}

/** The same, as long as the configuration has not been read. */
export interface TypedOptions extends Omit<GenerateOptions, 'model'> {
  readonly model?: string | undefined;
}

/**
 * Reads what was typed and what the environment says.
 *
 * @throws {UsageError} when a number is none, or two options exclude each other.
 */
export function readGenerateOptions({ arguments: [prompt], options }: CommandInput, cwd: string): TypedOptions {
  const embedded = options.flag('--embedded');
  for (const other of ['--url', '--proxy', '--space']) if (embedded) exclude(options, '--embedded', other);
  for (const other of ['--url', '--model', '--config']) exclude(options, '--space', other);
  const space = options.text('--space')?.replace(SPACE_PAGE, '$1');
  const api = options.text('--api');
  if (api !== undefined && space === undefined) throw new UsageError('--api names a function of the Space that --space names.');
  exclude(options, '--quiet', '--json');
  const isPiped = options.flag('--stdin');
  if (isPiped && prompt !== undefined) throw new UsageError('The prompt comes from the command line or, with --stdin, from a pipe: not from both.');
  if (!isPiped && prompt === undefined) throw new UsageError('There is no prompt: say what to paint.');
  const mask = options.text('--mask');
  return {
    prompt,
    // What the environment says for other calls is not meant for this one.
    model: space === undefined ? options.text('--model') : undefined,
    negativePrompt: options.text('--negative'),
    aspectRatio: options.text('--aspect'),
    width: readSide(options, '--width'),
    height: readSide(options, '--height'),
    seed: options.number('--seed'),
    numInferenceSteps: options.number('--steps'),
    guidanceScale: options.number('--guidance'),
    images: options.texts('--image').map((text) => readInput('--image', text, cwd)),
    mask: mask === undefined ? undefined : readInput('--mask', mask, cwd),
    strength: options.number('--strength'),
    count: readCount(options.number('--count') ?? 1),
    output: options.text('--output'),
    preview: options.flag('--preview'),
    ...(embedded || space !== undefined ? {} : { url: options.text('--url'), urlOrigin: options.origin('--url') }),
    space,
    api,
    ...(embedded ? {} : { proxy: options.text('--proxy'), proxyOrigin: options.origin('--proxy') }),
    token: options.origin('--token') === 'command line' ? options.text('--token') : undefined,
    timeoutMs: readTimeout(options.number('--timeout')),
    format: options.flag('--json') ? 'json' : options.flag('--quiet') ? 'quiet' : 'text',
    embedded,
  };
}

/** The page of a Space, whose address people have at hand. */
const SPACE_PAGE = /^https:\/\/huggingface\.co\/spaces\/([^/?#]+\/[^/?#]+)\/?$/u;

/** The kinds of URL that would be taken for a path. */
const OTHER_URL = /^(?:data|blob|file|ftp):/iu;

function readInput(option: string, text: string, cwd: string): string {
  if (text === '' || OTHER_URL.test(text)) throw new UsageError(`${option} takes the path of a file, or an http: or https: URL.`);
  return /^https?:/iu.test(text) ? text : resolve(cwd, text);
}

function exclude(options: OptionValues, one: string, other: string): void {
  const areTyped = [one, other].every((name) => options.origin(name) === 'command line');
  if (areTyped) throw new UsageError(`${one} and ${other} exclude each other.`);
}

/** Sides win over an aspect ratio, but what was set once for all does not win over what was typed now. */
function readSide(options: OptionValues, name: '--width' | '--height'): number | undefined {
  const isSetAside = options.origin('--aspect') === 'command line' && options.origin(name) !== 'command line';
  return isSetAside ? undefined : options.number(name);
}

/** The model's own check would speak of milliseconds. */
function readTimeout(seconds: number | undefined): number | undefined {
  if (seconds === undefined) return undefined;
  const milliseconds = Math.round(seconds * 1000);
  if (milliseconds >= 1 && milliseconds <= LONGEST_TIMEOUT_MS) return milliseconds;
  throw new UsageError(`--timeout is ${seconds}; allowed is a number of seconds above 0 and up to ${Math.floor(LONGEST_TIMEOUT_MS / 1000)}.`);
}

function readCount(count: number): number {
  if (Number.isSafeInteger(count) && count >= 1 && count <= LARGEST_COUNT) return count;
  throw new UsageError(`--count is ${count}; allowed is a whole number from 1 to ${LARGEST_COUNT}.`);
}
