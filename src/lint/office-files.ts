import { basename, dirname } from 'node:path';
import type { SkippedFile } from '../model/finding.js';
import { addToList } from '../model/lists-by-key.js';
import { officeKindOf, promisesReplies } from '../read/index.js';

/** Describes an office file that was found in a folder. */
export function skippedOffice(absolute: string): SkippedFile {
  return { kind: 'office', reason: `a ${officeKindOf(absolute)?.name}, which replylint cannot read` };
}

/** The office files that a run found but did not read. */
export class OfficeFiles {
  readonly #paths: string[] = [];

  add(absolute: string): void {
    this.#paths.push(absolute);
  }

  /**
   * Returns a line for each folder and kind of office file, if the files probably contain replies.
   * @param withReplies absolute paths of the folders with replies; undefined if no replies were found at all
   * @param shown formats a path for notices
   */
  notices(withReplies: ReadonlySet<string> | undefined, shown: (absolute: string) => string): string[] {
    const groups = new Map<string, string[]>();
    for (const path of this.#paths) {
      const folder = dirname(path);
      if (withReplies && !withReplies.has(folder) && !promisesReplies(path)) continue;
      const key = `${folder}\n${officeKindOf(path)?.name}`;
      addToList(groups, key, path);
    }
    return [...groups.values()].map((paths) => lineOf(paths, shown));
  }
}

function lineOf(paths: readonly string[], shown: (absolute: string) => string): string {
  const [first = '', ...others] = paths;
  const kind = officeKindOf(first);
  if (others.length === 0) return `${shown(first)}: a ${kind?.name}, not read; ${kind?.advice}`;
  const names = `${basename(first)} and ${others.length} more`;
  const advice = kind?.advice.replace(/^save it/, 'save each');
  return `${shown(dirname(first))}: ${paths.length} ${kind?.name}s not read (${names}); ${advice}`;
}
