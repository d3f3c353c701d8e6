const NAME = /^[\w.-]+\/[\w.-]+$/u;
const PAGE = /^https:\/\/huggingface\.co\/spaces\/([\w.-]+\/[\w.-]+)\/?$/u;

/** The `owner/name` of a Space on Hugging Face, also from the address of its page there; `undefined` for anything else. */
export function spaceName(space: string): string | undefined {
  const [, onPage = space] = PAGE.exec(space) ?? [];
  return NAME.test(onPage) ? onPage : undefined;
}

/** Where a Space is served: Hugging Face gives each a host of its own; what is no name is an address already. */
export function spaceAddress(space: string): string {
  const name = spaceName(space);
  return name === undefined ? space : `https://${name.toLowerCase().replace(/[^a-z\d]+/gu, '-')}.hf.space`;
}
