import { basename, dirname, join } from 'node:path';
import type { SkippedFile } from '../model/finding.js';
import { hintIn, isAboutPage } from './about-pages.js';
import { isWalked } from './find.js';
import { isParagraphs } from './not-sent.js';
import { type Body, oneTextOf } from './one-text.js';
import type { Neighbours, Surroundings } from './surroundings.js';
import { hasStatements, isPathOfMail, isTemplateName, isTextName, markupOf } from './text-kind.js';

/** What the files of a folder have in common. */
export interface Collection {
  readonly files: number;
  /** The number that read like a reply on their own. */
  readonly replies: number;
  /** The number that at least address someone: one cue, and no sign of documentation. */
  readonly plausible: number;
  /** The number that look like documentation pages. */
  readonly documents: number;
  /** The number that open with a greeting. */
  readonly greeting: number;
  /** The number that consist of a few sentences. */
  readonly short: number;
  /** The number that read like a reply and are not templates. */
  readonly plain: number;
  /** The number with template statements. */
  readonly programmed: number;
  /** The names of files that others include, in order. */
  readonly included: readonly string[];
}

/** Enough files to judge a folder. */
const MOST_LOOKED_AT = 60;

/** A file, and its text as it would be sent. */
export interface Candidate {
  readonly path: string;
  readonly body: Body;
  readonly neighbours: Neighbours;
}

const DOCUMENT: SkippedFile = { kind: 'documentation', reason: 'looks like documentation' };

/**
 * Whether a file that was not named is one reply. It is if it reads like one and its folder does not indicate
 * otherwise, or if it is in a folder of replies, where short ones may not be recognizable on their own. Adjacent
 * folders with one template each count as one folder of replies.
 * @returns undefined if it is, otherwise why not
 */
export function notOneReply({ path, body, neighbours }: Candidate): SkippedFile | undefined {
  const { isDocument, greets } = body;
  // Covers most files in most folders, without looking at the others.
  if (isDocument && !greets) return DOCUMENT;
  const collection = collectionOf(neighbours.absolute, neighbours.surroundings);
  if (collection.included.includes(basename(path))) return { kind: 'unknown', reason: 'part of other messages' };
  const isAmongReplies = collection.replies >= ENOUGH && collection.replies >= collection.files * MOST_OF_THEM;
  if (isDocument && !isAmongReplies) return DOCUMENT;
  if (body.isNeverSent) return { kind: 'unknown', reason: 'a form, a diagram or a regular expression, not a message' };
  const { files, replies } = collection;
  const isLong = body.words >= FEWEST_WORDS;
  const { reads } = body;
  // If nearly all files greet, a list or a page of sections that does not is a note.
  const allGreet = collection.greeting * 3 >= files * 2 && files >= ENOUGH;
  if (!reads && !greets && allGreet && !isParagraphs(body.text))
    return { kind: 'documentation', reason: 'looks like notes for the team' };
  if (holdsOnlyReplies(collection, neighbours.given) && (reads || isLong)) return undefined;
  if (reads && (files <= FEW || replies >= ENOUGH || replies * 2 >= files)) return undefined;
  if (isLong && isCarried(collection, path, body.cues)) return undefined;
  if (reads) return { kind: 'unknown', reason: `only ${replies} of ${files} files in its folder read like replies` };
  if (!isLong) return { kind: 'unknown', reason: 'too few words' };
  return { kind: 'unknown', reason: 'no reply-like text' };
}

/** True if its neighbors, or its path, make a file a reply that does not read like one on its own. */
function isCarried({ files, replies, plausible, documents, short }: Collection, path: string, found: number): boolean {
  const hint = hintIn(path);
  if (hint === 'strong' && plausible * 2 >= files && found >= 1) return true;
  if (replies >= ENOUGH && replies >= files * (hint === 'weak' ? LEAST_WITH_HINT : MOST_OF_THEM)) return true;
  // A folder of one-line chat messages.
  const isChat = files >= ENOUGH && short === files && documents === 0 && replies >= 1;
  return isChat && plausible >= files * (hint === undefined ? MOST_SPEAK : 0.5);
}

/**
 * Not a documentation page. A folder given by name is meant to be read: it is enough if half of its files address
 * someone, however bluntly.
 */
