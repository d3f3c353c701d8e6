import { readCatalog, type CatalogProvider } from '../../catalog/read-catalog.ts';
import type { CommandAction } from '../../command-line/command.ts';
import { describeRecords, type TextRecord } from '../../output/describe-records.ts';
import { writeExactJson } from '../../output/write-exact-json.ts';

/** Lists every provider with its address and its models. Asks no network: `doctor` does. */
export const providers: CommandAction = async ({ options }, { io, services }) => {
  await using source = await services.openRegistry({});
  const all = readCatalog(source);
  if (options.flag('--json')) {
    for (const { models, ...provider } of all) writeExactJson(io.stdout, { type: 'provider', ...provider, models: models.map(({ model }) => model) });
  } else {
    io.stdout.write(`${describeRecords(all.map(recordOf), io.stdout.columns).join('\n')}\n`);
  }
  return 0;
};

function recordOf({ id, label = '', url = '', working, models }: CatalogProvider): TextRecord {
  return {
    Provider: id,
    Label: label,
    Working: working === undefined ? 'unknown' : working ? 'yes' : 'no',
    Models: models.map(({ model }) => model).join(', '),
    Address: url,
  };
}
