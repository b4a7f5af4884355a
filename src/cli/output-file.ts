import { dirname, resolve } from 'node:path';
import { hint } from '../config/index.js';
import type { FileStatus, FileSystem } from '../model/file-system.js';
import { safe, shownPath } from '../report/index.js';
import { UsageError } from './usage.js';
import type { CommandWorld } from './world.js';

/** Parses the values of `-o`, which have the form `path` or `format:path`. */
export class Outputs {
  readonly #cwd: string;
  readonly #taken = new Set<string>();

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /**
   * Splits a value into format and path. A single letter before the colon is a Windows drive, because every format name
   * is longer.
   * @throws UsageError if there is no path
   */
  split(written: string): { readonly name: string | undefined; readonly file: string } {
    const [, name, file = written] = /^([^:]{2,}):(.*)$/s.exec(written) ?? [];
    if (file === '') throw outputError(written, 'expected a path, or `format:path`');
    return { name, file };
  }

  /**
   * Returns the absolute path of an output file.
   * @throws UsageError if another report goes to the same file
   */
  take(written: string, file: string): string {
    const path = resolve(this.#cwd, file);
    if (this.#taken.has(path)) throw outputError(written, 'two reports cannot be written to the same file');
    this.#taken.add(path);
    return path;
  }
}

/** @param written the value of `-o` as the user wrote it */
export function outputError(written: string, reason: string): UsageError {
  return new UsageError(`-o ${safe(written)}: ${reason}`);
}

/** Returns the message for an unknown format, which lists the known ones. */
export function noSuchFormat(name: string, formats: readonly string[]): string {
  return `unknown format${hint(name, formats) || `; expected one of ${formats.join(', ')}`}`;
}

/** A file, pipe or device to write a report to. */
export interface OutputTarget {
  /** The path with all links followed. */
  readonly path: string;
  /** True for a pipe, a device or an open stream. Reports are appended to it instead of replacing it. */
  readonly isStream: boolean;
}

/** The absolute paths of the files that a run has used. */
export interface ReadFiles {
  /** The files that contain replies. */
  readonly linted: readonly string[];
  /** The configurations, plug-ins and suppressions files. */
  readonly read: readonly string[];
}

/**
 * Checks where a report is written to.
 * @param read all files that were read, including those with replies
 * @throws UsageError if the path is a folder or one of the files that were read
 */
export function outputTarget(path: string, { linted, read }: ReadFiles, fs: FileSystem): OutputTarget {
  const now = fs.status(path);
  if (now?.kind === 'folder') throw new UsageError('the report could not be written: the path is a folder');
  const isAmong = (files: readonly string[]) =>
    now?.kind === 'file' && files.some((file) => file === path || isSame(now, fs.status(file)));
  if (isAmong(linted))
    throw new UsageError('refusing to overwrite a linted file with a report; choose another path, or ignore this file');
  if (isAmong(read)) throw new UsageError('refusing to overwrite an input file with a report; choose another path');
  // `/dev/stdout` is a link to a regular file if the shell redirects output to a file, and a broken link if output goes
  // to a pipe.
  const isStream = now !== undefined && (now.kind !== 'file' || path.startsWith('/dev/'));
  return { path: now && !isStream ? fs.realPath(path) : path, isStream };
}

/** Returns true if two paths lead to the same file, even through links or with a different spelling. */
function isSame(status: FileStatus, other: FileStatus | undefined): boolean {
  return other !== undefined && other.id === status.id;
}

/**
 * Writes a report. The file is replaced atomically unless it is a stream, and missing folders are created.
 * @throws errors from the file system
 */
export function writeReport({ path, isStream }: OutputTarget, pieces: Iterable<string>, fs: FileSystem): void {
  if (isStream) for (const piece of pieces) fs.append(path, piece);
  else {
    fs.makeFolder(dirname(path));
    fs.write(path, pieces);
  }
}

/** A report to write. Without a path, it is written to standard output. */
export interface Output {
  readonly format: string;
  /** The absolute path of the output file. */
  readonly path?: string;
}

/** The functions that write reports of one kind. */
export interface OutputWriting<T extends Output> {
  /** Reports must not overwrite these files. */
  readonly files: ReadFiles;
  /** Creates the text of a report, either whole or in part. */
  readonly piecesOf: (report: T) => Promise<Iterable<string>>;
  /**
   * Returns why a report could not be written.
   * @throws errors that concern more than the report
   */
  readonly reasonOf: (error: unknown) => string;
}

/**
 * Writes reports in the given order. A failure does not stop the other reports.
 * @returns one line per report that could not be written, not yet escaped
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
      // The path is checked before the report is created because a reporter may append to other files.
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

/**
 * Returns why a report could not be written: because its path was rejected, or because of a file-system error.
 * @throws all other errors
 */
export function unwrittenReason(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string') throw error;
  return `the report could not be written (${code})`;
}
