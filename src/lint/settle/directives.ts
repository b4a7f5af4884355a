import { nearestOf } from '../../config/index.js';
import type { SourceFile } from '../../model/source-file.js';
import type { Span } from '../../model/span.js';
import type { Comment } from '../load/comments.js';
import { type Directive, KINDS } from '../result/directive.js';

const NAMES = KINDS.map((kind) => `replylint-${kind}`);
/** Matches the first word of a comment, and the rest of it. A colon may separate the two. */
const WORDS = /^(reply[-_ ]?lint(?:[-_:]|\s{0,9}(?=[a-z]))?[\w-]*):?(?=$|[\s,])([\s\S]*)$/i;
/** Matches other words that people try if they do not know the name of a directive. */
const MEANT = /disab|enab|ignore|skip|suppress|\boff\b|\bon\b/i;

/** A comment that looks like a directive but is not one. */
export interface Misspelt {
  /** The first word of the comment, as written. */
  readonly written: string;
  /** The valid name that is most similar. */
  readonly meant: string | undefined;
  readonly span: Span;
}

/** Returns the directives among the comments of a file, and the comments that may have been meant as directives. */
export function directivesIn(
  comments: readonly Comment[],
  source: SourceFile,
): {
  readonly directives: readonly Directive[];
  readonly misspelt: readonly Misspelt[];
} {
  const directives: Directive[] = [];
  const misspelt: Misspelt[] = [];
  for (const { text, span } of comments) {
    const [, written = '', rest = ''] = WORDS.exec(text) ?? [];
    const kind = KINDS.find((known) => `replylint-${known}` === written.toLowerCase());
    const meant = nearestOf(written.toLowerCase(), NAMES);
    if (kind) directives.push(placed(directiveFrom(kind, rest, span), source));
    else if (meant !== undefined || MEANT.test(text.slice(0, 40))) misspelt.push({ written, meant, span });
  }
  return { directives, misspelt };
}

/** Parses a directive such as `replylint-disable greeting, no-shouting until=2026-12-31 -- reason`. */
function directiveFrom(kind: Directive['kind'], said: string, span: Span): Directive {
  const [list = '', ...reason] = said.split(/\s--(?:\s|$)/);
  const until = /(?:^|\s)until=(\d{4}-\d{2}-\d{2})(?=\s|$)/.exec(list)?.[1];
  return {
    kind,
    rules: list
      .replace(/(?:^|\s)until=\S+/, ' ')
      .split(/[\s,]+/)
      .filter((rule) => rule !== ''),
    reason: reason.join(' -- ').trim(),
    until,
    span,
  };
}

function placed(directive: Directive, source: SourceFile): Directive {
  const { kind, span } = directive;
  const line =
    kind === 'disable-line'
      ? source.placeOf(span.start).line
      : kind === 'disable-next-line'
        ? nextLineAfter(span.end, source)
        : undefined;
  return line === undefined ? directive : { ...directive, line };
}

/** Returns the next line that is not blank, because a comment in its own paragraph is followed by a blank line. */
function nextLineAfter(offset: number, source: SourceFile): number | undefined {
  const { text } = source;
  const feed = text.indexOf('\n', offset);
  if (feed < 0) return undefined;
  const rest = /\S/g;
  rest.lastIndex = feed;
  const next = rest.exec(text);
  return next ? source.placeOf(next.index).line : undefined;
}

/** Returns true if the last day on which the directive applies has passed. */
export function isExpired({ until }: Directive, today: string): boolean {
  return until !== undefined && until < today;
}
