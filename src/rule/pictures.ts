import { partitionPoint } from '../model/partition-point.js';
import type { Rendering } from '../model/rendering.js';
import type { Replacement, Span } from '../model/span.js';
import { removalOf } from './removal.js';

/**
 * Matches a picture as the reader sees it, including skin tones, joined families and flags. Every quantifier is
 * bounded.
 */
const EMOJI =
  /(?:\p{Regional_Indicator}{2}|(?![©®™‼⁉✓✔✗✘☎✉→])\p{Extended_Pictographic}[\uFE0E\uFE0F]?\p{Emoji_Modifier}?(?:[\u{E0020}-\u{E007E}]{1,8}\u{E007F})?(?:\u200D\p{Extended_Pictographic}[\uFE0E\uFE0F]?\p{Emoji_Modifier}?){0,6})/gu;

/**
 * Matches emoticons such as `:)`, `:-(`, `;)`, `:'(`, `:D`, `xD`, `<3`, `(:` and `^^` after a space. Only punctuation
 * may follow.
 */
const EMOTICON =
  /(?<=^|\s)(?:[:;=]['’]?[-^o]?(?:[()DPpO]|\/(?!\/)|\\)|[xX]D|<3|\(:|\^_?\^|¯\\_\(ツ\)_\/¯)(?=$|[\s.,!?])/gmu;

/** Matches `:smile:`, the syntax for emoji in some tools. */
const SHORTCODE = /(?<=^|\s):[a-z][a-z_]{2,30}:(?=$|[\s.,!?])/gmu;

/** Patterns for pictures, each with a faster pattern that every picture of its kind contains. */
const PATTERNS: readonly (readonly [RegExp, RegExp])[] = [
  [/[\u00a9\u00ae\u203c\u2049\u2100-\u33ff\ud800-\uffff]/, EMOJI],
  [/[;=^¯]|:['’\-^o()DPpO/\\]|[xX]D|<3|\(:/, EMOTICON],
  [/:[a-z]/, SHORTCODE],
];

const FACE = /^[\u{1F600}-\u{1F64F}\u{1F910}-\u{1F92F}\u{1F970}-\u{1F97A}\u{1FAE0}-\u{1FAE8}☹☺]/u;

/**
 * Returns emoji and emoticons in order, except icons at the start of a line, and those in code or a quotation.
 * @param allowed pictures to leave out, such as `💜`, with or without the variation selector for color
 */
export function picturesIn(rendering: Rendering, allowed: readonly string[] = []): Span[] {
  const { text } = rendering;
  const patterns = PATTERNS.flatMap(([sign, pattern]) => (sign.test(text) ? [pattern] : []));
  if (patterns.length === 0) return [];
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .filter(([picture]) => !allowed.includes(picture) && !allowed.includes(picture.replace('\uFE0F', '')))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((span) => !isIcon(text, span) && !isQuotedOrCode(rendering, span))
    .sort((a, b) => a.start - b.start);
}

/** Returns true for a picture at the start of a line, such as “✅ packed”. It is a bullet, unless it is a face. */
function isIcon(text: string, { start, end }: Span): boolean {
  let before = start - 1;
  while (before >= 0 && text[before] !== '\n' && text[before]?.trim() === '') before -= 1;
  if (before >= 0 && text[before] !== '\n') return false;
  const feed = text.indexOf('\n', end);
  const after = text.slice(end, feed < 0 ? text.length : feed).trim();
  return after !== '' && !FACE.test(text.slice(start, end)) && /[^\p{P}\p{S}]/u.test(after);
}

function isQuotedOrCode({ text, blocks, words }: Rendering, { start, end }: Span): boolean {
  const block = blocks.find((one) => one.start <= start && end <= one.end);
  if (block?.kind === 'code' || block?.kind === 'quote') return true;
  const before = words[partitionPoint(words.length, (index) => (words[index]?.end ?? 0) <= start) - 1];
  const after = words[partitionPoint(words.length, (index) => (words[index]?.start ?? 0) < end)];
  // A picture at the start or end of a quotation has words on one side only.
  if (before?.quoted && /^\s*["”»’]/.test(text.slice(end, end + 3))) return true;
  if (after?.quoted && /["“„«‘]\s*$/.test(text.slice(Math.max(0, start - 3), start))) return true;
  return Boolean((before?.quoted && after?.quoted) || (before?.code && after?.code));
}

/** Returns the index of the sentence that contains or precedes a picture. */
export function sentenceAt({ sentences }: Rendering, { start }: Span): number {
  return Math.max(0, partitionPoint(sentences.length, (index) => (sentences[index]?.start ?? 0) <= start) - 1);
}

/**
 * Yields fixes that remove pictures. Pictures with only blanks between them are removed together, because what remains
 * depends on the surroundings of all of them.
 * @param pictures the spans of the pictures, in order
 */
export function* removalsOf(
  pictures: readonly Span[],
  rendering: Rendering,
): Generator<[Span, Replacement | undefined]> {
  for (const run of togetherIn(pictures, rendering.text)) {
    const fix = removalOf(rendering, { start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 });
    for (const picture of run) yield [picture, fix];
  }
}

function togetherIn(pictures: readonly Span[], text: string): Span[][] {
  const runs: Span[][] = [];
  for (const picture of pictures) {
    const last = runs.at(-1);
    if (last && /^[^\S\n]*$/.test(text.slice(last.at(-1)?.end, picture.start))) last.push(picture);
    else runs.push([picture]);
  }
  return runs;
}
