import { dirname, join } from 'node:path';
import type { FileSystem } from '../../model/file-system.js';
import { type Anchors, anchorsIn, mayHaveAnchor } from '../../rule/anchors.js';
import type { DigestedReply, LibraryFacts } from '../../rule/library-steps.js';
import { isBelow, leadsOut } from '../walk/leads-out.js';
import { digestedFileOf } from './digest-list.js';

/** Maximum size in bytes of a file whose anchors are read. */
const LARGEST = 1 << 20;

/**
 * Returns what library rules can look up while they judge a library.
 * @param files the absolute paths of the files of the run; no other file is read because a text names it
 */
export function libraryFacts(fs: FileSystem, files: ReadonlySet<string>): Omit<LibraryFacts, 'isReported'> {
  const known = new Map<string, Anchors | undefined>();
  const anchorsOf = (target: string) => {
    if (!known.has(target)) known.set(target, anchorsAt(target, fs));
    return known.get(target);
  };
  return {
    hasFile: (reply, path) => {
      const target = targetOf(reply, path, fs);
      return target === undefined ? undefined : fs.exists(target);
    },
    hasAnchor: (reply, path, anchor) => {
      const target = targetOf(reply, path, fs);
      const anchors = target !== undefined && files.has(target) ? anchorsOf(target) : undefined;
      return anchors && mayHaveAnchor(anchors, anchor);
    },
  };
}

/** Returns the absolute path that a path in a reply leads to. Undefined if it leads out of the root. */
function targetOf(reply: DigestedReply, path: string, fs: FileSystem): string | undefined {
  const file = digestedFileOf(reply);
  if (!file) return undefined;
  const { root, absolute } = file;
  const target = path.startsWith('/') ? join(root, path) : join(dirname(absolute), path);
  return (target !== root && !isBelow(target, root)) || leadsOut(target, root, fs) ? undefined : target;
}

/** Returns the anchors in a file. Undefined if it cannot be read as UTF-8 text. */
function anchorsAt(target: string, fs: FileSystem): Anchors | undefined {
  try {
    const status = fs.status(target);
    if (status?.kind !== 'file' || status.size > LARGEST) return undefined;
    return anchorsIn(new TextDecoder('utf-8', { fatal: true }).decode(fs.read(target)));
  } catch {
    return undefined;
  }
}
