import { cuesIn, type Evidence, opensWithGreeting, showsReply, wordsIn } from './cues.js';
import { isNeverSent, isProse } from './not-sent.js';
import type { Page } from './page.js';
import type { Passage } from './passages.js';
import { bodyOf } from './text-of-lines.js';

/** Maximum length of a message in a section, in words. Chapters of a manual are longer. */
const MOST_WORDS = 600;
const FEWEST_WORDS_OF_A_QUOTE = 12;
const FEWEST_WORDS = 3;
/** Maximum length of a chat line in characters. */
const SHORT = 80;

/** A passage with the evidence found in its text. */
interface Judged extends Evidence {
  readonly passage: Passage;
  readonly body: string;
  /** True if the passage on its own is clearly a message to a customer. */
  readonly sure: boolean;
  readonly greets: boolean;
}

/**
 * Chooses the replies among the passages of a file. Passages of the same kind and sections of the same level are judged
 * together: if enough of them are clearly replies, so are the others, as long as they are written for people.
 * @param readings the passages for each way to read the file
 */
export function chosenFrom(text: string, readings: readonly (readonly Passage[])[], page: Page): readonly Passage[] {
  const judged = readings.map((passages) => passages.flatMap((passage) => judge(text, passage) ?? []));
  const [main = []] = judged;
  const marked = main.filter(({ passage }) => passage.marked);
  if (marked.length > 1 && marked.some(({ sure }) => sure)) return passagesOf(marked.filter(isWritten));
  const groups = judged.flatMap((all) => [...groupsOf(all)]);
  const promised = [...groupsOf(main.filter(({ passage }) => passage.promised))];
  const accepted = [
    ...groups.filter((group) => isLibrary(group, page)),
    ...promised.filter((group) => isLibraryInPage(group, page)),
  ];
  const [best] = accepted.sort((a, b) => count(b, isSure) - count(a, isSure) || b.length - a.length);
  if (!best) return [];
  const taken = new Set(takenFrom(best, page));
  const others = main.filter((one) => one.sure && !best.includes(one) && best.some((known) => main.includes(known)));
  for (const one of others) if (one.passage.title !== undefined && one.passage.depth > 1) taken.add(one);
  const order = best.some((one) => main.includes(one)) ? main : best;
  return passagesOf(order.filter((one) => taken.has(one)));
}

function passagesOf(judged: readonly Judged[]): readonly Passage[] {
  return judged.map(({ passage }) => passage);
}

/** Judges a passage. Undefined if the passage has no words to send. */
function judge(text: string, passage: Passage): Judged | undefined {
  const body = bodyOf(text, passage.lines);
  const words = isNeverSent(body, passage.markup === 'text') ? 0 : wordsIn(body);
  if (words === 0) return undefined;
  const evidence = { words, cues: cuesIn(body) };
  const sure = isSurely(passage, body, evidence);
  return { passage, body, ...evidence, sure, greets: evidence.cues.has('greeting') };
}

/** Returns true if a passage on its own is clearly a message to a customer. */
function isSurely({ kind, subject }: Passage, body: string, evidence: Evidence): boolean {
  const { words, cues } = evidence;
  if (words > MOST_WORDS || words < FEWEST_WORDS) return false;
  if (kind === 'fence') return showsReply(evidence);
  if (kind !== 'section') return words >= FEWEST_WORDS_OF_A_QUOTE && showsReply(evidence);
  if (cues.has('greeting')) return cues.size >= 3 || cues.has('sign-off');
  if (/^[ \t]*\|.*\|[ \t]*$/m.test(body)) return false;
  return (cues.has('sign-off') && cues.size >= 4) || (subject !== undefined && cues.size >= 3);
}

/** Returns true if a passage on its own is clearly a message to a customer. Text under a marker has to be. */
export function isSureReply(text: string, passage: Passage): boolean {
  return judge(text, passage)?.sure === true;
}

