/**
 * The file access that replylint needs. All paths are absolute. A failed call throws an error with Node’s `code`, such
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
  /** Opens a file to read it in chunks. */
  open(path: string): OpenFile;
  /** Returns the path with all links resolved. */
  realPath(path: string): string;
  /**
   * Writes the content of a file atomically. The file is created if it does not exist.
   * @param content one piece, or several in order; if iterating throws, the error is passed on and the file stays
   * unchanged
   */
  write(path: string, content: FileWritten): void;
  /** Creates a file, along with any missing folders. Throws if the path exists. */
  create(path: string, text: string): void;
  append(path: string, text: string): void;
  /** Creates a folder and its missing parents. */
  makeFolder(path: string): void;
  /**
   * Returns the stamp of a path, following links. Undefined if the path does not exist. Without this method, the
   * outcome of a run is not cached.
   */
  stamp?(path: string): FileStamp | undefined;
  /**
   * Opens an empty file that is deleted when it is closed. Undefined or missing if temporary files are not available.
   */
  openTemporary?(): TemporaryFile | undefined;
}

/** A stamp that changes whenever the content of a file changes. */
export interface FileStamp {
  /** A text that is different after each change. It is the same for all folders. */
  readonly text: string;
  /** The time of the last change, in milliseconds since 1970. */
  readonly changed: number;
}

export type FileWritten = string | Uint8Array | Iterable<string | Uint8Array>;

export interface FileStatus {
  readonly kind: FileKind;
  /** The size in bytes. */
  readonly size: number;
  /** The number of hard links to the file. */
  readonly names: number;
  /** An identifier that is equal for two paths to the same file. */
  readonly id: string;
}

export interface FolderEntry {
  readonly name: string;
  readonly kind: FileKind;
}

export type FileKind = 'file' | 'folder' | 'link' | 'other';

export interface OpenFile {
  /**
   * Reads bytes into a buffer, up to its size.
   * @returns the number of bytes read; 0 at the end of the file
   */
  read(into: Uint8Array, length: number, position: number): number;
  close(): void;
}

export interface TemporaryFile extends OpenFile {
  /**
   * Writes all the bytes.
   * @throws if the disk is full
   */
  write(bytes: Uint8Array, position: number): void;
}
