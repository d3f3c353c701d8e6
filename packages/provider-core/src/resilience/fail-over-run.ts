import type { ProviderContext } from '../provider/provider-context.ts';
import type { Candidate } from '../registry/registry.ts';
import type { ImageRequest } from '../request/image-request.ts';
import type { FailOverRules } from './may-fail-over.ts';
import type { ProviderHealth } from './provider-health.ts';

/** What a registry knows of its providers; there is nothing before the first failure. */
export interface HealthRecords {
  /** The health of one provider, by plugin id. */
  of: ((id: string) => ProviderHealth) | undefined;
}

/** One call of `registry.generate`, under way. */
export interface FailOverRun {
  readonly alias: string;
  readonly request: ImageRequest;
  readonly context: ProviderContext;
  /** Who serves the alias, in order. The request's `apiKey` is for the first one only: what one vendor gave is nothing for another. */
  readonly candidates: readonly Candidate[];
  readonly rules: FailOverRules;
  /** How often one provider may be asked again. */
  readonly retries: number;
  readonly health: HealthRecords;
  readonly signal: AbortSignal;
  /** Number of images of the whole request, `n`. */
  readonly images: number;
  /** Number of images of this run, which may be only some of them. */
  readonly wanted: number;
  /** Indexes of the images that did not come yet and still may. */
  readonly missing: Set<number>;
  /** Indexes of the images that came. */
  readonly delivered: Set<number>;
  /** Hears which provider is at work, before it is asked. */
  readonly isTrying: (provider: string) => void;
}
