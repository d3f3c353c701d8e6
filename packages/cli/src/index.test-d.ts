import type { PluginState } from '@hypotez/config';
import type { ErrorCode, Registry } from '@hypotez/provider-core';
import { describe, expectTypeOf, it } from 'vitest';
import {
  EXIT_CODES, OWN_EXIT_CODES, run,
  type CommandIo, type EmbeddedSpace, type InputStream, type OutputStream, type PictureSource, type PluginSettings, type Services, type SignalSource, type SpaceSettings,
} from './index.ts';

describe('the command inside another program', () => {
  it('takes what a process has, and gives an exit code', () => {
    expectTypeOf(run).toEqualTypeOf<(argv: readonly string[], io: CommandIo, services?: Services) => Promise<number>>();
    expectTypeOf<typeof process.stdin>().toExtend<InputStream>();
    expectTypeOf<typeof process.stdout>().toExtend<OutputStream>();
    expectTypeOf<typeof process>().toExtend<SignalSource>();
    expectTypeOf<typeof process.env>().toExtend<CommandIo['env']>();
    expectTypeOf<CommandIo['exit']>().toEqualTypeOf<(code: number) => void>();
  });

  it('paints with services that can be replaced', () => {
    expectTypeOf<Registry>().toExtend<PictureSource>();
    expectTypeOf<PictureSource['plugins']>().toEqualTypeOf<readonly PluginState[] | undefined>();
    expectTypeOf<Services['startSpace']>().toEqualTypeOf<(settings: SpaceSettings) => Promise<EmbeddedSpace>>();
    expectTypeOf<Services['openRegistry']>().parameter(0).toEqualTypeOf<PluginSettings>();
    expectTypeOf<Services['openRegistry']>().returns.resolves.toEqualTypeOf<PictureSource>();
    expectTypeOf<EmbeddedSpace['url']>().toBeString();
  });

  it('has an exit code for each code of an error', () => {
    expectTypeOf(EXIT_CODES).toEqualTypeOf<Readonly<Record<ErrorCode, number>>>();
    expectTypeOf(OWN_EXIT_CODES.interrupted).toExtend<number>();
    expectTypeOf(EXIT_CODES).not.toHaveProperty('no_such_code');
  });
});
