import { createProviderContext, type AsyncGeneratorProvider } from '@hypotez/provider-core';
import type { CommandAction, CommandInput } from '../../command-line/command.ts';
import { chooseToken } from '../../configuration/choose-token.ts';
import { configurationPlace } from '../../configuration/configuration-option.ts';
import { diagnose } from '../../diagnosis/diagnose.ts';
import type { Finding } from '../../diagnosis/finding.ts';
import { isSpace } from '../../diagnosis/is-space.ts';
import { EXIT_CODES } from '../../errors/exit-codes.ts';
import { UsageError } from '../../errors/usage-error.ts';
import { FindingWriter } from './finding-writer.ts';

const DEFAULT_TIMEOUT_SECONDS = 10;

/**
 * Looks whether everything that a picture needs works, for each provider of a model, and says what to do about what does
 * not. The exit code is that of the first thing that is broken.
 *
 * @throws {UsageError} when the options make no sense.
 * @throws {ModelNotFoundError} when nobody serves the model.
 */
export const doctor: CommandAction = async (input, context) => {
  const { services, settings, io, printable, signal } = context;
  const { options } = input;
  const { proxy, timeoutMs } = readTransportOptions(input);
  const { token, notice } = chooseToken({ token: options.text('--token'), url: options.text('--url'), urlOrigin: options.origin('--url'), embedded: false }, settings);
  await using source = await services.openRegistry({ url: options.text('--url'), apiKey: token }, configurationPlace(input, context));
  const { http } = createProviderContext();
  const writer = new FindingWriter({ io, printable, json: options.flag('--json') });
  const broken: Finding[] = [];
  try {
    for (const { id, provider } of source.candidates(options.text('--model') ?? source.defaults?.model ?? 'sd-3.5')) {
      const url = addressOf(provider);
      writer.begin(id, url);
      const examination = { http, url, isSpace: isSpace(provider), proxy, token, signal, timeoutMs };
      for await (const finding of diagnose({ provider, examination, tokenNotice: notice, env: io.env, node: process.versions.node })) {
        writer.write(finding);
        if (finding.status === 'broken') broken.push(finding);
      }
    }
  } finally {
    await http.close();
  }
  const exitCode = broken[0] === undefined ? 0 : EXIT_CODES[broken[0].code ?? 'response'];
  writer.end(broken.length, exitCode);
  return exitCode;
};

function readTransportOptions({ options }: CommandInput): { readonly proxy: string | undefined; readonly timeoutMs: number } {
  const proxy = options.text('--proxy');
  if (proxy !== undefined && !(URL.canParse(proxy) && /^(?:https?|socks5?):\/\//iu.test(proxy))) throw new UsageError('--proxy is no URL such as http://host:3128 or socks5://host:1080.');
  const seconds = options.number('--timeout') ?? DEFAULT_TIMEOUT_SECONDS;
  if (!(seconds > 0 && seconds <= 600)) throw new UsageError('--timeout is a number of seconds, above 0 and up to 600.');
  return { proxy, timeoutMs: Math.ceil(seconds * 1000) };
}

/** The address that a provider asks; every provider of a catalogue has one. */
function addressOf(provider: AsyncGeneratorProvider): string {
  const url: unknown = Reflect.get(provider, 'url');
  if (typeof url === 'string') return url;
  throw new UsageError(`${provider.id} does not tell its address, so it cannot be looked at.`);
}
