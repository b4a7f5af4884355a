import type { Markup, Reply } from '../../model/reply.js';
import { type Dialect, DialectsInUse } from './dialect/index.js';
import { plainPathAt } from './dialect/plain-path.js';
import { escapedBreakAt, hasEscapedBreaks } from './leftovers.js';
import { Source } from './source.js';
import { PLACEHOLDER_SYNTAX, type Syntax } from './syntax.js';
import type { PlaceholderToken, TemplateToken } from './token.js';

export type { PlaceholderToken, TemplateToken } from './token.js';

/** The properties of a reply that decide which placeholder and tag syntaxes apply; see `Reply`. */
export type Writing = Pick<Reply, 'markup' | 'placeholders'> & { readonly file?: { readonly path: string } };

/**
 * Matches the beginning of anything that can be a placeholder or a tag. Each alternative ends in a character that tells
 * its length; see `startOfOpener`.
 */
export const OPENERS = /[{[%#$<@\\]|&lt;|_{3}|[Xx]{3}|\*\|/g;

/**
 * Splits a body into the placeholders, tags and comments of its template languages, in order. Never fails: anything
 * that does not fit a syntax is text. Every lookahead is bounded or done only once, so a body full of braces costs no
 * more than any other.
 * @param onStep called for each position that is examined
 */
export function lex(body: string, writing: Writing, onStep?: () => void): TemplateToken[] {
  const { markup, placeholders, file } = writing;
  const found: TemplateToken[] = [];
  const source = new Source(body);
  let dialects: DialectsInUse | undefined;
  const syntaxes = syntaxesIn(markup);
  const escapes = hasEscapedBreaks(body);
  let breaks = 0;
  for (let at = 0; at < body.length; ) {
    onStep?.();
    OPENERS.lastIndex = at;
    if (!OPENERS.test(body)) return found;
    const plain = plainPathAt(source, OPENERS.lastIndex - 1);
    if (plain) {
      found.push(plain);
      at = plain.span.end;
      continue;
    }
    at = startOfOpener(body, OPENERS.lastIndex);
    const unit = body[at] as string;
    const escaped = escapes && unit === '\\' ? escapedBreakAt(source, at, breaks === 0) : undefined;
    if (escaped) breaks += 1;
    dialects ??= new DialectsInUse({ body, markup, path: file?.path ?? '', ways: placeholders });
    const tokens =
      escaped ??
      tagsAt(source, at, dialects.beginningWith(unit)) ??
      placeholderAt(source, at, syntaxes.get(unit) ?? []);
    const end = tokens?.at(-1)?.span.end ?? at;
    if (!tokens || end <= at) {
      at += 1;
      continue;
    }
    for (const token of tokens) if (token.span.end > token.span.start) found.push(token);
    at = end;
  }
  return found;
}

/** The lengths of the matches of `OPENERS` with more than one character, by their last character. */
const LENGTHS: ReadonlyMap<string | undefined, number> = new Map([
  ['|', 2],
  [';', 4],
  ['_', 3],
  ['x', 3],
  ['X', 3],
]);

/** Returns the start of a match of `OPENERS`. */
export function startOfOpener(body: string, end: number): number {
  return end - (LENGTHS.get(body[end - 1]) ?? 1);
}

const SYNTAXES = new Map<Markup, ReadonlyMap<string, readonly Syntax[]>>();

/** Returns the syntaxes that are valid in a markup, by the character they begin with. */
function syntaxesIn(markup: Markup): ReadonlyMap<string, readonly Syntax[]> {
  const known = SYNTAXES.get(markup);
  if (known) return known;
  const found = new Map<string, Syntax[]>();
  SYNTAXES.set(markup, found);
  for (const syntax of PLACEHOLDER_SYNTAX) {
    if (syntax.markups && !syntax.markups.includes(markup)) continue;
    for (const unit of firstUnitsOf(syntax)) found.set(unit, [...(found.get(unit) ?? []), syntax]);
  }
  return found;
}

/**
 * Returns the characters that a syntax can begin with. Its pattern begins with a character, an escaped character or a
 * character class.
 */
export function firstUnitsOf({ pattern: { source } }: Syntax): readonly string[] {
  const [, units = '', unit = ''] = /^\^?(?:\[(\w+)\]|\\?(.))/.exec(source) ?? [];
  return units === '' ? [unit] : [...units];
}

function tagsAt(source: Source, at: number, dialects: readonly Dialect[]): readonly TemplateToken[] | undefined {
  for (const dialect of dialects) {
    const tokens = dialect.tokensAt(source, at);
    if (tokens && tokens.length > 0) return tokens;
  }
  return undefined;
}

function placeholderAt(source: Source, at: number, syntaxes: readonly Syntax[]): PlaceholderToken[] | undefined {
  const { body } = source;
  for (const syntax of syntaxes) {
    const end = syntax.endAt?.(source, at);
    if (syntax.endAt && end === undefined) continue;
    const match = end === undefined ? source.match(syntax.pattern, at) : null;
    const text = match?.[0] ?? (end === undefined ? undefined : body.slice(at, end));
    if (text === undefined) continue;
    const path = (match ? (match[1] ?? text) : text.replace(syntax.pattern, '$1')).trim();
    if (syntax.accepts && !syntax.accepts(path, body, at, text)) continue;
    return [{ kind: 'placeholder', span: { start: at, end: at + text.length }, text, path, syntax }];
  }
  return undefined;
}
