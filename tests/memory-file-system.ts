import { dirname } from 'node:path';
import type { FileKind, FileStatus, FileSystem } from '../src/model/file-system.js';

/**
 * A file system that exists only in memory. Paths are absolute and use `/`, and folders exist if they contain files.
 */
export class MemoryFileSystem implements FileSystem {
  readonly #files = new Map<string, Buffer>();

  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) this.#files.set(path, Buffer.from(text));
  }

  exists(path: string): boolean {
    return this.status(path) !== undefined;
  }

  status(path: string): FileStatus | undefined {
    const content = this.#files.get(path);
    const kind: FileKind | undefined = content ? 'file' : this.list(path).length > 0 ? 'folder' : undefined;
    return kind && { kind, size: content?.length ?? 0, names: 1, id: path };
  }

  linkStatus(path: string): FileStatus | undefined {
    return this.status(path);
  }

  list(folder: string) {
    const kinds = new Map<string, FileKind>();
    for (const path of this.#files.keys()) {
      if (!path.startsWith(`${folder}/`)) continue;
      const [name = '', ...below] = path.slice(folder.length + 1).split('/');
      kinds.set(name, below.length > 0 ? 'folder' : 'file');
    }
    return [...kinds].map(([name, kind]) => ({ name, kind }));
  }

  read(path: string): Buffer {
    const content = this.#files.get(path);
    if (!content) throw Object.assign(new Error(`${path}: no such file`), { code: 'ENOENT' });
    return content;
  }

  open(path: string) {
    const content = this.read(path);
    return {
      read: (into: Uint8Array, length: number, position: number) => {
        const piece = content.subarray(position, position + length);
        into.set(piece);
        return piece.length;
      },
      close: () => undefined,
    };
  }

  realPath(path: string): string {
    return path;
  }

  write(path: string, content: string | Buffer | Iterable<string | Buffer>): void {
    const pieces = typeof content === 'string' || Buffer.isBuffer(content) ? [content] : content;
    this.#files.set(path, Buffer.concat(Array.from(pieces, (piece) => Buffer.from(piece))));
  }

  create(path: string, text: string): void {
    if (this.exists(path)) throw Object.assign(new Error(`${path}: there already`), { code: 'EEXIST' });
    this.write(path, text);
  }

  append(path: string, text: string): void {
    this.write(path, (this.#files.get(path)?.toString() ?? '') + text);
  }

  makeFolder(path: string): void {
    if (dirname(path) === path) return;
    // No action is needed because a folder exists once it contains a file.
  }
}
