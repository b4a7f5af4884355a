import { bitsOf, foldTelltale, type OfText, telltales } from '../language/telltale/index.js';
import { withoutPlaceholders, withoutTemplateTags } from './placeholders.js';
import { isSigned } from './signature.js';

/**
 * Cues that distinguish a text to a customer from any other text, such as those of a letter. Each cue counts once. A
 * text is a reply only if it has several of them, or if it begins with a salutation.
 */
export type Cue =
  | 'greeting'
  | 'thanks'
  | 'apology'
  | 'sign-off'
  | 'offer'
  | 'first person'
  | 'you'
  | 'please'
  | 'placeholder';

/** Number of UTF-16 units to examine at each end of a long text. */
const HEAD = 3_000;
const TAIL = 600;

const GREETING = bitsOf('greeting');
const SIGN_OFF_ALONE = bitsOf('sign-off-alone');

/**
 * Matches the end of a salutation, which is short and ends with punctuation. “Hello world is the first program” is not
 * one.
 */
const AFTER_GREETING = /(?:[ \t]+[^\s,!.:;]+){0,5}?[ \t]*(?:[,!.:;–—、。！]|$)/uy;
/** Matches a line such as `Ahoy {{name}},`, which is a greeting no matter which words it uses. */
const OPENING_BY_SHAPE = /^\p{Lu}\p{L}+(?:[ \t]\p{L}+){0,2}[ \t]X[,!]$/u;
/** Matches a line that stands for a greeting, such as `[Greeting]` or `<personal salutation>`. */
const SLOT = /^\s*[[{<(]{1,3}([^\n\][{}<>()]{1,50})[\]}>)]{1,3},?[ \t]*(?:\r?\n|$)/;
const FOR_GREETING = bitsOf('greeting-slot');
/**
 * Scripts in which a word can be followed directly by another one. These are Chinese and Japanese, and Korean because
 * it attaches particles to words.
 */
const UNSEPARATED = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/;

const WORD_CUES: readonly (readonly [Cue, number])[] = (
  [
    ['thanks', 'thanks'],
    ['apology', 'apology'],
    ['sign-off', 'sign-off'],
    ['offer', 'offer'],
    ['first person', 'first-person'],
    ['you', 'second-person'],
    ['please', 'please'],
  ] as const satisfies [Cue, OfText][]
).map(([cue, list]) => [cue, bitsOf(list)]);
const ALL_WORDS = WORD_CUES.reduce((bits, [, bit]) => bits | bit, SIGN_OFF_ALONE);

/** Returns the cues that a text contains. */
export function cuesIn(text: string): ReadonlySet<Cue> {
  const sample = text.length > HEAD + TAIL ? `${text.slice(0, HEAD)}\n${text.slice(-TAIL)}` : text;
  const masked = withoutPlaceholders(sample);
  const cues = new Set<Cue>();
  if (opensWithGreeting(masked)) cues.add('greeting');
  if (masked !== sample) cues.add('placeholder');
  if (isSigned(masked)) cues.add('sign-off');
  const folded = foldTelltale(masked);
  const lists = telltales().listsIn(folded, ALL_WORDS);
  for (const [cue, bit] of WORD_CUES) if (lists & bit) cues.add(cue);
  if ((lists & SIGN_OFF_ALONE) !== 0 && !cues.has('sign-off') && hasSignOffAlone(folded)) cues.add('sign-off');
  return cues;
}

/**
 * Returns true if “Best”, “Thanks” or a similar word closes the letter, which is the case only if nothing follows on
 * its line.
 */
function hasSignOffAlone(folded: string): boolean {
  for (const { end } of telltales().all(folded, SIGN_OFF_ALONE))
    if (/^,?[ \t]*\r?\n/.test(folded.slice(end, end + 40))) return true;
  return false;
}

/** Returns true if a text begins with a greeting. */
export function opensWithGreeting(text: string): boolean {
  const slot = SLOT.exec(text.slice(0, 100))?.[1];
  if (slot !== undefined && telltales().isIn(foldTelltale(slot), FOR_GREETING)) return true;
  const line = firstLineOf(text)
    .trimEnd()
    .replace(/^[^\p{L}\p{N}]{1,8}/u, '')
    .replace(/[*_]{1,2}$/, '');
  return greets(line) || OPENING_BY_SHAPE.test(line);
}

/**
 * Returns the first line with words, with placeholders masked and template tags removed. Checking the first line alone
 * is enough because neither placeholders nor template tags span lines.
 */
function firstLineOf(text: string): string {
  let rest = text.slice(0, 600).trimStart();
  for (;;) {
    const feed = rest.indexOf('\n');
    const plain = feed < 0 ? rest : rest.slice(0, feed);
    const line = MARKED.test(plain) ? withoutPlaceholders(withoutTemplateTags(plain)).trimStart() : plain;
    if (line !== '' || feed < 0) return line;
    rest = rest.slice(feed + 1).trimStart();
  }
}

