import type { FileSystem } from './file-system.js';

/** A file system that does what another one does, to replace some methods of. Works for instances of classes, too. */
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
