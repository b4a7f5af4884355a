import {
  APOLOGY,
  FIRST_PERSON,
  GREETING,
  OFFER,
  PLEASE,
  SECOND_PERSON,
  SIGN_OFF,
  SIGN_OFF_ALONE,
  THANKS,
  UNSEPARATED,
  UNSEPARATED_GREETING,
} from './cue-words.js';
import { PLACEHOLDER, withoutTemplateTags } from './placeholders.js';
import { isSigned } from './signature.js';

/**
 * What tells a text to a customer from any other text: the cues of a letter, each counted once. They are counted, not
 * believed: only several of them, or a salutation as the first words, make a text a reply.
 */
export type Cue =
  | 'greeting'
  | 'thanks'
  | 'apology'
  | 'sign-off'
  | 'let us know'
  | 'first person'
  | 'you'
  | 'please'
  | 'placeholder';

/** Longer texts are judged by their first and last units alone. */
const HEAD = 3_000;
const TAIL = 600;

/** A salutation is short and ends with a stop: “Hello world is the first program” is none. */
const OPENING = new RegExp(
  `^(?:${GREETING})(?![\\p{L}\\p{N}])(?:[ \\t]+[^\\s,!.:;]+){0,5}?[ \\t]*(?:[,!.:;–—、。！]|$)`,
  'iu',
);
/** `Ahoy {{name}},` alone on its line greets in whatever words. */
const OPENING_BY_SHAPE = /^\p{Lu}\p{L}+(?:[ \t]\p{L}+){0,2}[ \t]X[,!]$/u;
/** `[Greeting]`, `<personal salutation>`: a line for it to stand on. */
const SLOT_FOR_GREETING =
  /^\s*[[{<(]{1,3}[^\n\][{}<>()]{0,20}(?:greeting|salutation|anrede)[^\n\][{}<>()]{0,10}[\]}>)]{1,3},?[ \t]*(?:\r?\n|$)/i;
const UNSEPARATED_OPENING = new RegExp(`^(?:${UNSEPARATED_GREETING})`);

/** One of the alternatives as words of their own, in whatever case. */
export function word(alternatives: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, 'iu');
}

const WORD_CUES: readonly (readonly [Cue, RegExp])[] = [
  ['thanks', word(THANKS)],
  ['apology', word(APOLOGY)],
  ['sign-off', word(`${SIGN_OFF}|(?:${SIGN_OFF_ALONE}),?(?=[ \\t]*\\r?\\n)`)],
  ['let us know', word(OFFER)],
  ['first person', word(FIRST_PERSON)],
  ['you', word(SECOND_PERSON)],
  ['please', word(PLEASE)],
];

const UNSEPARATED_CUES = Object.entries(UNSEPARATED).map(
  ([cue, alternatives]) => [cue as Cue, new RegExp(alternatives)] as const,
);

/** The cues that a text gives. */
export function cuesIn(text: string): ReadonlySet<Cue> {
  const sample = text.length > HEAD + TAIL ? `${text.slice(0, HEAD)}\n${text.slice(-TAIL)}` : text;
  const masked = sample.replace(PLACEHOLDER, 'X');
  const cues = new Set<Cue>();
  if (opensWithGreeting(masked)) cues.add('greeting');
  if (masked !== sample) cues.add('placeholder');
  if (isSigned(masked)) cues.add('sign-off');
  for (const [cue, pattern] of WORD_CUES) if (pattern.test(masked)) cues.add(cue);
  if (/[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/.test(masked))
    for (const [cue, pattern] of UNSEPARATED_CUES) if (pattern.test(masked)) cues.add(cue);
  return cues;
}

/** True where a text's first words greet. */
export function opensWithGreeting(text: string): boolean {
  if (SLOT_FOR_GREETING.test(text.slice(0, 100))) return true;
  const opening = withoutTemplateTags(text.slice(0, 600)).replace(PLACEHOLDER, 'X').trimStart();
  const line = (opening.split('\n', 1)[0] ?? '')
    .trimEnd()
    .replace(/^[^\p{L}\p{N}]{1,8}/u, '')
    .replace(/[*_]{1,2}$/, '');
  return UNSEPARATED_OPENING.test(line) || OPENING.test(line) || OPENING_BY_SHAPE.test(line);
}

const ENVELOPE = new RegExp(
  `^[^\\p{L}\\n]{0,4}(?:${GREETING}|${UNSEPARATED_GREETING}|${SIGN_OFF})(?![\\p{L}\\p{N}])|[ \\t](?:\\{|\\[|<|\\$)[^\\n]{1,60}[,!]$`,
  'imu',
);

/** True where some line of a text may open or close a letter. */
export function hasEnvelope(text: string): boolean {
  return ENVELOPE.test(text);
}

const COURTESY = new RegExp(
  `${ENVELOPE.source}|${word(`${THANKS}|${APOLOGY}|${OFFER}`).source}|${UNSEPARATED.thanks}|${UNSEPARATED.apology}`,
  'gimu',
);
/** A library of messages has a courtesy in as many characters, and two at least. */
const SPACING = 4_000;

/** True where a text may hold messages one after the other: a quick look, before it is read closely. */
export function mayHoldMessages(text: string): boolean {
  const least = Math.max(2, text.length / SPACING);
  let found = 0;
  for (const _ of text.matchAll(COURTESY)) {
    found += 1;
    if (found >= least) return true;
  }
  return false;
}

/** True for a line that is a salutation and nothing more: `Dear {{name}},`. */
export function isSalutation(line: string): boolean {
  const most = /[{[<$%]/.test(line) ? LONGEST_SALUTATION : LONGEST_WITHOUT_PLACEHOLDER;
  if (line.length > most || line.length < 2 || /\.\s*$/.test(line)) return false;
  return wordsIn(line) <= MOST_WORDS_OF_A_SALUTATION && opensWithGreeting(line);
}

const LONGEST_SALUTATION = 120;
const LONGEST_WITHOUT_PLACEHOLDER = 50;
const MOST_WORDS_OF_A_SALUTATION = 6;

/** Cues that a guide, a manual page or a licence seldom gives. */
const OF_LETTERS: readonly Cue[] = ['thanks', 'apology', 'sign-off', 'let us know'];

/**
 * True where a text taken by itself is a message to somebody: it greets and speaks to its reader, or gives four cues of
 * which one is a courtesy.
 */
export function readsLikeReply(text: string): boolean {
  if (wordsIn(text) < FEWEST_WORDS) return false;
  const cues = cuesIn(text);
  if (cues.has('greeting')) return cues.size >= 2;
  return cues.size >= 4 && OF_LETTERS.some((cue) => cues.has(cue));
}

const FEWEST_WORDS = 5;

/** How many words a text has; Chinese and Japanese signs count as half a word each. */
export function wordsIn(text: string): number {
  let words = 0;
  let inside = false;
  let signs = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x3040 && unit <= 0x9fff) signs += 1;
    const blank = unit <= 32 || unit === 160 || unit === 0x3000;
    if (!blank && !inside) words += 1;
    inside = !blank;
  }
  return words + (signs >> 1);
}
