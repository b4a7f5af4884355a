import { dirname, join } from 'node:path';
import type { FileSystem } from '../../model/file-system.js';
import type { LibraryFacts } from '../../rule/library-steps.js';
import { isBelow, leadsOut } from '../walk/leads-out.js';
import { digestedFileOf } from './digest-list.js';

/** Returns what library rules can look up while they judge a library. */
export function libraryFacts(fs: FileSystem): Omit<LibraryFacts, 'isReported'> {
  return {
    hasFile: (reply, path) => {
      const file = digestedFileOf(reply);
      if (!file) return undefined;
      const { root, absolute } = file;
      const target = path.startsWith('/') ? join(root, path) : join(dirname(absolute), path);
      if ((target !== root && !isBelow(target, root)) || leadsOut(target, root, fs)) return undefined;
      return fs.exists(target);
    },
  };
}
