import { bitsOf, foldTelltale, nameTelltales } from '../language/telltale/index.js';
import { cuesIn, type Evidence, hasEnvelope, isSalutation, showsReply, wordsIn } from './cues.js';
import { subjectOf, wordsOf } from './heading-words.js';
import { type Line, linesOf } from './markdown-blocks.js';
import { isNeverSent, isProse } from './not-sent.js';
import type { Page } from './page.js';
import { cut, type Passage } from './passages.js';
import { bodyOf } from './text-of-lines.js';

/** A line that starts a reply, with its title and its number of lines, including the rules around it. */
interface Mark {
  readonly title: string | undefined;
  readonly from: number;
  readonly to: number;
}

/** Finds separator lines of one kind. */
type Separator = (lines: readonly string[]) => Mark[];

/** Matches `###[Q] More than one question`, the syntax of Stack Exchange's AutoReviewComments. */
const COMMENT = /^#{2,4}[ \t]*\[(?:[A-Z]{1,2}(?:,[ \t]?[A-Z]{1,2}){0,4})\][ \t]*(\S.*)$/;
/** Matches a title after dashes or similar marks, such as `---- NOT A BUG` or `== Late ==`. */
const DASHED = /^([-=*#~_+])\1{2,40}[ \t]+([^\s|-][^|\n]{0,120}?)[ \t]*\1{0,40}$/;
const EQUALS =
  /^(?:=+(?!=)|\*+(?!\*)|#+(?!#)|>+(?!>)|<+(?!<)|\[)[ \t]*(\S[^=*#<>[\]\n]{0,80}?)[ \t]*(?:=+|\*+|#+|<+|>+|\])$/;
const RULE = /^\s{0,3}([-=*#~_+])(?:[ \t]?\1){2,}\s*$/;
const NUMBERED = bitsOf('numbered');
const AFTER_NUMBERED = /^\.?\s?\d{1,3}[.):–-]?[ \t]+(\p{L}.{1,70})$/iu;
/** Matches what can come before a number in place of a telltale. */
const HASH_OR_NOTHING = /^#?/;
const LEADING = bitsOf('title-field');
const AFTER_LEADING = /^[ \t]*:[ \t]*(\S.{0,80})$/;
/** Number of characters of a line to search for a telltale. Every telltale is shorter. */
const LONGEST_START = 40;
const CAPITALS = /^[^\p{Ll}\n]{0,80}\p{Lu}{3}[^\p{Ll}\n]{0,80}$/u;

/** The kinds of separators that can occur in any file. */
const OF_ALL: readonly Separator[] = [each(COMMENT, 1), each(/^-{3,40}[ \t]+([^\s|-][^|\n]{0,120}?)[ \t]*-{0,40}$/, 1)];

/**
 * Additional kinds of separators for plain text, in which these lines have no other meaning. The most reliable ones
 * come first.
 */
const ofPlainText = (): readonly Separator[] => [
  boxed,
  each(DASHED, 2),
  underlined,
  ruled,
  lone(each(EQUALS, 1)),
  lone(behind(NUMBERED, AFTER_NUMBERED, HASH_OR_NOTHING)),
  lone(behind(LEADING, AFTER_LEADING)),
  lone(each(CAPITALS, 0)),
  lone((lines) => marks(lines, (line) => (/^\p{Lu}[^.!?,]{2,60}:$/u.test(line) ? line.slice(0, -1) : undefined))),
  subjects,
];

/** Finds replies that are separated by lines of one kind. Empty unless there are at least two replies. */
export function dividedIn(
  text: string,
  from: number,
  { page, isPlain }: { readonly page: Page; readonly isPlain: boolean },
): Passage[] {
  const lines = linesOf(text, from);
  const raw = lines.map(({ start, end }) => text.slice(start, end).trimEnd());
  let best: { passages: Passage[]; sure: number } | undefined;
  const isOfReplies = isPlain && (page.hint !== undefined || hasEnvelope(text));
  for (const separator of isOfReplies ? [...OF_ALL, ...ofPlainText()] : OF_ALL) {
    const found = separator(raw);
    if (found.length < 2) continue;
    const passages = piecesBetween(text, lines, found, isPlain);
    const sure = repliesAmong(text, passages, page, OF_ALL.includes(separator));
    if (sure > (best?.sure ?? 0)) best = { passages, sure };
  }
  return best?.passages ?? [];
}

function piecesBetween(text: string, lines: readonly Line[], found: readonly Mark[], isPlain: boolean): Passage[] {
  return found.flatMap(({ title, to }, index) => {
    const own = lines.slice(to, found[index + 1]?.from ?? lines.length);
    const shell = {
      kind: 'section',
      title: title && wordsOf(title),
      marked: true,
      depth: 0,
      subject: undefined,
    } as const;
    return cut(text, { ...shell, markup: isPlain ? 'text' : 'markdown' }, own);
  });
}

/** Maximum length of a piece in words. A longer one is a chapter. */
const MOST_WORDS = 600;

/** Chapters can address their reader, too, but they neither greet nor sign off. */
function isEnveloped(evidence: Evidence): boolean {
  const { cues } = evidence;
  return (cues.has('greeting') || cues.has('sign-off')) && showsReply(evidence);
}

/**
 * Returns the number of pieces that are clearly replies, if there are enough of them for all pieces to be replies.
 * Otherwise, returns 0.
 * @param isOwn true for separators that only libraries of replies use
 */
function repliesAmong(text: string, passages: readonly Passage[], page: Page, isOwn: boolean): number {
  const counted = passages.map(({ lines }) => {
    const body = bodyOf(text, lines);
    return { body, words: wordsIn(body) };
  });
  const { length } = counted;
  if (length < 2 || counted.some(({ body, words }) => words > MOST_WORDS || isNeverSent(body, false))) return 0;
  const inAll = counted.reduce((sum, { words }) => sum + words, 0);
  if (page.hint !== 'strong' && inAll * 2 < page.words) return 0;
  const pieces = counted.map((piece) => ({ ...piece, cues: cuesIn(piece.body) }));
  const isSurely = isOwn || page.hint !== undefined ? showsReply : isEnveloped;
  const sure = pieces.filter((piece) => isSurely(piece)).length;
  if (sure === 0) return 0;
  const telling = pieces.filter(({ cues }) => cues.size >= 2).length;
  if (telling * 2 >= length && (isOwn || sure * 2 >= length)) return sure;
  if (page.hint !== 'strong') return 0;
  const prose = pieces.filter(({ body, cues }) => cues.size >= 1 && isProse(body)).length;
  return prose * 3 >= length * 2 ? sure : 0;
}

/**
 * Finds lines that match a pattern.
 * @param group the capturing group that contains the title
 */
function each(pattern: RegExp, group: number): Separator {
  return (lines) => marks(lines, (line) => pattern.exec(line.trim())?.[group]?.trim());
}

/**
 * Finds lines that start with a telltale, whose title is the text after it.
 * @param instead a pattern for what can replace the telltale
 */
function behind(list: number, pattern: RegExp, instead?: RegExp): Separator {
  const titleIn = (line: string): string | undefined => {
    const ends = nameTelltales().endsAt(foldTelltale(line.slice(0, LONGEST_START)), 0, list);
    const other = instead?.exec(line)?.[0];
    if (other !== undefined) ends.push(other.length);
    for (const end of ends) {
      const title = pattern.exec(line.slice(end))?.[1];
      if (title !== undefined) return title.trim();
    }
    return undefined;
  };
  return (lines) => marks(lines, (line) => titleIn(line.trim()));
}

function marks(lines: readonly string[], titleOf: (line: string) => string | undefined): Mark[] {
  return lines.flatMap((line, at) => {
    const title = titleOf(line);
    return title === undefined ? [] : [{ title, from: at, to: at + 1 }];
  });
}

/** Keeps only marks that are surrounded by blank lines and are not a salutation. */
function lone(separator: Separator): Separator {
  return (lines) =>
    separator(lines).filter(
      ({ from, to }) =>
        (lines[from - 1] ?? '') === '' &&
        !RULE.test(lines[from] ?? '') &&
        !isSalutation(lines[from] ?? '') &&
        to < lines.length,
    );
}

/** Finds titles between two rules. */
function boxed(lines: readonly string[]): Mark[] {
  return lines.flatMap((line, at) => {
    const title = lines[at + 1]?.trim() ?? '';
    const isBox = RULE.test(line) && RULE.test(lines[at + 2] ?? '') && title !== '' && !RULE.test(title);
    return isBox
      ? [
          {
            title: title.replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N})?!])[^\p{L}\p{N})?!]+$/gu, ''),
            from: at,
            to: at + 3,
          },
        ]
      : [];
  });
}

