import { basename, dirname, join } from 'node:path';
import { detached } from '../model/detached.js';
import type { SkippedFile } from '../model/finding.js';
import { insertedName } from '../model/inserted.js';
import { hintIn, isAboutPage } from './about-pages.js';
import type { Body } from './body.js';
import { isWalked } from './find.js';
import { isParagraphs } from './not-sent.js';
import { OneText } from './one-text.js';
import type { Neighbours, Surroundings } from './surroundings.js';
import { hasStatements, isPathOfMail, isTemplateName, isTextName, markupOf } from './text-kind.js';

/** Counts of the files in a folder, by what they look like. */
export interface Collection {
  readonly files: number;
  /** The number of files that read like a reply on their own. */
  readonly replies: number;
  /** The number of files that at least address someone: they have a cue and no sign of documentation. */
  readonly plausible: number;
  /** The number of files that look like pages of documentation. */
  readonly documents: number;
  /** The number of files that begin with a greeting. */
  readonly greeting: number;
  /** The number of files that consist of a few sentences. */
  readonly short: number;
  /** The number of files that read like a reply and are not templates. */
  readonly plain: number;
  /** The number of files with template statements. */
  readonly programmed: number;
  /** The names of files that others include, in order. */
  readonly included: readonly string[];
}

/** Maximum number of files to examine, which is enough to judge a folder. */
const MOST_LOOKED_AT = 60;

/** A file that may be a single reply. */
export interface Candidate {
  readonly path: string;
  readonly one: OneText;
  readonly neighbours: Neighbours;
}

/** Matches a language in front matter. Teams translate what customers read, but not their notes. */
const HAS_LANGUAGE = /^(?:locale|lang(?:uage)?):[ \t]*\S/im;

const DOCUMENT: SkippedFile = { kind: 'documentation', reason: 'looks like documentation' };

/**
 * Decides whether a file that was not named is a single reply. It must read like one, and its folder must not indicate
 * otherwise. In a folder of replies, short ones are accepted even if they are not recognizable on their own. Adjacent
 * folders with one template each count as one folder of replies.
 * @returns undefined if the file is a reply, otherwise why not
 */
export function notOneReply({ path, one, neighbours }: Candidate): SkippedFile | undefined {
  const body = sentBy(path, one);
  const { isDocument, greets } = body;
  // This check decides for most files in most folders, without reading their neighbors.
  if (isDocument && !greets) return DOCUMENT;
  const collection = collectionOf(neighbours.absolute, neighbours.surroundings, one);
  if (collection.included.includes(basename(path))) return { kind: 'unknown', reason: 'part of other messages' };
  const isAmongReplies = collection.replies >= ENOUGH && collection.replies >= collection.files * MOST_OF_THEM;
  if (isDocument && !isAmongReplies) return DOCUMENT;
  if (body.isNeverSent) return { kind: 'unknown', reason: 'a form, a diagram or a regular expression, not a message' };
  const { files, replies } = collection;
  const isLong = body.words >= FEWEST_WORDS;
  const { reads } = body;
  // If nearly all files greet, a list or a page with sections that does not greet is a note, unless it is a translation.
  const allGreet = collection.greeting * 3 >= files * 2 && files >= ENOUGH;
  const isNote = allGreet && !HAS_LANGUAGE.test(one.text.slice(0, one.start));
  if (!reads && !greets && isNote && !isParagraphs(body.text))
    return { kind: 'documentation', reason: 'looks like notes for the team' };
  if (holdsOnlyReplies(collection, neighbours.given) && (reads || isLong)) return undefined;
  if (reads && (files <= FEW || replies >= ENOUGH || replies * 2 >= files)) return undefined;
  if (isLong && isCarried(collection, path, body.cues)) return undefined;
  if (reads) return { kind: 'unknown', reason: `only ${replies} of ${files} files in its folder read like replies` };
  if (!isLong) return { kind: 'unknown', reason: 'too few words' };
  return { kind: 'unknown', reason: 'no reply-like text' };
}

/**
 * Returns true if the path or the neighbors of a file show that it is a reply, although it does not read like one on
 * its own.
 */
