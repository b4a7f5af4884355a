import type { Rendering, Sentence } from '../model/rendering.js';
import { languageOf } from './language/index.js';

/** What is looked at: a rendering whose form need not be known yet. */
export type Signed = Pick<Rendering, 'text' | 'words' | 'sentences' | 'blocks' | 'links' | 'locale'>;

/** Longer lines than this are sentences, not names. */
const MOST_WORDS = 7;
/** A legal line or an address may follow the names. */
const LAST_LINES = 4;

/**
 * The line with which a reply is signed: `{{agent.name}}`, `— Mia, Acme Support`, `Your Acme team`.
 * @returns undefined where nobody signs
 */
export function signatureOf(rendering: Signed): Sentence | undefined {
  const { sentences } = rendering;
  for (let at = sentences.length - 1; at > 0 && at >= sentences.length - LAST_LINES; at -= 1) {
    const sentence = sentences[at];
    if (sentence && isSignature(rendering, sentence, sentences[at - 1])) return sentence;
  }
  return undefined;
}

function isSignature(rendering: Signed, sentence: Sentence, before: Sentence | undefined): boolean {
  const { text, words, links, blocks, locale } = rendering;
  const line = text.slice(sentence.start, sentence.end);
  const own = words.slice(sentence.from, sentence.to);
  if (blocks[sentence.block]?.kind === 'item' || blocks[sentence.block]?.kind === 'heading') return false;
  if (
    own.length > MOST_WORDS ||
    !startsItsLine(text, sentence) ||
    own.some(({ code, kind }) => code || kind === 'address')
  )
    return false;
  if (
    /[:=→]/.test(line.replace(/\{[^}]*\}/g, '')) ||
    links.some((link) => link.start < sentence.end && sentence.start < link.end)
  )
    return false;
  const { signers, inNames } = languageOf(locale);
  const named = own.some(
    ({ folded, placeholder }) => placeholder?.role === 'agent-name' || (folded !== '' && signers.has(folded)),
  );
  if (sentence.ends !== '' && !(named && own.length <= 2)) return false;
  if (named) return true;
  const dashed = /[—–^/-]\s*$/.test(text.slice(Math.max(0, sentence.start - 4), sentence.start));
  if (dashed && own.length <= MOST_WORDS - 2) return true;
  if (own.some(({ placeholder }) => placeholder && placeholder.role !== 'organisation')) return false;
  const capitals = own.every(
    ({ start, folded, kind }) => kind !== 'word' || /\p{Lu}/u.test(text[start] ?? '') || inNames.has(folded),
  );
  if (!capitals || !/\p{L}/u.test(line)) return false;
  // One word alone under the text may be a name; more words may be a heading unless a farewell or a full stop precedes.
  return (
    before !== undefined && /[.!?,)\p{Emoji_Presentation}]\s*$/u.test(text.slice(0, sentence.start).trimEnd().slice(-2))
  );
}

function startsItsLine(text: string, { start }: Sentence): boolean {
  return /(?:^|\n)[\s—–^/-]*$/.test(text.slice(Math.max(0, start - 8), start));
}
