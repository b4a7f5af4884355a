import type { FileStatus } from '../model/file-system.js';

/** Maximum sizes in bytes of files that are read as a whole. */
export const LIMITS = {
  configuration: 1 << 20,
  'ignore file': 1 << 20,
  'suppressions file': 1 << 26,
  module: 1 << 26,
} as const;

/**
 * Says why a file is not read, in words that follow its path. Reading a device or a pipe may never end, and a large
 * file can fill the memory. Undefined if the file can be read.
 * @param status the status with links followed; undefined if the file does not exist
 */
export function refusalOf(
  status: Pick<FileStatus, 'kind' | 'size'> | undefined,
  what: keyof typeof LIMITS,
): string | undefined {
  if (!status) return 'no such file';
  if (status.kind === 'folder') return 'is a folder, not a file';
  if (status.kind !== 'file') return 'is not a regular file';
  const limit = LIMITS[what];
  return status.size > limit ? `is too large; the limit is ${limit >> 20} MiB` : undefined;
}
