/**
 * The files that replylint reads and writes. Paths are absolute. A failed call throws an error with Node’s `code`, such
 * as `ENOENT`.
 */
export interface FileSystem {
  /** Returns true if the path exists, following links. Never throws. */
  exists(path: string): boolean;
  /** Returns the status of a path, following links. Undefined if the path does not exist. */
  status(path: string): FileStatus | undefined;
  /** Returns the status of a path without following links. Undefined if the path does not exist. */
  linkStatus(path: string): FileStatus | undefined;
  /** Returns the entries of a folder, in any order. */
  list(folder: string): readonly FolderEntry[];
  read(path: string): Uint8Array;
  /** Opens a file to read in chunks. */
  open(path: string): OpenFile;
  /** Returns the path with all links resolved. */
  realPath(path: string): string;
  /**
   * Replaces the content of a file, or creates it, atomically.
   * @param content one piece, or several in order; if it throws, the error is passed on and the file is unchanged
   */
  write(path: string, content: FileWritten): void;
  /** Creates a file and its missing folders. Throws if the path exists. */
  create(path: string, text: string): void;
  append(path: string, text: string): void;
  /** Creates a folder and its missing parents. */
  makeFolder(path: string): void;
  /**
   * Returns the stamp of a path, following links. Undefined if nothing is there. Without this method, no outcome of a run
   * is cached.
   */
  stamp?(path: string): FileStamp | undefined;
  /** Opens an empty file that is gone once it is closed. Undefined, or missing, if there is no place for one. */
  openTemporary?(): TemporaryFile | undefined;
}

/** What changes whenever the content of a file does. */
export interface FileStamp {
  /** Different after each change. The same for all folders. */
  readonly text: string;
  /** When it changed last, in milliseconds since 1970. */
  readonly changed: number;
}

export type FileWritten = string | Uint8Array | Iterable<string | Uint8Array>;

export interface FileStatus {
  readonly kind: FileKind;
  /** In bytes. */
  readonly size: number;
  /** The number of names (hard links) of the file. */
  readonly names: number;
  /** Equal for two paths to the same file. */
  readonly id: string;
}

export interface FolderEntry {
  readonly name: string;
  readonly kind: FileKind;
}

export type FileKind = 'file' | 'folder' | 'link' | 'other';

export interface OpenFile {
  /** Reads bytes into a buffer, up to its size. @returns how many; 0 at the end of the file */
  read(into: Uint8Array, length: number, position: number): number;
  close(): void;
}

export interface TemporaryFile extends OpenFile {
  /** Writes all of these bytes. @throws if the disk is full */
  write(bytes: Uint8Array, position: number): void;
}
