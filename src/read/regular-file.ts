import type { FileStatus } from '../model/file-system.js';

/** The maximum sizes of files that are read whole, in bytes. */
export const LIMITS = {
  configuration: 1 << 20,
  'ignore file': 1 << 20,
  'suppressions file': 1 << 26,
  module: 1 << 26,
} as const;

/**
 * Why a file is not read, in words that follow its path: a device or a pipe can go on forever, and a large file of
 * another kind can fill the memory. Undefined if it can be read.
 * @param status links followed; undefined if nothing is there
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