function isCarried({ files, replies, plausible, documents, short }: Collection, path: string, found: number): boolean {
  const hint = hintIn(path);
  if (insertedName(path) !== undefined && files >= ENOUGH && short === files && documents === 0) return true;
  if (hint === 'strong' && plausible * 2 >= files && found >= 1) return true;
  if (replies >= ENOUGH && replies >= files * (hint === 'weak' ? LEAST_WITH_HINT : MOST_OF_THEM)) return true;
  // A folder of one-line chat messages has only short files.
  const isChat = files >= ENOUGH && short === files && documents === 0 && replies >= 1;
  return isChat && plausible >= files * (hint === undefined ? MOST_SPEAK : 0.5);
}

/**
 * Returns true if a folder contains replies and no documentation. In a folder named by the user, it is enough if half
 * of the files address someone, no matter how bluntly.
 */
function holdsOnlyReplies({ files, replies, plausible, documents }: Collection, given: boolean): boolean {
  if (documents > 0 || plausible === 0) return false;
  return given ? plausible * 2 >= files : replies > 0 && plausible === files && replies * 3 >= files;
}

/** Maximum number of files in a folder that proves nothing against a file. */
const FEW = 2;
/** Minimum number of replies or greetings that prove something about the others. */
const ENOUGH = 3;
const FEWEST_WORDS = 3;
const MOST_OF_THEM = 0.6;
const LEAST_WITH_HINT = 0.3;
const MOST_SPEAK = 0.8;

/** Returns the text that a file would send. */
function sentBy(path: string, one: OneText): Body {
  return isTemplateName(path) ? one.bodyWithoutLogic : one.body;
}

/**
 * Returns the counts for a file's folder, which are computed once per folder.
 * @param own the text of the file, if it is known
 */
export function collectionOf(absolute: string, surroundings: Surroundings, own?: OneText): Collection {
  const folder = dirname(absolute);
  return surroundings.remember(`replies in ${folder}`, () => {
    const texts = textsIn(folder, surroundings);
    const parent = dirname(folder);
    const isLone = texts.length === 1 && surroundings.reaches(parent);
    if (!isLone) return judged(texts, surroundings, own);
    return surroundings.remember(`replies side by side in ${parent}`, () =>
      judged(sideBySide(parent, surroundings), surroundings, own),
    );
  });
}

/** Returns true for any file next to texts that read like replies. */
export function isAmongReplies({ absolute, surroundings }: Neighbours): boolean {
  const { plain, replies, files } = collectionOf(absolute, surroundings);
  return plain > 0 && replies * 2 >= files;
}

/**
 * Returns true for plain text that a program sends. It is a single email, no matter how long it is and which headings
 * it has.
 */
export function isMailOfProgram(path: string, text: string, neighbours: Neighbours | undefined): boolean {
  if (!isPathOfMail(path)) return false;
  if (hasStatements(text)) return true;
  if (!neighbours) return false;
  const { programmed, files } = collectionOf(neighbours.absolute, neighbours.surroundings);
  return programmed * 2 >= files;
}

/** Returns true for a file that others in its folder include. */
export function isIncluded(path: string, { absolute, surroundings }: Neighbours): boolean {
  return collectionOf(absolute, surroundings).included.includes(basename(path));
}

function textsIn(folder: string, surroundings: Surroundings): string[] {
  return surroundings
    .filesIn(folder)
    .filter((name) => isTextName(name) && !isAboutPage(name))
    .map((name) => join(folder, name));
}

/** Returns the texts of sibling folders that contain one text each. */
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

function judged(paths: readonly string[], surroundings: Surroundings, own: OneText | undefined): Collection {
  const count = { files: 0, replies: 0, plausible: 0, documents: 0, greeting: 0, short: 0, plain: 0, programmed: 0 };
  const included = new Set<string>();
  for (const path of paths.slice(0, MOST_LOOKED_AT)) {
    count.files += 1;
    const text = surroundings.textOf(path);
    if (text === undefined) continue;
    const markup = markupOf(path, text) ?? 'text';
    if (hasStatements(text)) count.programmed += 1;
    for (const [, name = ''] of text.matchAll(INCLUDE)) included.add(detached(basename(name)));
    const known = own?.text === text && own.markup === markup ? own : surroundings.textLike(text, markup);
    const one = known ?? new OneText(text, markup);
    if (!known) surroundings.rememberText(one);
    const body = sentBy(path, one);
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
/** Matches an include such as `{% include "mails/_footer.txt" %}` in any template language. */
const INCLUDE =
  /\{[{%]-?[ \t]{0,9}[#>]?[ \t]{0,9}(?:include|extends|render|partial|import)?[ \t('"]{1,4}([\w./-]{1,120}\.\w{1,8})["']/g;
