import type { Rendering } from '../../model/rendering.js';

/** The words of a rendering that decide which kinds of facts it can state. */
export interface Contents {
  /** The indexes of the numbers in each sentence that has any. */
  readonly numbers: ReadonlyMap<number, readonly number[]>;
  readonly hasAddress: boolean;
}

/** Finds them in one pass over the words, because most sentences state no facts. */
export function contentsOf({ words }: Pick<Rendering, 'words'>): Contents {
  const numbers = new Map<number, number[]>();
  let hasAddress = false;
  for (let at = 0; at < words.length; at += 1) {
    const { kind, sentence } = words[at] as Rendering['words'][number];
    if (kind === 'address') hasAddress = true;
    if (kind !== 'number') continue;
    const known = numbers.get(sentence);
    if (known) known.push(at);
    else numbers.set(sentence, [at]);
  }
  return { numbers, hasAddress };
}
