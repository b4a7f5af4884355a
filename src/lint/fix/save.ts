import { bufferOf } from '../../model/bytes.js';
import type { FileSystem } from '../../model/file-system.js';
import type { SourceFile } from '../../model/source-file.js';
import { decode, encode, repositoryOf } from '../../read/index.js';
import { isBelow, leadsOut } from '../walk/leads-out.js';

/** The file system to write to, and the folder of the run. */
interface Where {
  readonly fs: FileSystem;
  readonly cwd: string;
}

/**
 * Writes a fixed text to its file atomically, with its original encoding and byte order mark.
 * @param original the file as it was read; if it has changed since then, it is not written
 * @returns the reason in words why it was not written; undefined if it was written
 */
export function save(absolute: string, original: SourceFile, text: string, where: Where): string | undefined {
  const { fs } = where;
  return writeFixed(absolute, where, () => {
    if (decode(original.path, bufferOf(fs.read(absolute))).text !== original.text) return `not fixed: ${CHANGED}`;
    fs.write(absolute, encode(original, text));
    return undefined;
  });
}

export const CHANGED = 'the file changed during linting';

/**
 * Checks that a file can be written, and writes it.
 * @param write writes the file, or returns the reason why it does not
 * @returns the reason in words why it was not written; undefined if it was written
 */
export function writeFixed(absolute: string, where: Where, write: () => string | undefined): string | undefined {
  const { fs, cwd } = where;
  try {
    const status = fs.linkStatus(absolute);
    if (!status) return 'not fixed: the file cannot be written (ENOENT)';
    if (status.kind === 'link') return 'not fixed: the path is a symbolic link; pass the file itself';
    if (status.kind !== 'file') return 'not fixed: not a regular file';
    const tree = repositoryOf(cwd, fs) ?? cwd;
    if (isBelow(absolute, tree) && leadsOut(absolute, tree, fs))
      return 'not fixed: a symbolic link points outside the checkout; pass the folder itself';
    if (status.names > 1) return 'not fixed: the file has other hard links, and writing it would separate them';
    return write();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return `not fixed: ${code === undefined ? message : `the file cannot be written (${code})`}`;
  }
}
