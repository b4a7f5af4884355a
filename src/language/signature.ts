import type { Rendering, Sentence, Word } from '../model/rendering.js';
import { FoundOnce } from './found-once.js';
import { type Language, languageCode, languageOf } from './index.js';
import { packOf } from './pack/load.js';
import type { Hit } from './phrase/index.js';

/** The parts of a rendering that are needed to find its signature. */
export type Signed = Pick<Rendering, 'text' | 'words' | 'sentences' | 'blocks' | 'links' | 'locale'>;

/** The signature of a reply: who signs, and in which line. */
export interface Signature {
  readonly line: Sentence;
  /** `person` for a name or an agent placeholder; `team` for a team, an office or a company. */
  readonly by: 'person' | 'team';
}

/** Maximum number of words in a line of a signature. Longer lines are sentences. */
const MOST_WORDS = 7;
/** Maximum number of words in a person’s name and title. More words are a heading or an office. */
const MOST_WORDS_OF_A_NAME = 4;
/** Number of lines to search at the end, because an office, a motto or a legal notice may follow the name. */
const LAST_LINES = 4;

/**
 * Finds the line that signs a reply: `{{agent.name}}`, `— Mia, Acme Support`, `Your Acme team`.
 * @returns undefined if no one signs the reply
 */
export function signatureOf(rendering: Signed): Signature | undefined {
  return FOUND.of(rendering, lookedFor);
}

const FOUND = new FoundOnce<Signature>();

function lookedFor(rendering: Signed): Signature | undefined {
  const { sentences } = rendering;
  let team: Signature | undefined;
  for (let at = sentences.length - 1; at > 0 && at >= sentences.length - LAST_LINES; at -= 1) {
    const line = sentences[at];
    const by = line && signs(rendering, line);
    if (line && by === 'person') return { line, by };
    if (line && by === 'team') team ??= { line, by };
  }
  return team;
}

function signs(rendering: Signed, line: Sentence): Signature['by'] | undefined {
  const { text, words, locale } = rendering;
  if (line.to - line.from > MOST_WORDS) return undefined;
  const own = words.slice(line.from, line.to);
  if (!standsAlone(rendering, line, own)) return undefined;
  const language = languageOf(locale);
  const { signers } = language;
  if (line.ends !== '' && !(line.ends === '.' && isAbbreviated(rendering, line, language))) return undefined;
  const agent = own.find(({ placeholder }) => placeholder?.role === 'agent-name')?.placeholder;
  if (agent) return isSignatureBlock(agent.text) ? 'team' : 'person';
  if (isSmallPrint(own, locale)) return undefined;
  const afterFarewell = own.slice(farewellEnd(own, locale));
  if (afterFarewell.length === 0) return undefined;
  const named = afterFarewell.slice(0, nameEnd(afterFarewell, text, language));
  const byName = named.length > 0 && isName(named, text, language) && !named.some(({ folded }) => signers.has(folded));
  if (own.some(({ folded }) => signers.has(folded)))
    return byName && named.length < afterFarewell.length ? 'person' : 'team';
  if (byName && named.length < afterFarewell.length && own.length <= MOST_WORDS_OF_A_NAME) return 'person';
  if (own.some(({ kind, placeholder }) => kind === 'number' || (placeholder && placeholder.role !== 'organisation')))
    return undefined;
  if (/[—–^/-]\s*$/.test(text.slice(Math.max(0, line.start - 4), line.start)) && own.length < MOST_WORDS - 1)
    return 'person';
  if (!isName(own, text, language) || !followsAnEnd(text, line)) return undefined;
  // “The Potting Shed” is not a person, because a person’s name does not begin with a small word.
  if (own[0] && language.inNames.has(own[0].folded) && !/\p{Ll}/u.test(text[own[0].start] ?? '')) return 'team';
  return own.length <= MOST_WORDS_OF_A_NAME && !own.some(({ placeholder }) => placeholder) ? 'person' : 'team';
}

/** Returns true for a line such as “Acme Ltd.”, which is not a sentence although it ends with a period. */
function isAbbreviated({ text, words }: Signed, line: Sentence, { abbreviations }: Language): boolean {
  const isInitials = /^\p{Lu}(?:\.\s?\p{Lu}){1,2}\.?$/u.test(text.slice(line.start, line.end));
  return isInitials || abbreviations.has(words[line.to - 1]?.folded ?? '');
}

