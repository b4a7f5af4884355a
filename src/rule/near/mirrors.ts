import { folderOf } from '../home.js';
import type { DigestedReply, Digests } from '../library-steps.js';
import type { Duplicates } from './duplicates.js';

/** Two replies that say the same, with the paths of their files. */
interface Pair {
  readonly files: readonly [string, string];
  readonly duplicates: Duplicates;
}

/** A file that repeats the replies of a folder because they are collected in it, or of another program's file. */
export interface Mirror {
  readonly file: string;
  /** The path of the folder, with a slash at the end, or of the other file. */
  readonly beside: string;
  /** Indexes of the replies in the file and beside it, in pairs. */
  readonly replies: readonly number[];
}

/** Separates the duplicates that exist only because a file mirrors a folder or another file. */
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
  const repeated = titlesByFile();
  const mirrored = new Set(mirrors.flatMap(({ pairs: own }) => own.map(({ duplicates }) => duplicates)));
  return {
    mirrors: mirrors.map(({ file, beside, pairs: own }) => ({
      file,
      beside,
      replies: own.flatMap(({ duplicates: { first, others } }) => [first, ...others]),
    })),
    others: found.filter((duplicates) => !mirrored.has(duplicates) && !isInMirror(duplicates)),
  };

  /** Returns true for duplicates in a mirrored folder or file that the mirror repeats under the same titles. */
  function isInMirror(duplicates: Duplicates): boolean {
    return mirrors.some(
      ({ file, beside }) =>
        repliesOf(duplicates).every(({ file: own }) => own !== file && (own === beside || folderOf(own) === beside)) &&
        repeated.get(file)?.has(titlesOf(duplicates)) === true,
    );
  }

  /** Returns the titles of the duplicates that are within one file, for each file that is a mirror. */
  function titlesByFile(): ReadonlyMap<string, ReadonlySet<string>> {
    const titles = new Map(mirrors.map(({ file }) => [file, new Set<string>()]));
    for (const duplicates of found) {
      const { file } = digests.at(duplicates.first).reply;
      if (repliesOf(duplicates).every(({ file: own }) => own === file)) titles.get(file)?.add(titlesOf(duplicates));
    }
    return titles;
  }

  function titlesOf(duplicates: Duplicates): string {
    return repliesOf(duplicates).map(plainTitle).sort().join('\n');
  }

  function repliesOf({ first, others }: Duplicates): readonly DigestedReply[] {
    return [first, ...others].map((index) => digests.at(index).reply);
  }
}

/** Returns the letters of a title. The name of the file is the title of a reply without one. */
function plainTitle({ title, file }: DigestedReply): string {
  const name = title ?? file.slice(folderOf(file).length).replace(/\.[^.]+$/, '');
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

interface Group {
  readonly file: string;
  readonly beside: string;
  readonly pairs: Pair[];
}

/** Minimum number of files in a folder whose replies are repeated in a mirror. */
const FEWEST_FILES = 3;
/** Minimum number of replies that two files have in common to mirror each other. */
const FEWEST_REPLIES = 8;

/** Returns the files that mirror folders or other files, each with its pairs. A pair belongs to at most one of them. */
function mirroredIn(pairs: readonly Pair[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const pair of pairs) {
    const [one, other] = pair.files;
    if (one === other) continue;
    for (const [file, beside] of [
      [one, folderOf(other)],
      [other, folderOf(one)],
      [one, other],
    ] as const) {
      const key = `${file}\n${beside}`;
      const group = groups.get(key) ?? { file, beside, pairs: [] };
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
      const isOfFiles = others.has(group.beside);
      if (isOfFiles ? own.length < FEWEST_REPLIES : others.size < FEWEST_FILES) return [];
      for (const pair of own) taken.add(pair);
      return [{ ...group, pairs: own }];
    });
}
