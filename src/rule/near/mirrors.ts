/** Two replies that say the same, by the paths of their files. */
export interface Pair {
  readonly files: readonly [string, string];
}

/** What repeats a folder: a file in which the replies of that folder are collected. */
export interface Mirror<P extends Pair> {
  readonly file: string;
  /** With a slash. */
  readonly folder: string;
  readonly pairs: readonly P[];
}

/** Fewer pairs than this are no mirror. */
const FEWEST_PAIRS = 3;

/** The files that mirror folders, each with its pairs; a pair belongs to one of them at most. */
export function mirrorsIn<P extends Pair>(pairs: readonly P[]): readonly Mirror<P>[] {
  const groups = new Map<string, { file: string; folder: string; pairs: P[] }>();
  for (const pair of pairs) {
    const [one, other] = pair.files;
    if (one === other) continue;
    for (const [file, beside] of [
      [one, other],
      [other, one],
    ] as const) {
      const folder = beside.slice(0, beside.lastIndexOf('/') + 1);
      const key = `${file}\n${folder}`;
      const group = groups.get(key) ?? { file, folder, pairs: [] };
      group.pairs.push(pair);
      groups.set(key, group);
    }
  }
  const taken = new Set<P>();
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
