import { extname } from 'node:path';
import { bufferOf } from '../model/bytes.js';
import type { FileSystem, FolderEntry } from '../model/file-system.js';
import { isAboutPage, promisesReplies } from './about-pages.js';
import { readsLikeReply } from './cues.js';
import { isTextName } from './text-kind.js';

/** The default name of replylint's suppressions file, which quotes replies. */
const OWN = 'replylint-suppressions.json';

/** Matches hidden folders of version control systems, editors, package managers and caches. */
const OF_TOOLS =
  /^\.(?:git|hg|svn|idea|vs|vscode|venv|cache|npm|yarn|pnpm-store|next|nuxt|svelte-kit|turbo|tox|gradle|terraform|bundle|cargo|rustup|local|[\w-]*[._-]cache|Trash.*)$/;
/** Extensions of exports. Because programs use such files, too, only those whose name promises replies count. */
const EXPORTS = new Set(['.json', '.jsonl', '.ndjson', '.yaml', '.yml', '.csv', '.tsv', '.xml']);

/** Maximum number of folders to examine inside a hidden folder. */
const MOST_FOLDERS = 30;
const MOST_TEXTS = 12;
/** Maximum size in bytes of a file to read. */
const LONGEST_TEXT = 100_000;

/**
 * Returns true for a hidden file or folder. These belong to other tools, except those that a repository shares with its
 * code host.
 */
export function isHidden(name: string): boolean {
  return (name.startsWith('.') && name !== '.github') || name === OWN;
}

/**
 * Returns true if a hidden file or folder seems to contain replies. Only its first folders and texts are examined, and
 * links are not followed.
 * @param path the absolute path
 */
export function mayHideReplies(path: string, { name, kind }: FolderEntry, fs: FileSystem): boolean {
  if (name === OWN || OF_TOOLS.test(name)) return false;
  const absolute = (within: string) => `${path}${within.slice(name.length)}`;
  let [folders, texts] = [0, 0];
  const coming = [{ within: name, kind }];
  // The loop also visits the entries that it appends.
  for (const at of coming) {
    if (at.kind === 'folder' && folders < MOST_FOLDERS) {
      folders += 1;
      for (const entry of entriesOf(absolute(at.within), fs))
        coming.push({ within: `${at.within}/${entry.name}`, kind: entry.kind });
    } else if (at.kind === 'file' && EXPORTS.has(extname(at.within).toLowerCase())) {
      if (promisesReplies(at.within)) return true;
    } else if (at.kind === 'file' && texts < MOST_TEXTS && isTextName(at.within) && !isAboutPage(at.within)) {
      texts += 1;
      if (readsLikeReply(textOf(absolute(at.within), fs))) return true;
    }
  }
  return false;
}

function entriesOf(folder: string, fs: FileSystem): readonly FolderEntry[] {
  try {
    return [...fs.list(folder)].sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

/** Returns the text of a file. Empty if the file cannot be read or is too long. */
function textOf(path: string, fs: FileSystem): string {
  try {
    return (fs.status(path)?.size ?? LONGEST_TEXT) < LONGEST_TEXT ? bufferOf(fs.read(path)).toString('utf8') : '';
  } catch {
    return '';
  }
}
