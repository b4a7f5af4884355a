import type { SourceFile } from '../../model/source-file.js';
import type { Span } from '../../model/span.js';
import { commentSyntax } from '../load/comments.js';

/** A comment that switches rules off, or on again. */
export interface Directive {
  readonly kind: 'disable' | 'enable' | 'disable-next-line' | 'disable-line' | 'disable-file';
  /** The rules it names. Empty for all rules. */
  readonly rules: readonly string[];
  readonly reason: string;
  /** The last day on which it applies, as `2026-12-31`. */
  readonly until: string | undefined;
  /** The whole comment, in the file. */
  readonly span: Span;
}

const COMMENTS = {
  markup: /<!--\s{0,100}(replylint-[^>]{1,500}?)\s{0,100}-->/g,
  yaml: /(?:^|[ \t])#[ \t]*(replylint-[^\n\r]{1,500})/gm,
};
const WORDS = /^replylint-(disable-next-line|disable-line|disable-file|disable|enable)(?=$|\s)([\s\S]*)$/;

/**
 * The directives of a file: HTML comments in Markdown, HTML and text, `#` comments in YAML. Other kinds of file have no
 * comments; the suppressions file and `overrides` do the same for them.
 * @param texts the spans of the replies: a `#` in them is not a comment
 */
export function directivesIn(file: SourceFile, texts: readonly Span[]): Directive[] {
  const syntax = file.text.includes('replylint-') ? commentSyntax(file.path) : undefined;
  if (!syntax) return [];
  const directives: Directive[] = [];
  for (const match of file.text.matchAll(COMMENTS[syntax])) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (syntax === 'yaml' && texts.some(({ start, end }) => start <= span.start && span.end <= end)) continue;
    const directive = parseDirective(match[1] ?? '', span);
    if (directive) directives.push(directive);
  }
  return directives;
}

/** `replylint-disable greeting, no-shouting until=2026-12-31 -- reason` */
function parseDirective(text: string, span: Span): Directive | undefined {
  const match = WORDS.exec(text.trim());
  if (!match) return undefined;
  const [list = '', ...reason] = (match[2] ?? '').split(/\s--(?:\s|$)/);
  const until = /(?:^|\s)until=(\d{4}-\d{2}-\d{2})(?=\s|$)/.exec(list)?.[1];
  return {
    kind: match[1] as Directive['kind'],
    rules: list
      .replace(/(?:^|\s)until=\S+/, ' ')
      .split(/[\s,]+/)
      .filter((rule) => rule !== ''),
    reason: reason.join(' -- ').trim(),
    until,
    span,
  };
}

/**
 * The directive that switches a rule off at a place. Undefined if none does. `enable` ends the `disable` before it, for
 * the rules that it names.
 * @param offset in the file's text
 * @param today as `2026-12-31`; an expired directive applies nowhere
 */
export function disabling(
  directives: readonly Directive[],
  { text }: SourceFile,
  { ruleId, offset }: { readonly ruleId: string; readonly offset: number },
  today: string,
): Directive | undefined {
  let current: Directive | undefined;
  for (const directive of directives) {
    const { kind, rules, span } = directive;
    if (isExpired(directive, today) || (rules.length > 0 && !rules.includes(ruleId))) continue;
    if (kind === 'disable-file') return directive;
    if (kind === 'disable-line' && contains(lineAt(text, span.start), offset)) return directive;
    if (kind === 'disable-next-line' && contains(nextLineAfter(text, span.end), offset)) return directive;
    if (span.end > offset) continue;
    if (kind === 'disable') current = directive;
    if (kind === 'enable') current = undefined;
  }
  return current;
}

/** True if the directive's last day has passed. */
export function isExpired({ until }: Directive, today: string): boolean {
  return until !== undefined && until < today;
}

function contains({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

function lineAt(text: string, offset: number): Span {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const feed = text.indexOf('\n', offset);
  return { start, end: feed < 0 ? text.length : feed };
}

/** The next line that is not blank: a comment in a paragraph of its own is followed by a blank line. */
function nextLineAfter(text: string, offset: number): Span {
  const feed = text.indexOf('\n', offset);
  if (feed < 0) return { start: -1, end: -1 };
  let at = feed;
  while (at < text.length && /\s/.test(text[at] ?? '')) at += 1;
  return lineAt(text, at);
}
