import type { GenerationBounds } from '@hypotez/provider-core';
import type { StreamKind } from '../client/space-memory.ts';

/** Where a model's function is, as far as it differs from the plugin's own. */
export interface SpacePlace {
  /** Address of the Space. */
  readonly url?: string | undefined;
  /** Path of the function: prefix, `/call/`, name. */
  readonly apiEndpoint?: string | undefined;
}

/** What can be set on every Space provider, for a duplicated, changed or private Space. */
export interface GradioSpaceOptions {
  /** Address of the Space. Default: the plugin's own. */
  readonly url?: string | undefined;
  /** Path of the function: prefix, `/call/`, name. Default: the plugin's own. A missing prefix (Gradio 4) is found by itself. */
  readonly apiEndpoint?: string | undefined;
  /** Other Spaces for single models, by the model's own name. Default: `url` and `apiEndpoint` for all of them. */
  readonly spaces?: Readonly<Record<string, SpacePlace>> | undefined;
  /** Token for a private Space or for the caller's own quota. Default on `*.hf.space`: `HF_TOKEN` of the environment. */
  readonly apiKey?: string | undefined;
  /** Header that carries the token. Default `x-hf-authorization` on `*.hf.space`, `authorization` elsewhere. */
  readonly tokenHeader?: 'authorization' | 'x-hf-authorization' | undefined;
  /** What the Space accepts, where it differs from the plugin's own bounds. */
  readonly bounds?: Partial<GenerationBounds> | undefined;
  /** `queue` (default) follows a job with progress and error texts; `call` is the plain flow, without them. */
  readonly stream?: StreamKind | undefined;
  /** Further origins that images may be fetched from, beside the Space's own. */
  readonly imageOrigins?: readonly string[] | undefined;
}