/** Groups passages of the same kind, and sections of the same level. */
function groupsOf(judged: readonly Judged[]): Iterable<Judged[]> {
  const groups = new Map<string, Judged[]>();
  for (const one of judged) {
    const { kind, depth } = one.passage;
    const key = kind === 'section' ? `section ${depth}` : kind;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups.values();
}

function count(group: readonly Judged[], test: (one: Judged) => boolean): number {
  return group.filter(test).length;
}

const isSure = ({ sure }: Judged) => sure;
const speaks = ({ cues }: Judged) => cues.size >= 1;
const isCourteous = ({ cues }: Judged) =>
  (['greeting', 'thanks', 'apology', 'sign-off', 'offer', 'please'] as const).some((cue) => cues.has(cue));
const isShort = ({ words, body }: Judged) => words <= SHORT && isProse(body);
/** Returns true for a passage written for people, judging by its cues or the way it ends. */
const isWritten = ({ passage, words, cues, body }: Judged) =>
  words >= FEWEST_WORDS &&
  (cues.size >= 1 || /[.!?。！？]["”’)*_\s]*$/.test(body)) &&
  (passage.kind !== 'section' || words <= MOST_WORDS);

/** Returns true if passages are the replies of a library. */
function isLibrary(group: readonly Judged[], page: Page): boolean {
  const [first] = group;
  if (!first) return false;
  const { kind } = first.passage;
  const sure = count(group, isSure);
  if (kind === 'item' || kind === 'cell') return isList(group, page);
  if (page.isArticle && page.hint !== 'strong') return false;
  if (kind === 'section')
    return (sure >= 2 && (page.hint !== undefined || sure * 3 >= group.length)) || isChat(group, page);
  if (page.hint !== undefined && sure >= 1 && !page.greets) return true;
  if (sure >= 2) return page.hint !== undefined || isMostOfThePage(group, page);
  return isChat(group, page);
}

/** Returns true for passages under a heading that promises replies, on a page about something else. */
function isLibraryInPage(group: readonly Judged[], page: Page): boolean {
  const sure = count(group, isSure);
  return group[0]?.passage.kind !== 'section' && !page.isArticle && sure >= 2 && sure * 3 >= group.length * 2;
}

/**
 * If neither the path nor the title mentions replies, quotations and fences are a library only if they make up most of
 * the page.
 */
function isMostOfThePage(group: readonly Judged[], page: Page): boolean {
  const titled = new Set(group.map(({ passage }) => passage.title)).size;
  if (titled * 2 <= group.length || group.every(({ passage }) => passage.title === undefined)) return false;
  const words = group.reduce((sum, one) => sum + one.words, 0);
  const least = group[0]?.passage.kind === 'quote' ? LEAST_SHARE_OF_QUOTES : LEAST_SHARE_OF_FENCES;
  return words >= page.words * least;
}

const LEAST_SHARE_OF_QUOTES = 0.5;
const LEAST_SHARE_OF_FENCES = 0.3;

/** Returns true for adjacent short lines, most of which address someone, in a file that says what it contains. */
function isChat(group: readonly Judged[], page: Page): boolean {
  if (page.hint === undefined || page.named || group.length < 3) return false;
  if (count(group, isShort) < group.length * 0.8) return false;
  const asked = count(group, ({ passage }) => passage.title?.endsWith('?') === true);
  if (page.hint === 'weak' && asked * 2 >= group.length) return false;
  const least = page.hint === 'strong' ? 0.5 : 0.8;
  const courteous = page.hint === 'strong' ? 1 : group.length / 3;
  return count(group, speaks) >= group.length * least && count(group, isCourteous) >= courteous;
}

/**
 * Returns true for short messages after labels or in table cells, if they make up the whole page or the page announces
 * them.
 */
function isList(group: readonly Judged[], page: Page): boolean {
  if (group.length < 3 || count(group, isShort) < group.length * 0.8) return false;
  const words = group.reduce((sum, one) => sum + one.words, 0);
  if (page.hint === undefined || words < page.words * 0.4) return false;
  const least = page.hint === 'strong' ? 0.5 : 0.7;
  return count(group, speaks) >= group.length * least && count(group, isCourteous) * 2 >= group.length;
}

/** Returns the replies among the passages of a library. */
function takenFrom(group: readonly Judged[], page: Page): Judged[] {
  const sure = count(group, isSure);
  const isRare = group[0]?.passage.kind === 'section' && sure * 2 < group.length && !isChat(group, page);
  if (isRare) return group.filter(isSure);
  // If nearly all passages greet, one without a greeting must address the reader in another way.
  const allGreet = count(group, ({ greets }) => greets) * 3 >= group.length * 2;
  return group.filter((one) => one.sure || isLikely(one, allGreet));
}

function isLikely(one: Judged, allGreet: boolean): boolean {
  const { passage, words, cues, body } = one;
  if (passage.kind === 'quote') return words >= FEWEST_WORDS_OF_A_QUOTE && isWritten(one);
  if (passage.kind !== 'section') return isWritten(one);
  if (words < FEWEST_WORDS || words > MOST_WORDS) return false;
  if (opensWithGreeting(body)) return true;
  return allGreet ? cues.size >= 2 : cues.size >= 2 || (isProse(body) && words <= SHORT);
}
