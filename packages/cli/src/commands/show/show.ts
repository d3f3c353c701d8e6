import type { CommandAction } from '../../command-line/command.ts';
import { InputError } from '../../errors/input-error.ts';
import { readPicture } from '../../files/read-picture.ts';
import { MetadataError } from '../../metadata/metadata-error.ts';
import type { PictureMetadata } from '../../metadata/picture-metadata.ts';
import { readMetadata } from '../../metadata/read-metadata.ts';
import { writeExactJson } from '../../output/write-exact-json.ts';
import { describeMetadata } from './describe-metadata.ts';
import { regeneratingCommand } from './regenerating-command.ts';

/**
 * Tells how a picture was made, and the command that makes it again.
 *
 * @throws {InputError} when the file cannot be read or does not tell.
 */
export const show: CommandAction = async ({ arguments: [file = ''], options }, { io }) => {
  const picture = await readPicture(file, io.cwd);
  const metadata = metadataOf(picture);
  const command = regeneratingCommand(metadata);
  if (options.flag('--json')) {
    writeExactJson(io.stdout, { type: 'metadata', file: picture.path, ...metadata, command });
    return 0;
  }
  if (options.flag('--command')) {
    if (command === undefined) throw new InputError(`No command line can hold the prompt of ${picture.path}.`, 'Use --json.');
    io.stdout.write(`${command}\n`);
    return 0;
  }
  io.stdout.write(`${describeMetadata(metadata).join('\n')}\n\n`);
  io.stdout.write(command === undefined ? 'No command line can hold these texts; --json tells them.\n' : `${command}\n`);
  return 0;
};

function metadataOf({ path, bytes }: { readonly path: string; readonly bytes: Uint8Array }): PictureMetadata {
  const advice = 'Only a picture that hypotez has written, and no other program has stripped, tells how it was made.';
  try {
    const metadata = readMetadata(bytes);
    if (metadata !== undefined) return metadata;
  } catch (thrown) {
    if (!(thrown instanceof MetadataError)) throw thrown;
    throw new InputError(`${path} cannot be read as a picture: ${thrown.message}`, advice);
  }
  throw new InputError(`${path} does not tell how it was made.`, advice);
}
