import { redact } from '@hypotez/provider-core';

/** Waits for work outside of a run, whose errors nobody else cleans, and takes credentials out of its error. */
export async function hideSecrets<Value>(work: Promise<Value>, secrets: readonly (string | undefined)[]): Promise<Value> {
  const known = secrets.filter((secret) => secret !== undefined);
  try {
    return await work;
  } catch (thrown) {
    if (thrown instanceof Error) {
      thrown.message = redact(thrown.message, known);
      thrown.stack = redact(thrown.stack ?? '', known);
    }
    throw thrown;
  }
}
