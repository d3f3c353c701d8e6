/** Writes a value that JSON can hold as the source of this project has it: single quotes, no quotes around names, long numbers in groups. */
export function literal(value: unknown): string {
  if (typeof value === 'string') return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", String.raw`\'`)}'`;
  if (typeof value === 'number') return Number.isInteger(value) && value > 9999 ? value.toString().replaceAll(/\B(?=(?:\d{3})+$)/gu, '_') : value.toString();
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).map(([name, member]) => `${/^[a-z]\w*$/iu.test(name) ? name : literal(name)}: ${literal(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
