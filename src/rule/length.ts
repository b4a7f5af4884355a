import type { Rendering, Sentence, Word } from '../model/rendering.js';

/**
 * The lengths that count for an address and a value in a post, regardless of the actual lengths. X counts 23 characters
 * for an address.
 */
const ADDRESS = 23;
const VALUE = 10;
/** The weight of words in a list. A step or a list item is easy to find, so its words count half. */
const ITEM = 0.5;
/** Matches channels on which a reply is a public post. */
const SOCIAL = /twitter|^x$|social|facebook|instagram|mastodon|bluesky|threads|tiktok|review/i;

/** Returns true for a reply whose file declares a channel of public posts, such as `facebook`. */
export function isPost({ reply }: Rendering): boolean {
  return SOCIAL.test(reply.declared.channel ?? '');
}

/**
 * Returns the length of a reply in words, without quotations and code. Words in lists count half, and contractions
 * count once.
 */
export function lengthInWords({ words, sentences, blocks }: Rendering): number {
  let sum = 0;
  for (const { quoted, code, sentence } of eachOnce(words))
    if (!quoted && !code) sum += blocks[sentences[sentence]?.block ?? -1]?.kind === 'item' ? ITEM : 1;
  return sum;
}

/** Returns the length of a post in characters: each address counts 23, and each placeholder 10. */
export function lengthInCharacters({ text, words }: Rendering): number {
  let sum = [...text].length;
  for (const { kind, start, end } of words) {
    if (kind === 'address') sum += ADDRESS - (end - start);
    else if (kind === 'placeholder') sum += VALUE - (end - start);
  }
  return sum;
}

/** Splits a sentence at colons and semicolons, and returns the words of each part that are not quotations or code. */
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

/** Yields words as written. Of a contraction such as “it’s”, only the first part is included. */
function* eachOnce(words: readonly Word[]): Generator<Word> {
  let end = -1;
  for (const word of words) {
    if (word.start < end) continue;
    end = word.end;
    yield word;
  }
}
