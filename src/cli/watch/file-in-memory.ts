import { Buffer } from 'node:buffer';
import type { FileStatus, FileSystem, FileWritten } from '../../model/file-system.js';
import { passedOn } from '../../model/passed-on.js';

/** Returns a file system in which one file exists only in memory, regardless of what is on disk. */
export function withFileInMemory(fs: FileSystem, path: string): FileSystem {
  let content: Buffer | undefined;
  const status = (): FileStatus | undefined =>
    content && { kind: 'file', size: content.length, names: 1, id: `memory:${path}` };
  return {
    ...passedOn(fs),
    exists: (asked) => (asked === path ? content !== undefined : fs.exists(asked)),
    status: (asked) => (asked === path ? status() : fs.status(asked)),
    linkStatus: (asked) => (asked === path ? status() : fs.linkStatus(asked)),
    read: (asked) => {
      if (asked !== path) return fs.read(asked);
      if (!content) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
      return content;
    },
    write: (asked, written) => {
      if (asked === path) content = whole(written);
      else fs.write(asked, written);
    },
  };
}

function whole(written: FileWritten): Buffer {
  const pieces = typeof written === 'string' || written instanceof Uint8Array ? [written] : [...written];
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece as string)));
}
