/** The number of values in a sketch. Of two sketches, about the share of equal runs of words is equal. */
export const SKETCH = 32;
/** In words. */
const RUN = 3;

/** Hashes of all runs of three words, each once; of a shorter text, of its words. Letter case does not count. */
export function runsOf(words: readonly string[]): Uint32Array {
  const hashes = words.map((word) => hashOf(word.toLowerCase()));
  const length = Math.min(RUN, hashes.length);
  const runs = new Set<number>();
  for (let at = 0; at + length <= hashes.length; at += 1) {
    let hash = 0x811c9dc5;
    for (let next = at; next < at + length; next += 1) hash = mixed(hash ^ (hashes[next] ?? 0));
    runs.add(hash);
  }
  return Uint32Array.from(runs);
}

/** A sketch of runs of words (Broder, “On the resemblance and containment of documents”, 1997). */
export function sketchOf(runs: Iterable<number>, into = new Uint16Array(SKETCH)): Uint16Array {
  const least = new Uint32Array(SKETCH).fill(0xffffffff);
  for (const run of runs)
    for (let at = 0; at < SKETCH; at += 1) {
      const hash = mixed(run ^ Math.imul(at + 1, 0x9e3779b1));
      if (hash < (least[at] ?? 0)) least[at] = hash;
    }
  for (let at = 0; at < SKETCH; at += 1) into[at] = (least[at] ?? 0) & 0xffff;
  return into;
}

/** The 32-bit finalizer of MurmurHash3. */
function mixed(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** FNV-1a over UTF-16 units. */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
