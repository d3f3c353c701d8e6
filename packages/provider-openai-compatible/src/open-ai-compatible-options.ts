import type { HttpServiceOptions, ModelDescription } from '@hypotez/provider-core';
import type { Dialect } from './request-fields.ts';

/** OpenAI's own address, with the path that all of its own begin with. */
export const OPENAI_URL = 'https://api.openai.com/v1';

/** What a server serves; the first one is the default. */
export type ServedModels = readonly [ModelDescription, ...ModelDescription[]];

/** Options of this plugin. */
export interface OpenAiCompatibleOptions<Id extends string = string, Models extends ServedModels = ServedModels> extends HttpServiceOptions {
  /** Id of the plugin, for several servers in one registry. Default `openai-compatible`. */
  readonly id?: Id | undefined;
  /**
   * What the server serves, the default model first: names, aliases, and what differs from OpenAI's limits and capabilities.
   * Default: OpenAI's models at its own address; elsewhere one model `default`, which is whatever the server takes when a
   * request names none. Other names go through in any case.
   */
  readonly models?: Models | undefined;
  /** How the server takes what OpenAI's own API lacks, for models whose `bounds` and `capabilities` have it. Default `fields`. */
  readonly dialect?: Dialect | undefined;
  /** Further origins that images may come from by URL, such as `http://localhost:8080`; public addresses are taken in any case. Default none. */
  readonly imageOrigins?: readonly string[] | undefined;
}

/** Tells whether nothing is known of the models but that there is one: another address, and no `models`. */
export function hasUnnamedModel({ url = OPENAI_URL, models }: Pick<OpenAiCompatibleOptions, 'url' | 'models'>): boolean {
  return models === undefined && URL.parse(url)?.origin !== new URL(OPENAI_URL).origin;
}
