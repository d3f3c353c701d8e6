import * as v from 'valibot';

const infoSchema = v.looseObject({
  named_endpoints: v.record(v.string(), v.looseObject({ parameters: v.array(v.looseObject({ parameter_name: v.optional(v.nullable(v.string())) })) })),
});

/** Reads the names of a function's parameters from a Space's `/info`; `undefined` when it does not list them. */
export function parseInfo(json: unknown, apiName: string): readonly string[] | undefined {
  const parsed = v.safeParse(infoSchema, json);
  const endpoint = parsed.success ? parsed.output.named_endpoints[`/${apiName}`] : undefined;
  return endpoint?.parameters.map(({ parameter_name: name }, index) => name ?? `param_${index.toString()}`);
}
