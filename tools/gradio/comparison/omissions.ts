/** What the emulator leaves out of its descriptions on purpose: the names that lead to it, and why. */
const OMISSIONS: readonly { readonly path: readonly string[]; readonly reason: string }[] = [
  { path: ['code_snippets'], reason: 'Programs for people to copy; no client reads them.' },
  { path: ['$defs', 'FileData', 'description'], reason: 'A text of Gradio itself about its class; it says nothing about the Space.' },
];

/** Gives a JSON value without the omissions, wherever they are in it. */
export function withoutOmissions(value: unknown, path: readonly string[] = []): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutOmissions(item, path));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !isOmitted([...path, name]))
      .map(([name, member]) => [name, withoutOmissions(member, [...path, name])]),
  );
}

function isOmitted(path: readonly string[]): boolean {
  return OMISSIONS.some((omission) => omission.path.every((name, index) => name === path.at(index - omission.path.length)));
}
