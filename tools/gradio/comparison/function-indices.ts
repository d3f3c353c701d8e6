/** Asks a Space for the number of each of its functions, by API name. Throws when the answer is none of a Space's. */
export async function functionIndices(url: string): Promise<ReadonlyMap<string, number>> {
  const config: unknown = await (await fetch(`${url}/config`)).json();
  if (!isRecord(config) || !Array.isArray(config['dependencies'])) throw new Error(`${url}/config names no functions.`);
  const indices = new Map<string, number>();
  for (const [index, dependency] of config['dependencies'].entries()) {
    if (isRecord(dependency) && typeof dependency['api_name'] === 'string') indices.set(dependency['api_name'], index);
  }
  return indices;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
