import { defineCatalog, type GenerationBounds, type GenerationDefaults } from '@hypotez/provider-core';

/** How a reference provider is made. */
export interface ReferenceOptions {
  /** Address of the service. */
  readonly url: string;
  /** Sent to that address as a bearer token. Default none. */
  readonly apiKey?: string | undefined;
  /** Id of the plugin. Default `buffered` or `stream`. */
  readonly id?: string | undefined;
}

/** What both reference providers serve. */
export const referenceCatalog = defineCatalog({
  label: 'Reference',
  url: 'http://127.0.0.1',
  working: true,
  models: [{ id: 'reference-1', aliases: ['reference'] }],
});

/** What both reference providers accept. */
export const referenceBounds: GenerationBounds = {
  size: { min: 64, max: 1024, multipleOf: 8 },
  seed: { min: 0, max: 2_147_483_647 },
  guidanceScale: { min: 0, max: 20 },
  numInferenceSteps: { min: 1, max: 50 },
  n: { min: 1, max: 4 },
  imagesPerCall: 1,
};

/** What both reference providers take when the request does not say. */
export const referenceDefaults: GenerationDefaults = { aspectRatio: '1:1', guidanceScale: 5, numInferenceSteps: 20, seed: 0 };
