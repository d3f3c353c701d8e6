import { join } from 'node:path';
import type { ImageFile } from '@hypotez/provider-core';
import { OutputError } from '../errors/output-error.ts';
import { defaultName } from './default-name.ts';
import { describeFileError } from './describe-file-error.ts';
import { fitExtension } from './fit-extension.ts';
import { moveWithoutOverwriting } from './move-without-overwriting.ts';
import type { OutputTarget } from './open-target.ts';
import { temporaryPath, withTemporaryFile } from './temporary-file.ts';

/** Numbers that are tried behind a name that is taken. */
const MAXIMUM_NAMES = 10_000;

/** What a default name is made from, besides the bytes. */
export interface PictureOrigin {
  readonly prompt: string;
  readonly date: Date;
  /** Which of several pictures it is, from 1. With a name of its own the second one is called `picture-2.png`. Default 1. */
  readonly index?: number | undefined;
}

/** Where a picture went. */
export interface WrittenPicture {
  /** Absolute path. */
  readonly path: string;
  /** How the name differs from the one that was asked for, for people. */
  readonly notices: readonly string[];
}

/**
 * Writes a picture: first whole under another name, then under its own, so that a file with the final name is complete.
 *
 * A file that exists is never replaced; the picture gets `-2`, `-3` and so on behind its name.
 *
 * @throws {OutputError} when it cannot be written. Nothing of it is left then.
 */
export function writePicture({ folder, name }: OutputTarget, { bytes, extension: kind }: ImageFile, { prompt, date, index = 1 }: PictureOrigin): WrittenPicture {
  const wanted = name ?? defaultName({ prompt, date, bytes });
  const { stem: plain, extension } = fitExtension(wanted, kind);
  const stem = name === undefined || index === 1 ? plain : `${plain}-${index}`;
  const fitting = `${stem}${extension}`;
  try {
    const temporary = temporaryPath(folder, wanted);
    const taken = withTemporaryFile(temporary, bytes, () => moveToFreeName(temporary, folder, (number) => `${stem}${number}${extension}`));
    const notices = [
      ...(name !== undefined && `${plain}${extension}` !== name ? [`The picture is a ${kind.toUpperCase()}, so it is called ${fitting} and not ${name}.`] : []),
      ...(taken === fitting ? [] : [`${fitting} exists already, so the picture is called ${taken}.`]),
    ];
    return { path: join(folder, taken), notices };
  } catch (thrown) {
    if (thrown instanceof OutputError) throw thrown;
    throw new OutputError(`The picture cannot be written to ${folder}: ${describeFileError(thrown)}.`);
  }
}

function moveToFreeName(temporary: string, folder: string, named: (number: string) => string): string {
  for (let number = 1; number <= MAXIMUM_NAMES; number += 1) {
    const candidate = named(number === 1 ? '' : `-${number}`);
    if (moveWithoutOverwriting(temporary, join(folder, candidate))) return candidate;
  }
  throw new OutputError(`Every name from ${named('')} to ${named(`-${MAXIMUM_NAMES}`)} is taken in ${folder}.`);
}
