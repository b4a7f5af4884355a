import { dirname, resolve } from 'node:path';
import { hint } from '../config/index.js';
import type { FileStatus, FileSystem } from '../model/file-system.js';
import { safe, shownPath } from '../report/index.js';
import { UsageError } from './usage.js';
import type { CommandWorld } from './world.js';

/** The values of `-o`: `path` or `format:path`. */
export class Outputs {
  readonly #cwd: string;
  readonly #taken = new Set<string>();

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /** A Windows drive has one letter, a format has more. @throws UsageError without a path */
  split(written: string): { readonly name: string | undefined; readonly file: string } {
    const [, name, file = written] = /^([^:]{2,}):(.*)$/s.exec(written) ?? [];
    if (file === '') throw outputError(written, 'expected a path, or `format:path`');
    return { name, file };
  }

  /** The absolute path of a file. @throws UsageError for the second report to the same file */
  take(written: string, file: string): string {
    const path = resolve(this.#cwd, file);
    if (this.#taken.has(path)) throw outputError(written, 'two reports cannot be written to the same file');
    this.#taken.add(path);
    return path;
  }
}

/** @param written the value of `-o` */
export function outputError(written: string, reason: string): UsageError {
  return new UsageError(`-o ${safe(written)}: ${reason}`);
}

/** Says that a format does not exist, and which ones do. */
export function noSuchFormat(name: string, formats: readonly string[]): string {
  return `no such format${hint(name, formats) || `; expected one of ${formats.join(', ')}`}`;
}

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

/** A report to write. Without a path, it goes to standard output. */
export interface Output {
  readonly format: string;
  /** The absolute path. */
  readonly path?: string;
}

/** How to write reports of one kind. */
export interface OutputWriting<T extends Output> {
  /** Reports must not overwrite these files. */
  readonly files: ReadFiles;
  /** Creates the text of a report, or some of it. */
  readonly piecesOf: (report: T) => Promise<Iterable<string>>;
  /** Why a report could not be written. @throws errors that do not concern the report alone */
  readonly reasonOf: (error: unknown) => string;
}

/**
 * Writes reports, in this order. One failure does not stop the others.
 * @returns a line for each report that could not be written, not yet escaped
 */
export async function writeOutputs<T extends Output>(
  reports: readonly T[],
  { files, piecesOf, reasonOf }: OutputWriting<T>,
  { cwd, fs, stdout }: CommandWorld,
): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const report of reports) {
    const { format, path } = report;
    try {
      // Checked before creating the report: a reporter may append to other files.
      const target = path === undefined ? undefined : outputTarget(path, files, fs);
      const pieces = await piecesOf(report);
      if (target) writeReport(target, pieces, fs);
      else for (const piece of pieces) stdout.write(piece);
    } catch (error) {
      failed.push(`${path === undefined ? format : shownPath(path, cwd)}: ${reasonOf(error)}`);
    }
  }
  return failed;
}

/** Why a report could not be written: a path that is refused, or an error of the file system. @throws other errors */
export function unwrittenReason(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string') throw error;
  return `the report could not be written (${code})`;
}