/** Finds titles above a rule. */
function underlined(lines: readonly string[]): Mark[] {
  return lines.flatMap((line, at) => {
    const title = line.trim();
    const isTitle = title !== '' && title.length <= 80 && (lines[at - 1] ?? '') === '' && !RULE.test(line);
    return isTitle && RULE.test(lines[at + 1] ?? '') ? [{ title, from: at, to: at + 2 }] : [];
  });
}

/** Finds rules alone. The first text under a rule may be a title. */
function ruled(lines: readonly string[]): Mark[] {
  const rules = lines.flatMap((line, at) => (RULE.test(line) ? [at] : []));
  if (rules.length === 0) return [];
  const filled = lines.flatMap((line, at) => (line === '' ? [] : [at]));
  let next = 0;
  return [-1, ...rules].map((at) => {
    while ((filled[next] ?? lines.length) <= at) next += 1;
    const first = filled[next] ?? -1;
    const line = lines[first]?.trim() ?? '';
    const isTitle =
      first > at &&
      line.length <= 60 &&
      !/[.!?,;]$/.test(line) &&
      !RULE.test(line) &&
      !isSalutation(line) &&
      subjectOf(line) === undefined &&
      (lines[first + 1] ?? '') === '';
    return { title: isTitle ? line : undefined, from: Math.max(at, 0), to: isTitle ? first + 1 : at + 1 };
  });
}

/** Finds `Subject:` lines, each of which is followed by its email. */
function subjects(lines: readonly string[]): Mark[] {
  return lines.flatMap((line, at) => (subjectOf(line) === undefined ? [] : [{ title: undefined, from: at, to: at }]));
}
