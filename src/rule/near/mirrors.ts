import { folderOf } from '../home.js';
import type { DigestedReply, Digests } from '../library-steps.js';
import type { Duplicates } from './duplicates.js';

/** Two replies that say the same, with the paths of their files. */
interface Pair {
  readonly files: readonly [string, string];
  readonly duplicates: Duplicates;
}

/** A file that repeats the replies of a folder because they are collected in it. */
export interface Mirror {
  readonly file: string;
  /** The path of the folder, with a slash at the end. */
  readonly folder: string;
  /** Indexes of the replies in the file and in the folder, in pairs. */
  readonly replies: readonly number[];
}

/** Separates the duplicates that exist only because a file mirrors a folder. */
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
    others: found.filter((duplicates) => !mirrored.has(duplicates) && !isInMirror(duplicates)),
  };

  /** Returns true for duplicates in a mirrored folder that the file repeats under the same titles. */
  function isInMirror(duplicates: Duplicates): boolean {
    return mirrors.some(
      ({ file, folder }) =>
        repliesOf(duplicates).every(({ file: own }) => own !== file && folderOf(own) === folder) &&
        found.some(
          (other) => repliesOf(other).every(({ file: own }) => own === file) && haveSameTitles(duplicates, other),
        ),
    );
  }

  function haveSameTitles(one: Duplicates, other: Duplicates): boolean {
    const [titles, titlesOfOther] = [one, other].map((all) => repliesOf(all).map(plainTitle).sort().join('\n'));
    return titles === titlesOfOther;
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
  readonly folder: string;
  readonly pairs: Pair[];
}

/** Minimum number of files in a folder whose replies are repeated in a mirror. */
const FEWEST_FILES = 3;

/** Returns the files that mirror folders, each with its pairs. A pair belongs to at most one of them. */
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
      if (others.size < FEWEST_FILES) return [];
      for (const pair of own) taken.add(pair);
      return [{ ...group, pairs: own }];
    });
}
