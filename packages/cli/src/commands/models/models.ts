import { cleanText } from '@hypotez/provider-core';
import { describeCapabilities, describeRange, describeSizes } from '../../catalog/describe-limits.ts';
import { readCatalog, type CatalogModel } from '../../catalog/read-catalog.ts';
import type { CommandAction } from '../../command-line/command.ts';
import { configurationPlace } from '../../configuration/configuration-option.ts';
import { describeRecords, type TextRecord } from '../../output/describe-records.ts';
import { writeExactJson } from '../../output/write-exact-json.ts';

/** Lists every model with its names and with what it accepts. */
export const models: CommandAction = async (input, context) => {
  const { options } = input;
  const { io, services } = context;
  await using source = await services.openRegistry({}, configurationPlace(input, context));
  const all = readCatalog(source).flatMap((provider) => provider.models);
  if (options.flag('--json')) for (const model of all) writeExactJson(io.stdout, { type: 'model', ...model });
  else io.stdout.write(`${describeRecords(all.map(recordOf), io.stdout.columns).join('\n')}\n`);
  return 0;
};

function recordOf({ model, provider, aliases, capabilities, bounds, defaults, problem }: CatalogModel): TextRecord {
  return {
    Names: [...aliases, model].join(', '),
    Provider: provider,
    Sizes: bounds === undefined ? cleanText(problem ?? '') : describeSizes(bounds.size, defaults?.aspectRatio),
    Steps: describeRange(bounds?.numInferenceSteps, defaults?.numInferenceSteps),
    Guidance: describeRange(bounds?.guidanceScale, defaults?.guidanceScale),
    Seed: describeRange(bounds?.seed),
    Images: describeRange(bounds?.n),
    Can: capabilities === undefined ? '' : describeCapabilities(capabilities),
  };
}
