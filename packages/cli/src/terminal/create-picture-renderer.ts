import type { Settings } from '../configuration/settings.ts';
import type { CommandIo } from '../process/command-io.ts';
import { askTerminal } from './ask-terminal.ts';
import { loadPictureDecoder } from './decode-picture.ts';
import { protocolByEnvironment } from './image-protocol.ts';
import { PictureRenderer } from './picture-renderer.ts';
import type { TerminalAnswer } from './terminal-answer.ts';

/** What shows pictures in this terminal, or why nothing does, for people. */
export type PictureAbility = { readonly renderer: PictureRenderer } | { readonly reason: string };

/**
 * Finds out how this terminal shows pictures: by its name, else it is asked, unless stdin is read for something else.
 *
 * @throws {UsageError} when `HYPOTEZ_IMAGES` is wrong.
 */
export async function createPictureRenderer(io: CommandIo, settings: Settings, readsStdin: boolean): Promise<PictureAbility> {
  const known = protocolByEnvironment(io.env, settings);
  if (known === 'none') return { reason: 'HYPOTEZ_IMAGES=none keeps pictures off the terminal.' };
  // Also one that is known has to tell the size of its characters.
  const answer: TerminalAnswer = readsStdin ? { sixel: false } : await askTerminal(io);
  const protocol = known ?? (answer.sixel ? 'sixel' : undefined);
  if (protocol === undefined) {
    return { reason: 'This terminal does not say that it shows pictures; HYPOTEZ_IMAGES can say so.' };
  }
  const decoder = await loadPictureDecoder();
  if (decoder === undefined) return { reason: 'Pictures are not shown: the package sharp, which decodes them, is not installed.' };
  return { renderer: new PictureRenderer({ protocol, decoder, stream: io.stderr, cell: answer.cell }) };
}
