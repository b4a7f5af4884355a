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

/**
 * Disk access for loading configurations. It is not replaceable, because Cosmiconfig reads files on its own, and so
 * does Node when it loads code.
 */
export const disk = {
  exists: existsSync,
  realPath: (path: string): string => realpathSync(path),
  read: (path: string): string => readFileSync(path, 'utf8'),
  names: (folder: string): readonly string[] => readdirSync(folder),
  /** Returns true if a path is a folder and not a link to one. */
  isFolder: (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
  /** Returns true if something exists at a path, even a broken link. */
  isThere: (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined,
  /**
   * Returns the status of a path after following links. Throws an error with Node’s `code` if the path cannot be read.
   */
  status: (path: string): Pick<FileStatus, 'kind' | 'size'> | undefined => {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) return undefined;
    if (stats.isFile()) accessSync(path, constants.R_OK);
    return { kind: stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other', size: stats.size };
  },
};
