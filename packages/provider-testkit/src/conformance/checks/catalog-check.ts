import { isDeepStrictEqual } from 'node:util';
import type { ConformanceCheck } from '../conformance-check.ts';
import { modelProblems } from '../model/model-problems.ts';
import { requireThat } from '../require-that.ts';
import { openTrial } from '../trial/open-trial.ts';

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
/** Aliases have the dots of their versions: `sd-3.5`. */
const ALIAS = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/u;
/** Services call their models by whatever they like, without blanks. */
const MODEL = /^[\x21-\x7e]+$/u;

/** What a plugin says of itself before anything is run. */
export const catalogCheck: ConformanceCheck = {
  id: 'catalog',
  title: 'describes itself and its models sanely',
  run: async (subject) => {
    await using trial = await openTrial(subject);
    const { plugin: { id, models: described }, models, provider } = trial;
    const advice = 'Mend catalog.ts; defineCatalog, definePlugin and ProviderModelMixin are given the same catalogue.';
    requireThat(ID.test(id) && provider.id === id, `The id of the plugin is "${id}", that of its provider "${provider.id}".`, 'Give both the same id in kebab-case.');
    const label: unknown = Reflect.get(provider, 'label');
    requireThat(typeof label === 'string' && label.trim() !== '', `The label is ${String(label)}.`, advice);
    // The provider itself is at the address that it was made with.
    const url: unknown = Reflect.get(provider.constructor, 'url');
    requireThat(typeof url === 'string' && isSafe(url), `The url of the catalogue is ${String(url)}; it is https:, or http: to this machine.`, advice);
    requireThat(models.length > 0, 'There are no models.', advice);
    const names = models.flatMap((model) => [...new Set([model.id, ...model.aliases])]);
    const twice = names.filter((name, index) => names.indexOf(name) !== index);
    requireThat(twice.length === 0, `Names lead to more than one model: ${twice.join(', ')}.`, advice);
    for (const model of models) {
      requireThat(MODEL.test(model.id), `The model "${model.id}" has a name with blanks or control characters.`, advice);
      const odd = model.aliases.filter((alias) => !ALIAS.test(alias));
      requireThat(odd.length === 0, `Aliases of ${model.id} are not in kebab-case: ${odd.join(', ')}.`, advice);
      const problems = modelProblems(model);
      requireThat(problems.length === 0, `The description of ${model.id} is not sane:\n${problems.join('\n')}`, advice);
      const { capabilities, bounds, defaults } = model;
      requireThat(described.some((listed) => isDeepStrictEqual({ ...listed, capabilities, bounds, defaults }, listed)), `The plugin lists ${model.id} with other limits than its provider has.`, advice);
    }
  },
};

function isSafe(url: string): boolean {
  const { protocol, hostname } = URL.parse(url) ?? {};
  return protocol === 'https:' || (protocol === 'http:' && /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/u.test(hostname ?? ''));
}
