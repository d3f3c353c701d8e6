import type { AsyncGeneratorProvider, ImageRequest, ModelLimits } from '@hypotez/provider-core';
import { inputPng } from '../../images/input-png.ts';

/** Fields of a request that a model must not take. */
export interface BadRequest {
  readonly fields: ImageRequest;
  /** What the error has to name: one of these, or a place inside one of them. */
  readonly names: readonly string[];
  /** Whether the option is good, and the model alone lacks it. */
  readonly isUnsupported?: boolean;
}

const SIZE = ['width', 'height', 'aspectRatio'];
const PICTURE = inputPng();

/** What every model must refuse. */
const ALWAYS: readonly BadRequest[] = [
  bad({ prompt: ' \n', messages: undefined }, 'prompt', 'messages'),
  bad({ prompt: undefined, messages: [] }, 'prompt', 'messages'),
  bad({ apiKey: 'two words' }, 'apiKey'),
  bad({ proxy: 'ftp://proxy.example' }, 'proxy'),
  bad({ width: -1 }, ...SIZE), bad({ height: 0.5 }, ...SIZE), bad({ width: 1, height: 1_000_001 }, ...SIZE), bad({ width: NaN, height: NaN }, ...SIZE),
  bad({ aspectRatio: '0:1' }, 'aspectRatio'), bad({ aspectRatio: 'wide' }, 'aspectRatio'), bad({ aspectRatio: '9999999:1' }, 'aspectRatio'),
  bad({ n: 0 }, 'n'), bad({ n: 1.5 }, 'n'),
  bad({ indexes: [1, 0] }, 'indexes'), bad({ indexes: [1] }, 'indexes'),
  bad({ timeoutMs: 0 }, 'timeoutMs'), bad({ timeoutMs: 2_147_483_648 }, 'timeoutMs'),
];

/** Everything that a model must refuse, by what its catalogue says. */
export function badRequests({ id, optionNames }: AsyncGeneratorProvider, { capabilities, bounds }: ModelLimits): readonly BadRequest[] {
  const { imageInput, mask, strength, negativePrompt } = capabilities;
  const images = [PICTURE];
  return [
    ...ALWAYS,
    bad({ n: bounds.n.max + 1 }, 'n'),
    // Where the service takes what nobody listed, it refuses that itself.
    ...(optionNames === 'any' ? [] : [bad({ providerOptions: { [id]: { 'no-such-option-of-anybody': 1 } } }, 'providerOptions')]),
    ...(['seed', 'guidanceScale', 'numInferenceSteps'] as const).flatMap((name): readonly BadRequest[] => {
      const range = bounds[name];
      if (range === undefined) return [lacking({ [name]: 1 }, name)];
      return [range.min - 1, beyond(range.max), NaN].map((value) => bad({ [name]: value }, name));
    }),
    ...(negativePrompt ? [] : [lacking({ negativePrompt: 'fog' }, 'negativePrompt')]),
    lacking({ images: Array.from({ length: imageInput + 1 }, () => PICTURE) }, 'images'),
    bad({ mask: PICTURE }, 'mask'),
    bad({ strength: 0.5 }, 'strength'),
    ...(imageInput === 0 ? [] : [
      bad({ images: [new Uint8Array([1, 2, 3])] }, 'images'),
      ...(mask ? [bad({ images, mask: new Uint8Array([1, 2, 3]) }, 'mask')] : [lacking({ images, mask: PICTURE }, 'mask')]),
      ...(strength ? [bad({ images, strength: -0.1 }, 'strength'), bad({ images, strength: 1.1 }, 'strength')] : [lacking({ images, strength: 0.5 }, 'strength')]),
    ]),
  ];
}

/** A number above another one, however large that is. */
function beyond(value: number): number {
  return value + Math.max(1, Math.abs(value));
}

function bad(fields: ImageRequest, ...names: readonly string[]): BadRequest {
  return { fields, names };
}

function lacking(fields: ImageRequest, ...names: readonly string[]): BadRequest {
  return { fields, names, isUnsupported: true };
}