/**
 * Returns true for a placeholder such as `{{agent.signature}}`, for which the help desk inserts whatever it is
 * configured to.
 */
export function isSignatureBlock(placeholder: string): boolean {
  return /signature/i.test(placeholder);
}

/** Returns true for a line on its own that is not a list item, label, heading, code or link. */
function standsAlone({ text, blocks, links }: Signed, line: Sentence, own: readonly Word[]): boolean {
  const kind = blocks[line.block]?.kind;
  // Markdown parses “- Mia” as a list with one item.
  const isListed =
    kind === 'item' && [line.block - 1, line.block + 1].some((beside) => blocks[beside]?.kind === 'item');
  if (isListed || isDashed(text, line) || kind === 'heading' || kind === 'code') return false;
  if (!/(?:^|\n)[\s—–^/*_-]*$/.test(text.slice(Math.max(0, line.start - 8), line.start))) return false;
  if (own.some(({ code, kind }) => code || kind === 'address')) return false;
  const withoutPlaceholders = text.slice(line.start, line.end).replace(/\{[^{}]*\}/g, '');
  return !/[:=→]/.test(withoutPlaceholders) && !links.some(({ start, end }) => start < line.end && line.start < end);
}

/** Returns true for a line such as “-Mia” below “-Jo”, which is part of a list that was typed without spaces. */
function isDashed(text: string, { start }: Sentence): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  if (start === 0 || lineStart === start || !/^[-–—*•]/.test(text.slice(lineStart, lineStart + 1))) return false;
  const lineBefore = lineStart < 2 ? 0 : text.lastIndexOf('\n', lineStart - 2) + 1;
  return lineStart > 0 && lineBefore < lineStart - 1 && text[lineBefore] === text[lineStart];
}

/** Returns true if a sentence begins with a farewell: “Best, Ana”, “Have a lovely day!”. */
export function beginsWithFarewell({ words, locale }: Signed, { from, to }: Sentence): boolean {
  return farewellsIn(locale, words, from, to).some((farewell) => farewell.from === from);
}

/** Returns true for lines such as “Sent from my phone”. */
function isSmallPrint(own: readonly Word[], locale: string): boolean {
  return packOf(languageCode(locale)).find('cue footer', own, 0, own.length).length > 0;
}

/** Returns how many of the first words belong to the farewell: “Regards, Customer Accounts”. */
function farewellEnd(own: readonly Word[], locale: string): number {
  return Math.max(0, ...farewellsIn(locale, own, 0, own.length).map(({ to }) => to));
}

function farewellsIn(locale: string, words: readonly Word[], from: number, to: number): Hit[] {
  return packOf(languageCode(locale)).find('farewell', words, from, to);
}

/** Returns the index at which a name ends and a team or a place begins: “Mia, Acme Support”, “Jo from dispatch”. */
function nameEnd(own: readonly Word[], text: string, { inNames }: Language): number {
  const end = own.findIndex(
    ({ folded, start }, at) => at > 0 && (inNames.has(folded) || /[,/|–—-]/.test(text.slice(own[at - 1]?.end, start))),
  );
  return end < 0 ? own.length : end;
}

/** Returns true for capitalized words, and for the small words that occur in names. */
function isName(own: readonly Word[], text: string, { inNames }: Language): boolean {
  return (
    own.some(({ kind, start }) => kind === 'word' && /\p{Lu}/u.test(text[start] ?? '')) &&
    own.every(({ kind, start, folded }) => kind !== 'word' || /\p{Lu}/u.test(text[start] ?? '') || inNames.has(folded))
  );
}

/**
 * Returns true if a line follows the last sentence of the text or the comma of a farewell. After an unfinished line, it
 * continues a list or a heading.
 */
function followsAnEnd(text: string, { start, end }: Sentence): boolean {
  const before = text.slice(0, start).trimEnd();
  // Writers who omit periods still put the signature on the last line, after a blank one.
  if (/\n[^\n]*\n/.test(text.slice(before.length, start)) && text.slice(end).trim() === '') return true;
  return /(?:[.?!,;…)\]}]|\p{Extended_Pictographic}\ufe0f?)$/u.test(before) || /\n[^\n]{1,40}$/.test(before);
}
