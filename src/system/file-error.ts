/** A system's error on a file or a folder, in words. */
export function describeFileError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'its folder does not exist',
    ENOSPC: 'the disk is full',
    EACCES: 'no permission',
    EPERM: 'no permission',
    EROFS: 'the disk is read-only',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of its path is no folder',
    ELOOP: 'the links on its path go round in a circle',
    ENAMETOOLONG: 'its path is longer than a path can be',
    EFBIG: 'a file may not become that large here (ulimit -f)',
    EDQUOT: 'the quota is used up',
    EIO: 'the disk reports an error',
  }
  return (code === undefined ? undefined : known[code]) ?? message
}
