import { cleanText } from '@hypotez/provider-core';
import { readCatalog, type CatalogProvider } from '../../catalog/read-catalog.ts';
import type { CommandAction } from '../../command-line/command.ts';
import { configurationPlace } from '../../configuration/configuration-option.ts';
import { describeRecords, type TextRecord } from '../../output/describe-records.ts';
import { writeExactJson } from '../../output/write-exact-json.ts';
import { writeLine } from '../../output/write-line.ts';

/** Lists every provider with its address and its models. Asks no network: `doctor` does. */
export const providers: CommandAction = async (input, context) => {
  const { options } = input;
  const { io, services } = context;
  await using source = await services.openRegistry({}, configurationPlace(input, context));
  const all = readCatalog(source);
  const leftOut = source.plugins?.filter((plugin) => plugin.state === 'left out') ?? [];
  if (options.flag('--json')) {
    for (const { models, ...provider } of all) writeExactJson(io.stdout, { type: 'provider', ...provider, models: models.map(({ model }) => model) });
    for (const plugin of leftOut) writeExactJson(io.stdout, { type: 'plugin', ...plugin });
  } else {
    if (all.length > 0) io.stdout.write(`${describeRecords(all.map(recordOf), io.stdout.columns).join('\n')}\n`);
    for (const { from, place, reason } of leftOut) writeLine(io.stdout, cleanText(`Left out: ${from} (${place}). ${reason}`));
  }
  return 0;
};

function recordOf({ id, label = '', url = '', working, models }: CatalogProvider): TextRecord {
  return {
    Provider: id,
    Label: label,
    State: working === undefined ? 'loaded' : working ? 'working' : 'not working',
    Models: models.map(({ model }) => model).join(', '),
    Address: url,
  };
}
