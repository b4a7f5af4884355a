import { folderOf } from '../home.js';
import type { Digests } from '../library-steps.js';
import type { Duplicates } from './duplicates.js';

/** Two replies that say the same, by the paths of their files. */
interface Pair {
  readonly files: readonly [string, string];
  readonly duplicates: Duplicates;
}

/** What repeats a folder: a file in which the replies of that folder are collected. */
export interface Mirror {
  readonly file: string;
  /** With a slash. */
  readonly folder: string;
  /** Indexes of the replies of both, in pairs. */
  readonly replies: readonly number[];
}

/** Sets apart the duplicates that are there because a file mirrors a folder. */
export function mirrorsIn(
  found: readonly Duplicates[],
  digests: Digests<unknown>,
): { readonly mirrors: readonly Mirror[]; readonly others: readonly Duplicates[] } {
  const pairs = found.flatMap((duplicates): Pair[] => {
    const [other, ...more] = duplicates.others;
    if (other === undefined || more.length > 0) return [];
    return [{ files: [digests.at(duplicates.first).reply.file, digests.at(other).reply.file], duplicates }];
  });
  const mirrors = mirroredIn(pairs);
  const mirrored = new Set(mirrors.flatMap(({ pairs: own }) => own.map(({ duplicates }) => duplicates)));
  return {
    mirrors: mirrors.map(({ file, folder, pairs: own }) => ({
      file,
      folder,
      replies: own.flatMap(({ duplicates: { first, others } }) => [first, ...others]),
    })),
    others: found.filter((duplicates) => !mirrored.has(duplicates)),
  };
}

interface Group {
  readonly file: string;
  readonly folder: string;
  readonly pairs: Pair[];
}

/** Fewer pairs than this are no mirror. */
const FEWEST_PAIRS = 3;

/** The files that mirror folders, each with its pairs; a pair belongs to one of them at most. */
function mirroredIn(pairs: readonly Pair[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const pair of pairs) {
    const [one, other] = pair.files;
    if (one === other) continue;
    for (const [file, beside] of [
      [one, other],
      [other, one],
    ] as const) {
      const folder = folderOf(beside);
      const key = `${file}\n${folder}`;
      const group = groups.get(key) ?? { file, folder, pairs: [] };
      group.pairs.push(pair);
      groups.set(key, group);
    }
  }
  const taken = new Set<Pair>();
  return [...groups.values()]
    .sort((a, b) => b.pairs.length - a.pairs.length)
    .flatMap((group) => {
      const own = group.pairs.filter((pair) => !taken.has(pair));
      const others = new Set(own.map(({ files: [one, other] }) => (one === group.file ? other : one)));
      if (others.size < FEWEST_PAIRS) return [];
      for (const pair of own) taken.add(pair);
      return [{ ...group, pairs: own }];
    });
}
