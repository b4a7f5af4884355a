import type { Rendering, Sentence, Word } from '../model/rendering.js';

/** The length of an address and of a value in a post, regardless of their actual length: 23 for an address, as on X. */
const ADDRESS = 23;
const VALUE = 10;
/** A step or a list entry is easy to find, and counts half. */
const ITEM = 0.5;
/** Channels on which a reply is one public post. */
const SOCIAL = /twitter|^x$|social|facebook|instagram|mastodon|bluesky|threads|tiktok|review/i;

/** True for a reply whose file declares a channel of public posts, such as `facebook`. */
export function isPost({ reply }: Rendering): boolean {
  return SOCIAL.test(reply.declared.channel ?? '');
}

/** The length of the writer’s own words, without quotations and code. Words in lists count half, contractions once. */
export function lengthInWords({ words, sentences, blocks }: Rendering): number {
  let sum = 0;
  for (const { quoted, code, sentence } of eachOnce(words))
    if (!quoted && !code) sum += blocks[sentences[sentence]?.block ?? -1]?.kind === 'item' ? ITEM : 1;
  return sum;
}

/** The length in characters, as posts are measured: each address counts 23, each placeholder 10. */
export function lengthInCharacters({ text, words }: Rendering): number {
  let sum = [...text].length;
  for (const { kind, start, end } of words) {
    if (kind === 'address') sum += ADDRESS - (end - start);
    else if (kind === 'placeholder') sum += VALUE - (end - start);
  }
  return sum;
}

/** The writer’s own words in a sentence, split at colons and semicolons: what is read in one breath. */
export function stretchesOf({ from, to }: Sentence, { words, text }: Rendering): Word[][] {
  const stretches: Word[][] = [[]];
  let end = words[from]?.start ?? 0;
  for (const word of eachOnce(words.slice(from, to))) {
    if (/[:;]/.test(text.slice(end, word.start))) stretches.push([]);
    end = word.end;
    if (!word.quoted && !word.code) stretches.at(-1)?.push(word);
  }
  return stretches;
}

/** The words as written: only the first of a contraction, such as “it’s”. */
function* eachOnce(words: readonly Word[]): Generator<Word> {
  let end = -1;
  for (const word of words) {
    if (word.start < end) continue;
    end = word.end;
    yield word;
  }
}
