import { cleanText, type GenerationBounds, type NumberRange } from '@hypotez/provider-core';
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

function recordOf({ model, provider, aliases, bounds, defaults, problem }: CatalogModel): TextRecord {
  return {
    Names: [...aliases, model].join(', '),
    Provider: provider,
    Sides: bounds === undefined ? cleanText(problem ?? '') : describeSides(bounds.size),
    Ratio: defaults?.aspectRatio ?? '',
    Steps: bounds === undefined ? '' : describeRange(bounds.numInferenceSteps, defaults?.numInferenceSteps),
    Guidance: bounds === undefined ? '' : describeRange(bounds.guidanceScale, defaults?.guidanceScale),
    Seed: bounds === undefined ? '' : describeRange(bounds.seed),
  };
}

function describeSides({ min, max, multipleOf }: GenerationBounds['size']): string {
  return `${min} to ${max} by ${multipleOf}`;
}

/** A range, and what is taken when nobody says. */
function describeRange({ min, max }: NumberRange, usual?: number): string {
  const range = min === max ? String(min) : `${min} to ${max}`;
  return usual === undefined ? range : `${range} (${usual})`;
}
