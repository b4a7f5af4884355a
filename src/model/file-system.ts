/**
 * The files that replylint reads and writes. Paths are absolute. A failed call throws an error with Node’s `code`, such
 * as `ENOENT`.
 */
export interface FileSystem {
  /** True if something is at the path, links followed. Never throws. */
  exists(path: string): boolean;
  /** What is at a path, links followed. Undefined if nothing is. */
  status(path: string): FileStatus | undefined;
  /** What is at a path, which may be a link. Undefined if nothing is. */
  linkStatus(path: string): FileStatus | undefined;
  /** What is in a folder, in any order. */
  list(folder: string): readonly FolderEntry[];
  read(path: string): Uint8Array;
  /** Opens a file to read it piece by piece. */
  open(path: string): OpenFile;
  /** The path with all links followed. */
  realPath(path: string): string;
  /**
   * Replaces the content of a file, or creates it: whole or not at all.
   * @param content one piece, or several in order; what it throws is thrown, and the file is as it was
   */
  write(path: string, content: FileWritten): void;
  /** Creates a file and its missing folders. Throws if there is something at the path. */
  create(path: string, text: string): void;
  append(path: string, text: string): void;
  /** Creates a folder and those that it is in, as far as they are missing. */
  makeFolder(path: string): void;
}

export type FileWritten = string | Uint8Array | Iterable<string | Uint8Array>;

export interface FileStatus {
  readonly kind: FileKind;
  /** In bytes. */
  readonly size: number;
  /** The number of names (hard links) that the file has. */
  readonly names: number;
  /** The same for two paths to one file. */
  readonly id: string;
}

export interface FolderEntry {
  readonly name: string;
  readonly kind: FileKind;
}

export type FileKind = 'file' | 'folder' | 'link' | 'other';

export interface OpenFile {
  /** Reads bytes into a buffer, at most as many as it holds. @returns how many; 0 at the end of the file */
  read(into: Uint8Array, length: number, position: number): number;
  close(): void;
}
