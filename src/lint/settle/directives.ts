import type { SourceFile } from '../../model/source-file.js';
import type { Span } from '../../model/span.js';

/** A comment that switches rules off, or on again. */
export interface Directive {
  readonly kind: 'disable' | 'enable' | 'disable-next-line' | 'disable-line' | 'disable-file';
  /** The rules it names; empty for all. */
  readonly rules: readonly string[];
  readonly reason: string;
  /** The last day on which it holds, as `2026-12-31`. */
  readonly until: string | undefined;
  /** The whole comment, in the file. */
  readonly span: Span;
}

const IN_MARKUP = /<!--\s{0,100}(replylint-[^>]{1,500}?)\s{0,100}-->/g;
const IN_YAML = /(?:^|[ \t])#[ \t]*(replylint-[^\n\r]{1,500})/gm;
const WORDS = /^replylint-(disable-next-line|disable-line|disable-file|disable|enable)(?=$|\s)([\s\S]*)$/;

const IS_YAML = /\.ya?ml$/i;
const IS_MARKUP = /\.(?:md|markdown|mdx|html?|txt|text)$/i;

/** True for a kind of file that has comments. */
export function mayHoldDirectives(path: string): boolean {
  return IS_YAML.test(path) || IS_MARKUP.test(path);
}

/**
 * The directives of a file: HTML comments in Markdown, HTML and text, `#` comments in YAML. Other kinds of file have no
 * comments; there the suppressions file and `overrides` do the same.
 * @param texts where replies stand, in which a `#` is no comment
 */
export function directivesIn(file: SourceFile, texts: readonly Span[]): Directive[] {
  if (!file.text.includes('replylint-')) return [];
  const isYaml = IS_YAML.test(file.path);
  if (!mayHoldDirectives(file.path)) return [];
  const found: Directive[] = [];
  for (const match of file.text.matchAll(isYaml ? IN_YAML : IN_MARKUP)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (isYaml && texts.some(({ start, end }) => start <= span.start && span.end <= end)) continue;
    const directive = directiveFrom(match[1] ?? '', span);
    if (directive) found.push(directive);
  }
  return found;
}

/** `replylint-disable greeting, no-shouting until=2026-12-31 -- reason` */
function directiveFrom(text: string, span: Span): Directive | undefined {
  const match = WORDS.exec(text.trim());
  if (!match) return undefined;
  const [said = '', ...reason] = (match[2] ?? '').split(/\s--(?:\s|$)/);
  const until = /(?:^|\s)until=(\d{4}-\d{2}-\d{2})(?=\s|$)/.exec(said)?.[1];
  return {
    kind: match[1] as Directive['kind'],
    rules: said
      .replace(/(?:^|\s)until=\S+/, ' ')
      .split(/[\s,]+/)
      .filter((rule) => rule !== ''),
    reason: reason.join(' -- ').trim(),
    until,
    span,
  };
}

/**
 * The directive that switches a rule off at a place; undefined where none does. `enable` ends what began before it, for
 * the rules that it names.
 * @param offset in the file's text
 * @param today as `2026-12-31`; a directive whose day has passed holds nowhere
 */
export function disabling(
  directives: readonly Directive[],
  { text }: SourceFile,
  { ruleId, offset }: { readonly ruleId: string; readonly offset: number },
  today: string,
): Directive | undefined {
  let holding: Directive | undefined;
  for (const directive of directives) {
    const { kind, rules, span } = directive;
    if (hasExpired(directive, today) || (rules.length > 0 && !rules.includes(ruleId))) continue;
    if (kind === 'disable-file') return directive;
    if (kind === 'disable-line' && isWithin(lineAt(text, span.start), offset)) return directive;
    if (kind === 'disable-next-line' && isWithin(nextLineAfter(text, span.end), offset)) return directive;
    if (span.end > offset) continue;
    if (kind === 'disable') holding = directive;
    if (kind === 'enable') holding = undefined;
  }
  return holding;
}

/** True where the directive's last day has passed. */
export function hasExpired({ until }: Directive, today: string): boolean {
  return until !== undefined && until < today;
}

function isWithin({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

function lineAt(text: string, offset: number): Span {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const feed = text.indexOf('\n', offset);
  return { start, end: feed < 0 ? text.length : feed };
}

/** The next line with something on it: a comment of its own paragraph is followed by a blank line. */
function nextLineAfter(text: string, offset: number): Span {
  const feed = text.indexOf('\n', offset);
  if (feed < 0) return { start: -1, end: -1 };
  let at = feed;
  while (at < text.length && /\s/.test(text[at] ?? '')) at += 1;
  return lineAt(text, at);
}
