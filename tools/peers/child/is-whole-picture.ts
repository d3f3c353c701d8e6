import type { Picture } from '../subjects/subject.ts';

/** The picture that the server has. */
export interface ServersPicture {
  readonly base64: string;
  /** How its address ends, where it has one. */
  readonly path: string;
}

/** Whether this is the server's picture, to the byte: as bytes, as base64, or as the address that the job named. */
export function isWholePicture(picture: Picture, { base64, path }: ServersPicture): boolean {
  if (picture instanceof Uint8Array) return Buffer.from(picture).toString('base64') === base64;
  return typeof picture === 'string' && (picture === base64 || picture.endsWith(path));
}