/** Matches the first character of a placeholder or a template tag. */
const MARKED = /[{[<%$@]/;

function greets(line: string): boolean {
  return telltales()
    .endsAt(foldTelltale(line), 0, GREETING)
    .some((end) => {
      if (UNSEPARATED.test(line[end - 1] ?? '')) return true;
      AFTER_GREETING.lastIndex = end;
      return AFTER_GREETING.test(line);
    });
}

const OF_ENVELOPE = bitsOf('greeting', 'sign-off');
const COURTESY = bitsOf('thanks', 'apology', 'offer');
/** Matches a line that ends with a placeholder and a comma, such as `Ahoy {{name}},`. */
const ADDRESSED = /[ \t](?:\{|\[|<|\$)[^\n]{1,60}[,!]$/gmu;
/** Maximum number of characters before the first word of a line. */
const MOST_BEFORE_A_WORD = 4;

/** Returns true if any line of a text may open or close a letter. */
export function hasEnvelope(text: string): boolean {
  if (text.search(ADDRESSED) >= 0) return true;
  const folded = foldTelltale(text);
  for (const { start } of telltales().all(folded, OF_ENVELOPE)) if (beginsLine(folded, start)) return true;
  return false;
}

function beginsLine(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return at - start <= MOST_BEFORE_A_WORD && !/\p{L}/u.test(text.slice(start, at));
}

/**
 * Maximum average distance in characters between two courtesies in a library of messages. A library has at least two of
 * them.
 */
const SPACING = 4_000;

/** Returns true if a text may contain several messages. This is a quick check before reading the text closely. */
export function mayHoldMessages(text: string): boolean {
  const least = Math.max(2, text.length / SPACING);
  let found = 0;
  for (const _ of text.matchAll(ADDRESSED)) found += 1;
  if (found >= least) return true;
  const folded = foldTelltale(text);
  for (const { start, lists } of telltales().all(folded, COURTESY | OF_ENVELOPE)) {
    if ((lists & COURTESY) !== 0 || beginsLine(folded, start)) found += 1;
    if (found >= least) return true;
  }
  return false;
}

/** Returns true for a line that contains only a salutation, such as `Dear {{name}},`. */
export function isSalutation(line: string): boolean {
  const most = /[{[<$%]/.test(line) ? LONGEST_SALUTATION : LONGEST_WITHOUT_PLACEHOLDER;
  if (line.length > most || line.length < 2 || /\.\s*$/.test(line)) return false;
  return wordsIn(line, MOST_WORDS_OF_A_SALUTATION + 1) <= MOST_WORDS_OF_A_SALUTATION && opensWithGreeting(line);
}

const LONGEST_SALUTATION = 120;
const LONGEST_WITHOUT_PLACEHOLDER = 50;
const MOST_WORDS_OF_A_SALUTATION = 6;

/** Cues that guides, manual pages and licenses rarely contain. */
const OF_LETTERS: readonly Cue[] = ['thanks', 'apology', 'sign-off', 'offer'];

/**
 * Returns true if a text on its own is a message to someone: it greets and addresses its reader, or it has four cues,
 * including a courtesy.
 */
export function readsLikeReply(text: string): boolean {
  const words = wordsIn(text, FEWEST_WORDS);
  return words >= FEWEST_WORDS && showsReply({ words, cues: cuesIn(text) });
}

/** The word count and cues of a text, computed once for several checks. */
export interface Evidence {
  readonly words: number;
  readonly cues: ReadonlySet<Cue>;
}

/** Does the same as `readsLikeReply` for a text whose word count and cues are already known. */
export function showsReply({ words, cues }: Evidence): boolean {
  if (words < FEWEST_WORDS) return false;
  if (cues.has('greeting')) return cues.size >= 2;
  return cues.size >= 4 && OF_LETTERS.some((cue) => cues.has(cue));
}

/** Minimum number of words in a reply. */
export const FEWEST_WORDS = 5;

/**
 * Counts the words in a text. A Chinese or Japanese character counts as half a word.
 * @param enough the number of words at which counting can stop
 */
export function wordsIn(text: string, enough = Number.POSITIVE_INFINITY): number {
  let words = 0;
  let inside = false;
  let signs = 0;
  for (let at = 0; at < text.length && words < enough; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x3040 && unit <= 0x9fff) signs += 1;
    const blank = unit <= 32 || unit === 160 || unit === 0x3000;
    if (!blank && !inside) words += 1;
    inside = !blank;
  }
  return words + (signs >> 1);
}
