const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOENT: 'the folder does not exist',
  ENOTDIR: 'part of the path is a file',
  EEXIST: 'part of the path is a file',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENAMETOOLONG: 'the name is too long',
};

/** The reason of a failed file operation in words, else its system code. */
export function describeFileError(thrown: unknown): string {
  const code = fileErrorCode(thrown);
  return REASONS[code] ?? code;
}

/** System code of a failed file operation, such as `EEXIST`. */
export function fileErrorCode(thrown: unknown): string {
  const code: unknown = typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, 'code') : undefined;
  return typeof code === 'string' ? code : 'unknown reason';
}
