import { dirname } from 'node:path';
import type { FileStatus, FileSystem } from '../model/file-system.js';
import { UsageError } from './usage.js';

/** A path to write a report to. */
export interface OutputTarget {
  /** Links followed. */
  readonly path: string;
  /** True for a pipe, a device or an open stream, which reports append to instead of replacing. */
  readonly isStream: boolean;
}

/** The files of a run. Absolute. */
export interface ReadFiles {
  /** The ones that contain replies. */
  readonly linted: readonly string[];
  /** Configurations, plug-ins and suppressions. */
  readonly read: readonly string[];
}

/**
 * Checks the path of a report.
 * @param read the files that were read, including those with replies
 * @throws UsageError if the path is one of these, or a folder
 */
export function outputTarget(path: string, { linted, read }: ReadFiles, fs: FileSystem): OutputTarget {
  const now = fs.status(path);
  if (now?.kind === 'folder') throw new UsageError('the report could not be written: the path is a folder');
  const isAmong = (files: readonly string[]) =>
    now?.kind === 'file' && files.some((file) => file === path || isSame(now, fs.status(file)));
  if (isAmong(linted))
    throw new UsageError('refusing to overwrite a linted file with a report; choose another path, or ignore this file');
  if (isAmong(read)) throw new UsageError('refusing to overwrite an input file with a report; choose another path');
  // `/dev/stdout` links to a file if the shell redirects output to a file, and to no path at all if it is a pipe.
  const isStream = now !== undefined && (now.kind !== 'file' || path.startsWith('/dev/'));
  return { path: now && !isStream ? fs.realPath(path) : path, isStream };
}

/** True if two paths lead to the same file, through links or a different spelling. */
function isSame(status: FileStatus, other: FileStatus | undefined): boolean {
  return other !== undefined && other.id === status.id;
}

/**
 * Writes a report, atomically unless it is a stream. Creates missing folders.
 * @throws the file system’s error
 */
export function writeReport({ path, isStream }: OutputTarget, pieces: Iterable<string>, fs: FileSystem): void {
  if (isStream) for (const piece of pieces) fs.append(path, piece);
  else {
    fs.makeFolder(dirname(path));
    fs.write(path, pieces);
  }
}