function holdsOnlyReplies({ files, replies, plausible, documents }: Collection, given: boolean): boolean {
  if (documents > 0 || plausible === 0) return false;
  return given ? plausible * 2 >= files : replies > 0 && plausible === files && replies * 3 >= files;
}

/** With fewer files than this, the others prove nothing. */
const FEW = 2;
const ENOUGH = 3;
const FEWEST_WORDS = 3;
const MOST_OF_THEM = 0.6;
const LEAST_WITH_HINT = 0.3;
const MOST_SPEAK = 0.8;

/** The profile of a file's folder, computed once per folder. */
export function collectionOf(absolute: string, surroundings: Surroundings): Collection {
  const folder = dirname(absolute);
  return surroundings.remember(`replies in ${folder}`, () => {
    const own = textsIn(folder, surroundings);
    const parent = dirname(folder);
    const isLone = own.length === 1 && surroundings.reaches(parent);
    if (!isLone) return judged(own, surroundings);
    return surroundings.remember(`replies side by side in ${parent}`, () =>
      judged(sideBySide(parent, surroundings), surroundings),
    );
  });
}

/** True for a file next to texts that read like replies, whatever it is. */
export function isAmongReplies({ absolute, surroundings }: Neighbours): boolean {
  const { plain, replies, files } = collectionOf(absolute, surroundings);
  return plain > 0 && replies * 2 >= files;
}

/** True for plain text that a program sends: one email, however long it is and whatever headings it has. */
export function isMailOfProgram(path: string, text: string, neighbours: Neighbours | undefined): boolean {
  if (!isPathOfMail(path)) return false;
  if (hasStatements(text)) return true;
  if (!neighbours) return false;
  const { programmed, files } = collectionOf(neighbours.absolute, neighbours.surroundings);
  return programmed * 2 >= files;
}

/** True for a file that others in its folder include. */
export function isIncluded(path: string, { absolute, surroundings }: Neighbours): boolean {
  return collectionOf(absolute, surroundings).included.includes(basename(path));
}

function textsIn(folder: string, surroundings: Surroundings): string[] {
  return surroundings
    .filesIn(folder)
    .filter((name) => isTextName(name) && !isAboutPage(name))
    .map((name) => join(folder, name));
}

/** The texts of sibling folders with one text each. */
function sideBySide(parent: string, surroundings: Surroundings): string[] {
  return surroundings
    .foldersIn(parent)
    .filter(isWalked)
    .slice(0, MOST_LOOKED_AT)
    .flatMap((name) => {
      const texts = textsIn(join(parent, name), surroundings);
      return texts.length === 1 ? texts : [];
    });
}

function judged(paths: readonly string[], surroundings: Surroundings): Collection {
  const count = { files: 0, replies: 0, plausible: 0, documents: 0, greeting: 0, short: 0, plain: 0, programmed: 0 };
  const included = new Set<string>();
  for (const path of paths.slice(0, MOST_LOOKED_AT)) {
    count.files += 1;
    const text = surroundings.textOf(path);
    if (text === undefined) continue;
    const markup = markupOf(path, text) ?? 'text';
    if (hasStatements(text)) count.programmed += 1;
    for (const [, name = ''] of text.matchAll(INCLUDE)) included.add(basename(name));
    const one = oneTextOf(text, markup, surroundings);
    const body = isTemplateName(path) ? one.bodyWithoutLogic : one.body;
    if (body.greets) count.greeting += 1;
    if (body.reads) {
      count.replies += 1;
      if (!isTemplateName(path)) count.plain += 1;
    }
    if (body.words <= MOST_WORDS_OF_A_LINE && body.isProse) count.short += 1;
    if (body.isDocument) count.documents += 1;
    else if (body.cues >= 1) count.plausible += 1;
  }
  const parts = paths.filter((path) => included.has(basename(path))).length;
  return { ...count, files: count.files - parts, included: [...included].sort() };
}

const MOST_WORDS_OF_A_LINE = 60;
/** `{% include "mails/_footer.txt" %}`, in the syntax of any template language. */
const INCLUDE =
  /\{[{%]-?[ \t]{0,9}[#>]?[ \t]{0,9}(?:include|extends|render|partial|import)?[ \t('"]{1,4}([\w./-]{1,120}\.\w{1,8})["']/g;
