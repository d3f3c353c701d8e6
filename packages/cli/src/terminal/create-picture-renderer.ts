import type { Settings } from '../configuration/settings.ts';
import type { CommandIo } from '../process/command-io.ts';
import { askTerminal } from './ask-terminal.ts';
import { loadPictureDecoder } from './decode-picture.ts';
import { protocolByEnvironment } from './image-protocol.ts';
import { PictureRenderer } from './picture-renderer.ts';

/** Characters of a usual terminal, where it does not tell; rather too small, so that nothing is covered. */
const USUAL_CELL = { width: 8, height: 16 };

/** Those terminals scale pictures to the lines themselves; enough for a screen with fine pixels. */
const FINE_CELL = { width: 12, height: 24 };

/** What shows pictures in this terminal, or why nothing does, for people. */
export type PictureAbility = { readonly renderer: PictureRenderer } | { readonly reason: string };

/**
 * Finds out how this terminal shows pictures. A terminal that says nothing by its name is asked, unless stdin is read for
 * something else.
 *
 * @throws {UsageError} when `HYPOTEZ_IMAGES` is wrong.
 */
export async function createPictureRenderer(io: CommandIo, settings: Settings, readsStdin: boolean): Promise<PictureAbility> {
  const known = protocolByEnvironment(io.env, settings);
  if (known === 'none') return { reason: 'HYPOTEZ_IMAGES=none keeps pictures off the terminal.' };
  const answer = known === 'kitty' || known === 'iterm' || readsStdin ? { sixel: false } : await askTerminal(io);
  const protocol = known ?? (answer.sixel ? 'sixel' : undefined);
  if (protocol === undefined) {
    return { reason: 'This terminal does not say that it shows pictures; HYPOTEZ_IMAGES=kitty, iterm or sixel says it for it.' };
  }
  const decoder = await loadPictureDecoder();
  if (decoder === undefined) return { reason: 'Pictures are not shown: the package sharp, which decodes them, is not installed.' };
  const cell = answer.cell ?? (protocol === 'sixel' ? USUAL_CELL : FINE_CELL);
  return { renderer: new PictureRenderer({ protocol, decoder, stream: io.stderr, cell }) };
}
