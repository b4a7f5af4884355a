import { signatureOf } from '../../language/signature.js';
import type { Word } from '../../model/rendering.js';
import type { Span } from '../../model/span.js';
import type { DigestReading } from '../library-steps.js';
import type { Fact } from './fact.js';

/** A shorter name is an abbreviation. */
const SHORTEST = 4;
/** So many words that may be a name are kept of one reply. */
const MOST = 12;

/**
 * The names that a reply writes with a capital letter inside, and words that may be one of these in another way of
 * writing: “GitHub”, “Github”.
 */
export function namesIn(reading: DigestReading): Fact[] {
  const facts: Fact[] = [];
  const { words, text, sentences } = reading.rendering;
  const signature = signatureOf(reading.rendering)?.line;
  const seen = new Set<string>();
  let plain = 0;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as Word;
    if (word.kind !== 'word' || word.code || word.quoted || word.end - word.start < SHORTEST) continue;
    if (isInSmallLetters(text, word)) continue;
    const written = text.slice(word.start, word.end);
    if (!/^\p{L}*$/u.test(written) || seen.has(written) || /[/@._-]/.test(around(word))) continue;
    const isCamel = /\p{Ll}\p{Lu}/u.test(written);
    const isFirst = sentences[word.sentence]?.from === at && sentences[word.sentence] !== signature;
    if (!isCamel && (isFirst || !/^\p{Lu}\p{Ll}+$/u.test(written))) continue;
    seen.add(written);
    plain += isCamel ? 0 : 1;
    if (!isCamel && plain > MOST) continue;
    facts.push({ kind: 'names', about: word.folded, value: written, place: reading.place(word) });
    const next = words[at + 1];
    const two = next && !isCamel && next.sentence === word.sentence ? text.slice(word.start, next.end) : '';
    // “Acme Soft” may be “Acmesoft” in two words.
    if (next && /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(two))
      facts.push({
        kind: 'names',
        about: word.folded + next.folded,
        value: two,
        place: reading.place({ start: word.start, end: next.end }),
      });
  }
  return facts;

  function around({ start, end }: { readonly start: number; readonly end: number }): string {
    return `${text[start - 1] ?? ''}${/[/@_-]/.test(text[end] ?? '') ? text[end] : /^\.\p{L}/u.test(text.slice(end, end + 2)) ? '.' : ''}`;
  }
}

const [SMALL_A, SMALL_Z] = [97, 122];

/** Most words are, and none of them is a name. */
function isInSmallLetters(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < SMALL_A || unit > SMALL_Z) return false;
  }
  return true;
}
