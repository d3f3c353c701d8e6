import { ConfigurationError } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { thrownBy } from '../testing/collect.ts';
import type { DescribedComponent, DescribedInput, SpaceDescription } from '../signature/described-function.ts';
import { fitFunction, type WantedFunction } from './fit-function.ts';

const URL_OF_SPACE = 'https://owner-name.hf.space';
const IMAGE: DescribedComponent = { type: 'image', label: 'Result' };

function input(name: string, type: string, more: Partial<DescribedInput> = {}): DescribedInput {
  return { name, type, label: name, hasDefault: more.default !== undefined, ...more };
}

function fit(inputs: readonly DescribedInput[], { outputs = [IMAGE], ...wanted }: WantedFunction & { readonly outputs?: readonly DescribedComponent[] } = {}) {
  const description: SpaceDescription = { prefix: '/gradio_api', functions: [{ apiName: 'paint it', isPublic: true, isGenerator: false, hasNames: true, inputs, outputs }] };
  return fitFunction(description, URL_OF_SPACE, wanted);
}

const PROMPT = input('prompt', 'textbox');

describe('the sizes of a function', () => {
  const side = (name: string, more: Partial<DescribedInput> = {}) => input(name, 'slider', { minimum: 256, maximum: 1024, step: 64, default: 512, ...more });

  it('are what both sides allow', () => {
    expect(fit([PROMPT, side('width'), side('height', { minimum: 128, maximum: 768, step: 32, default: 768 })])).toMatchObject({
      bounds: { size: { min: 256, max: 768, multipleOf: 64, pixels: 512 * 768 } }, defaults: { aspectRatio: '2:3' },
    });
  });

  it('have usual limits where the Space has none', () => {
    expect(fit([PROMPT, input('width', 'number'), input('height', 'number')]).bounds.size).toEqual({ min: 64, max: 4096, multipleOf: 8 });
  });

  it('are the own affair of a Space that takes one side alone', () => {
    const fitted = fit([PROMPT, side('width')]);
    expect(fitted.inputs[1]).toMatchObject({ value: { constant: 512 } });
    expect(fitted.bounds.size).toHaveProperty('sizes');
  });

  it('are sides where there is a choice of ratios too', () => {
    const fitted = fit([PROMPT, input('aspect_ratio', 'dropdown', { choices: ['1:1', '16:9'], default: '1:1' }), side('width'), side('height')]);
    expect(fitted.inputs.map(({ value }) => value)).toEqual(['prompt', { constant: '1:1' }, 'width', 'height']);
  });

  it('are ratios, of which those that read like none are left out', () => {
    const choices = ['Auto', '16:9', 'Tall 9:16 (768x1344)', '16:9 again', 5, '0:1', '1920:1080'];
    expect(fit([PROMPT, input('aspect_ratio', 'radio', { choices, default: 'Auto' })]).bounds.size).toMatchObject({ aspectRatios: { length: 2 } });
  });
});

describe('the figures of a function', () => {
  it('are kept within what numbers can say', () => {
    const { bounds, defaults } = fit([PROMPT, input('seed', 'number'), input('steps', 'number', { default: 4 }), input('cfg', 'slider', { minimum: 5, maximum: 1, default: 99 })]);
    expect(bounds).toMatchObject({ seed: { min: 0, max: 2_147_483_647 }, numInferenceSteps: { min: 1, max: 1000 }, guidanceScale: { min: 5, max: 5 } });
    expect(defaults).toMatchObject({ seed: 0, numInferenceSteps: 4, guidanceScale: 5 });
  });

  it('are missing where there is no input for them', () => {
    expect(fit([PROMPT]).bounds).toMatchObject({ seed: undefined, guidanceScale: undefined, numInferenceSteps: undefined });
    expect(fit([PROMPT]).capabilities).toMatchObject({ seedInAnswer: false, negativePrompt: false, imageInput: 0, mask: false, strength: false, previews: false });
  });
});

describe('the inputs of a function', () => {
  it('take a field once, the first one by that name', () => {
    expect(fit([PROMPT, input('text', 'textbox', { default: 'x' })]).inputs.map(({ value }) => value)).toEqual(['prompt', { constant: 'x' }]);
  });

  it('take no field that their component cannot hold', () => {
    expect(fit([PROMPT, input('seed', 'textbox'), input('width', 'dropdown', { value: '512' })]).inputs.map(({ value }) => value)).toEqual(['prompt', { constant: '' }, { constant: '512' }]);
  });

  it('include the state of the Space, which is sent as null', () => {
    expect(fit([{ type: 'state', label: '', hasDefault: true, default: null }, PROMPT]).inputs[0]?.value).toEqual({ constant: null });
  });

  it('need a picture for a mask or a strength to mean something', () => {
    expect(fit([PROMPT, input('mask', 'image'), input('strength', 'slider', { default: 0.5 })]).capabilities).toMatchObject({ imageInput: 0, mask: false, strength: false });
  });

  it('have names that cannot steer a terminal, wherever they are told', async () => {
    const error = await thrownBy(() => fit([PROMPT, input('\u001B[31mred', 'audio')], { inputs: {} }));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(String(error)).toContain('needs red (audio)');
    expect(String(error)).not.toContain('\u001B');
  });
});

describe('the function', () => {
  it('has its name encoded in its path', () => {
    expect(fit([PROMPT]).apiEndpoint).toBe('/gradio_api/call/paint%20it');
  });

  it('gives the first picture there is, and the seed by its label', () => {
    expect(fit([PROMPT], { outputs: [{ type: 'textbox', label: 'Seedling' }, { type: 'gallery', label: '' }, { type: 'number', label: 'Seed used' }] })).toMatchObject({ imageOutput: 1, seedOutput: 2 });
    expect(fit([PROMPT])).toMatchObject({ imageOutput: 0, seedOutput: -1 });
  });
});
