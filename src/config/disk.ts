import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs';
import type { FileStatus } from '../model/file-system.js';

/** The disk access that configurations need. Cosmiconfig reads files itself, and so does Node when it loads code. */
export const disk = {
  exists: existsSync,
  realPath: (path: string): string => realpathSync(path),
  read: (path: string): string => readFileSync(path, 'utf8'),
  names: (folder: string): readonly string[] => readdirSync(folder),
  /** True if a path is a folder and not a link to one. */
  isFolder: (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
  /** True if something exists at a path, even a broken link. */
  isThere: (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined,
  /** The status of a path, with links followed. Throws an error with Node’s `code` if it cannot be read. */
  status: (path: string): Pick<FileStatus, 'kind' | 'size'> | undefined => {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) return undefined;
    if (stats.isFile()) accessSync(path, constants.R_OK);
    return { kind: stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other', size: stats.size };
  },
};
