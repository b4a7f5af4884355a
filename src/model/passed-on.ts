import type { FileSystem } from './file-system.js';

/**
 * Returns a file system that passes all calls on, so that the caller can replace some of its methods. It has no `stamp`,
 * because the stamps of `fs` would not cover replaced methods. This also works for instances of classes.
 */
export function passedOn(fs: FileSystem): FileSystem {
  return {
    exists: (path) => fs.exists(path),
    status: (path) => fs.status(path),
    linkStatus: (path) => fs.linkStatus(path),
    list: (folder) => fs.list(folder),
    read: (path) => fs.read(path),
    open: (path) => fs.open(path),
    realPath: (path) => fs.realPath(path),
    write: (path, content) => fs.write(path, content),
    create: (path, text) => fs.create(path, text),
    append: (path, text) => fs.append(path, text),
    makeFolder: (path) => fs.makeFolder(path),
    openTemporary: () => fs.openTemporary?.(),
  };
}
