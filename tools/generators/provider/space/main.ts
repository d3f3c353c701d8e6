import { ConfigurationError } from '@hypotez/provider-core';
import { readSpace } from './read-space.ts';

// Started by the generator, whose own process does not find the sources of the packages: prints what a Space says of itself. It
// ends with 2 when the Space was asked, and more has to be said of it; with 1 when it could not be asked.
const [url = '', apiName] = process.argv.slice(2);
try {
  process.stdout.write(JSON.stringify(await readSpace(url, apiName)));
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof ConfigurationError ? 2 : 1;
}
