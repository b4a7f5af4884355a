import type { Rendering, Sentence, Word } from '../model/rendering.js';
import { FoundOnce } from './found-once.js';
import { type Language, languageCode, languageOf } from './index.js';
import { packOf } from './pack/load.js';
import type { Hit } from './phrase/index.js';

/** What finding the signature of a rendering requires. */
export type Signed = Pick<Rendering, 'text' | 'words' | 'sentences' | 'blocks' | 'links' | 'locale'>;

/** Who signs a reply, and where. */
export interface Signature {
  readonly line: Sentence;
  /** A name or an agent placeholder; or a team, an office, a company. */
  readonly by: 'person' | 'team';
}

/** Longer lines than this are sentences. */
const MOST_WORDS = 7;
/** A person’s name and title; more words are a heading or an office. */
const MOST_WORDS_OF_A_NAME = 4;
/** An office, a motto or a legal line may follow the name. */
const LAST_LINES = 4;

/**
 * The line that signs a reply: `{{agent.name}}`, `— Mia, Acme Support`, `Your Acme team`.
 * @returns undefined if no one signs
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
  const own = words.slice(line.from, line.to);
  if (own.length > MOST_WORDS || !standsAlone(rendering, line, own)) return undefined;
  const language = languageOf(locale);
  const { signers } = language;
  // “Acme Ltd.” is no sentence.
  const isInitials = /^\p{Lu}(?:\.\s?\p{Lu}){1,2}\.?$/u.test(text.slice(line.start, line.end));
  const isAbbreviated = isInitials || language.abbreviations.has(own.at(-1)?.folded ?? '');
  const ends = line.ends === '.' && isAbbreviated ? '' : line.ends;
  const agent = own.find(({ placeholder }) => placeholder?.role === 'agent-name')?.placeholder;
  if (agent && ends === '') return isSignatureBlock(agent.text) ? 'team' : 'person';
  if (ends !== '' || isSmallPrint(own, locale)) return undefined;
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
  // “The Potting Shed”: a person’s name does not begin with a small word.
  if (own[0] && language.inNames.has(own[0].folded) && !/\p{Ll}/u.test(text[own[0].start] ?? '')) return 'team';
  return own.length <= MOST_WORDS_OF_A_NAME && !own.some(({ placeholder }) => placeholder) ? 'person' : 'team';
}

/** `{{agent.signature}}`: whatever the help desk is configured to insert. */
export function isSignatureBlock(placeholder: string): boolean {
  return /signature/i.test(placeholder);
}

/** On a line of its own, and not a list, label, heading, code or link. */
function standsAlone({ text, blocks, links }: Signed, line: Sentence, own: readonly Word[]): boolean {
  const kind = blocks[line.block]?.kind;
  // “- Mia” is parsed as a list with one item.
  const isListed =
    kind === 'item' && [line.block - 1, line.block + 1].some((beside) => blocks[beside]?.kind === 'item');
  if (isListed || isDashed(text, line) || kind === 'heading' || kind === 'code') return false;
  if (!/(?:^|\n)[\s—–^/*_-]*$/.test(text.slice(Math.max(0, line.start - 8), line.start))) return false;
  if (own.some(({ code, kind }) => code || kind === 'address')) return false;
  const withoutPlaceholders = text.slice(line.start, line.end).replace(/\{[^{}]*\}/g, '');
  return !/[:=→]/.test(withoutPlaceholders) && !links.some(({ start, end }) => start < line.end && line.start < end);
}

/** “-Mia” under “-Jo”: a list that its author typed without spaces. */
function isDashed(text: string, { start }: Sentence): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  if (start === 0 || lineStart === start || !/^[-–—*•]/.test(text.slice(lineStart, lineStart + 1))) return false;
  const lineBefore = lineStart < 2 ? 0 : text.lastIndexOf('\n', lineStart - 2) + 1;
  return lineStart > 0 && lineBefore < lineStart - 1 && text[lineBefore] === text[lineStart];
}

/** True if a sentence begins with a farewell: “Best, Ana”, “Have a lovely day!”. */
export function beginsWithFarewell({ words, locale }: Signed, { from, to }: Sentence): boolean {
  return farewellsIn(locale, words, from, to).some((farewell) => farewell.from === from);
}

/** “Sent from my phone”. */
function isSmallPrint(own: readonly Word[], locale: string): boolean {
  return packOf(languageCode(locale)).find('cue footer', own, 0, own.length).length > 0;
}

/** How many of the first words take leave: “Regards, Customer Accounts”. */
function farewellEnd(own: readonly Word[], locale: string): number {
  return Math.max(0, ...farewellsIn(locale, own, 0, own.length).map(({ to }) => to));
}

function farewellsIn(locale: string, words: readonly Word[], from: number, to: number): Hit[] {
  return packOf(languageCode(locale)).find('farewell', words, from, to);
}

/** Where a name ends and a team or a place begins: “Mia, Acme Support”, “Jo from dispatch”. */
function nameEnd(own: readonly Word[], text: string, { inNames }: Language): number {
  const end = own.findIndex(
    ({ folded, start }, at) => at > 0 && (inNames.has(folded) || /[,/|–—-]/.test(text.slice(own[at - 1]?.end, start))),
  );
  return end < 0 ? own.length : end;
}

/** Capitalized words, and the small words that occur in names. */
function isName(own: readonly Word[], text: string, { inNames }: Language): boolean {
  return (
    own.some(({ kind, start }) => kind === 'word' && /\p{Lu}/u.test(text[start] ?? '')) &&
    own.every(({ kind, start, folded }) => kind !== 'word' || /\p{Lu}/u.test(text[start] ?? '') || inNames.has(folded))
  );
}

/**
 * After the last sentence of the text or the comma of a farewell; after a bare line, it is the rest of a list or a
 * heading.
 */
function followsAnEnd(text: string, { start, end }: Sentence): boolean {
  const before = text.slice(0, start).trimEnd();
  // Writers who leave out periods sign with a last line of its own.
  if (/\n[^\n]*\n/.test(text.slice(before.length, start)) && text.slice(end).trim() === '') return true;
  return /(?:[.?!,;…)\]}]|\p{Extended_Pictographic}\ufe0f?)$/u.test(before) || /\n[^\n]{1,40}$/.test(before);
}
