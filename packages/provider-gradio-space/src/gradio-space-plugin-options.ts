import { isServiceAddress, requireOption } from '@hypotez/provider-core';
import { requireInputMapping, type GradioSpaceOptions, type InputMapping } from '@hypotez/provider-gradio';
import { spaceAddress } from './space-address.ts';

/** What can be set for a Space. */
export interface GradioSpacePluginOptions extends Omit<GradioSpaceOptions, 'apiEndpoint' | 'spaces'> {
  /** The Space: `owner/name` on Hugging Face, or its address. */
  readonly space: string;
  /** Name of the function, such as `infer`. Default: the only one that gives a picture. */
  readonly apiName?: string | undefined;
  /** What inputs of the function take, by their names: a field of the request, or `{ constant }`. Default: by name, kind and default of the input. */
  readonly inputs?: InputMapping | undefined;
  /** Id of the plugin; several Spaces need several. Default `gradio-space`. */
  readonly id?: string | undefined;
  /** Name of the model. Default: the `owner/name` of the Space, else the host of its address. */
  readonly model?: string | undefined;
  /** Further names of the model, such as `sd-3.5`. */
  readonly aliases?: readonly string[] | undefined;
}

/**
 * Checks what concerns this plugin alone; the rest is checked with the provider.
 *
 * @throws {ConfigurationError} for the first wrong option.
 */
export function requirePluginOptions({ space, apiName = 'infer', inputs = {}, id = 'a', model = 'a', aliases = [] }: GradioSpacePluginOptions): void {
  requireOption(typeof space === 'string' && isServiceAddress(spaceAddress(space)), 'space', 'owner/name, or an address such as https://owner-space.hf.space');
  requireOption(/^\/?[^/?#]+$/u.test(apiName), 'apiName', 'the name of a function, such as infer');
  requireOption(/^[a-z\d]+(?:-[a-z\d]+)*$/u.test(id), 'id', 'a name in kebab-case, such as gradio-space');
  requireOption([model, ...aliases].every((name) => name !== ''), 'model', 'a name; the same for each of aliases');
  requireInputMapping(inputs);
}
