import { dirname, join } from 'node:path';
import type { Markup } from '../model/reply.js';
import { hintIn, isAboutPage } from './about-pages.js';
import { cuesIn, wordsIn } from './cues.js';
import { bodyOf, isOneReply, looksLikeDocument, oneReplyIn, withoutTags } from './one-reply.js';
import type { Neighbours, Surroundings } from './surroundings.js';

/** What the files of a folder are, taken together. */
export interface Collection {
  readonly files: number;
  /** How many read like a reply by themselves. */
  readonly replies: number;
  /** How many at least speak to somebody: one cue, and nothing of a document. */
  readonly plausible: number;
  /** How many look like pages that document something. */
  readonly documents: number;
}

/** Enough to judge a folder by. */
const MOST_LOOKED_AT = 40;

/** A file, and the text of it that would be sent. */
export interface Candidate {
  readonly path: string;
  readonly body: string;
  readonly markup: Markup;
  readonly neighbours: Neighbours;
}

/**
 * Whether a file that nobody named is one reply. It is, where it reads like one and its folder does not say otherwise;
 * and where it stands in a folder of replies, as the short ones do that nobody would know by themselves. Folders that
 * hold one template each, side by side, are one folder of replies.
 * @returns undefined where it is, else why not, in words
 */
export function notOneReply({ path, body, markup, neighbours }: Candidate): string | undefined {
  if (looksLikeDocument(body, markup)) return 'it looks like a page that documents something';
  const collection = collectionOf(neighbours.absolute, neighbours.surroundings);
  const { files, replies, plausible } = collection;
  const reads = isOneReply(body, markup);
  if (holdsOnlyReplies(collection, neighbours.given) && (reads || wordsIn(body) >= FEWEST_WORDS)) return undefined;
  if (reads && (files <= FEW || replies >= ENOUGH || replies * 2 >= files)) return undefined;
  if (reads)
    return `it reads like a reply, but of the ${files} files in its folder only ${replies} do; name it to have it read`;
  if (wordsIn(body) < FEWEST_WORDS) return 'it has hardly any words';
  const hint = hintIn(path);
  if (hint === 'strong' && plausible * 2 >= files && cues(body, markup) >= 1) return undefined;
  const share = hint === 'weak' ? 0.3 : 0.6;
  if (replies >= ENOUGH && replies >= files * share) return undefined;
  return 'it does not read like a reply; name it to have it read';
}

/**
 * No page that documents. A folder that was given by name is meant to be read: it is enough that half of its files speak
 * to somebody, however badly.
 */
function holdsOnlyReplies({ files, replies, plausible, documents }: Collection, given: boolean): boolean {
  if (documents > 0 || plausible === 0) return false;
  return given ? plausible * 2 >= files : replies > 0 && plausible === files && replies * 3 >= files;
}

/** Below so many files the others say nothing. */
const FEW = 2;
const ENOUGH = 3;
const FEWEST_WORDS = 3;

const MARKUP_OF: Readonly<Record<string, Markup>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdx: 'markdown',
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
};

/** The markup that a file of that name is in; undefined for a file that is no text to read. */
export function markupOf(name: string): Markup | undefined {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? undefined : MARKUP_OF[name.slice(dot + 1).toLowerCase()];
}

function cues(body: string, markup: Markup): number {
  return cuesIn(markup === 'html' ? withoutTags(body).trimStart() : body).size;
}

/** What the files of the folder that a file stands in are, found out once a folder. */
export function collectionOf(absolute: string, surroundings: Surroundings): Collection {
  const folder = dirname(absolute);
  return surroundings.remember(`replies in ${folder}`, () => {
    const own = textsIn(folder, surroundings);
    const all = own.length === 1 ? sideBySide(folder, surroundings) : own;
    return judged(all, surroundings);
  });
}

function textsIn(folder: string, surroundings: Surroundings): string[] {
  return surroundings
    .filesIn(folder)
    .filter((name) => markupOf(name) !== undefined && !isAboutPage(name))
    .map((name) => join(folder, name));
}

/** The texts of the folders beside a folder that hold one text each. */
function sideBySide(folder: string, surroundings: Surroundings): string[] {
  const parent = dirname(folder);
  return surroundings.remember(`one text a folder in ${parent}`, () =>
    surroundings
      .foldersIn(parent)
      .slice(0, MOST_LOOKED_AT)
      .flatMap((name) => {
        const texts = textsIn(join(parent, name), surroundings);
        return texts.length === 1 ? texts : [];
      }),
  );
}

function judged(paths: readonly string[], surroundings: Surroundings): Collection {
  const looked = paths.slice(0, MOST_LOOKED_AT);
  let replies = 0;
  let plausible = 0;
  let documents = 0;
  for (const path of looked) {
    const text = surroundings.textOf(path);
    const markup = markupOf(path) ?? 'text';
    if (text === undefined) continue;
    const body = bodyOf(text, oneReplyIn(text, afterFrontMatter(text), markup));
    if (isOneReply(body, markup)) replies += 1;
    if (looksLikeDocument(body, markup)) documents += 1;
    else if (cues(body, markup) >= 1) plausible += 1;
  }
  return { files: looked.length, replies, plausible, documents };
}

/** Where the text begins after a `---` block at its top. */
export function afterFrontMatter(text: string): number {
  if (!/^---[ \t]*\r?\n/.test(text)) return 0;
  const close = /\r?\n---[ \t]*(?:\r?\n|$)/.exec(text.slice(3));
  return close ? 3 + close.index + close[0].length : 0;
}
