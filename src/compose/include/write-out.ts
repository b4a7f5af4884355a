import { asksForLanguage, localeNamed, localeOfText } from '../../language/locale.js';
import { withoutTags } from '../../model/html-text.js';
import { compose as chained, type OffsetMap } from '../../model/offset-map.js';
import type { Reply } from '../../model/reply.js';
import type { Span } from '../../model/span.js';
import { lex, type TemplateToken } from '../template/lexer.js';
import { type Conditional, templateOf } from '../template/tree.js';
import { spansIn } from '../template/window.js';
import { IncludeMap, type Stretch } from './map.js';
import { inMarkup } from './markup.js';

/** A text that other replies include, and its language, if known. */
export interface Snippet {
  readonly reply: Reply;
  readonly locale: string | undefined;
}

/** Looks up included texts by name. */
export interface Snippets {
  /**
   * @param locale the language of the including text; undefined if unknown
   * @param exactly true to reject a text that is not known to be in that language
   */
  find(name: string, locale: string | undefined, exactly: boolean): Snippet | undefined;
}

/** A reply whose known includes have been expanded. */
export interface WrittenOut {
  /** The reply with the expanded body, and a map from that body to the file. */
  readonly reply: Reply;
  /** Maps the expanded body to the reply's own body. */
  readonly toBody: OffsetMap;
  /** The expanded includes, each with the position of its placeholder in the reply's own body. */
  readonly included: readonly Included[];
}

export interface Included {
  readonly snippet: Snippet;
  readonly span: Span;
}

/** Maximum depth of nested includes. */
const DEEPEST = 10;
/** Maximum total length of expanded text. Even a few texts that include each other twice would grow exponentially. */
const MOST_UNITS = 100_000;

/**
 * Expands the includes in a reply's body. An include stays a placeholder if it is unknown, is circular or has a faulty
 * template.
 */
export function writtenOut(reply: Reply, snippets: Snippets): WrittenOut | undefined {
  if (!mayInclude(reply)) return undefined;
  const writer = new Writer(snippets);
  const { body, included } = writer.body(reply, { locale: ownLocale(reply), within: [] });
  if (included.length === 0) return undefined;
  const toBody = new IncludeMap(included.map(({ out, below }) => ({ out, below })));
  return {
    reply: { ...reply, body, map: chained(toBody, reply.map) },
    toBody,
    included: included.map(({ snippet, below }) => ({ snippet, span: below })),
  };
}

/**
 * Returns the names of the texts that a reply includes, and the name of the text that makes up the entire reply, if
 * any.
 */
export function snippetNamesIn(reply: Reply): {
  readonly names: ReadonlySet<string>;
  readonly sole: string | undefined;
} {
  const tokens = mayInclude(reply) ? lex(reply.body, reply) : [];
  const names = new Set(tokens.flatMap((token) => nameIn(token) ?? []));
  const [only] = names;
  const isSole = names.size === 1 && !/[\p{L}\p{N}]/u.test(withoutTokens(reply.body, tokens, (t) => !!nameIn(t)));
  return { names, sole: isSole ? only : undefined };
}

interface Way {
  readonly locale: string | undefined;
  /** The names of the texts that contain the current one. */
  readonly within: readonly string[];
}

class Writer {
  readonly #snippets: Snippets;
  #left = MOST_UNITS;

  constructor(snippets: Snippets) {
    this.#snippets = snippets;
  }

  body(reply: Reply, way: Way): { body: string; included: (Stretch & { readonly snippet: Snippet })[] } {
    const included: (Stretch & { snippet: Snippet })[] = [];
    if (!mayInclude(reply)) return { body: reply.body, included };
    const tokens = lex(reply.body, reply);
    const { conditionals } = templateOf(tokens, reply.body.length);
    const chooses = conditionals.some(choosesLanguage);
    let body = '';
    let at = 0;
    for (const token of tokens) {
      const name = nameIn(token);
      if (name === undefined || standsInTag(reply, token.span.start)) continue;
      const found = this.#snippet(name, chooses ? localeAt(token.span, conditionals) : 'any', way);
      if (!found) continue;
      body += reply.body.slice(at, token.span.start);
      at = token.span.end;
      const text = inMarkup(found.text, found.snippet.reply.markup, reply.markup);
      const out = { start: body.length, end: body.length + text.length };
      body += text;
      included.push({ out, below: token.span, snippet: found.snippet });
    }
    return { body: body + reply.body.slice(at), included };
  }

  #snippet(
    name: string,
    arm: string | 'any' | 'unknown',
    { locale, within }: Way,
  ): { snippet: Snippet; text: string } | undefined {
    if (arm === 'unknown' || within.includes(name) || within.length >= DEEPEST) return undefined;
    const wanted = arm === 'any' ? locale : arm;
    const snippet = this.#snippets.find(name, wanted, arm !== 'any');
    if (!snippet) return undefined;
    const { body } = snippet.reply;
    // Every attempt counts, even if it fails, so that the total time is limited.
    this.#left -= body.length;
    if (this.#left < 0 || templateOf(lex(body, snippet.reply), body.length).problems.length > 0) return undefined;
    const { body: text } = this.body(snippet.reply, { locale: snippet.locale ?? wanted, within: [...within, name] });
    this.#left -= text.length;
    return this.#left < 0 ? undefined : { snippet, text };
  }
}

/** The prefix `dc.` stands for dynamic content in Zendesk and has no meaning in other help desks. */
function mayInclude({ body, helpdesk }: Reply): boolean {
  return (helpdesk === undefined || helpdesk === 'zendesk') && body.includes('dc.');
}

function nameIn(token: TemplateToken): string | undefined {
  if (token.kind !== 'placeholder' || token.syntax.name !== 'double-braces') return undefined;
  return /^dc\.[\w-]+$/.test(token.path) ? token.path : undefined;
}

/** Returns true for a placeholder in an attribute or in the address of a link, where included text is not visible. */
function standsInTag({ body, markup }: Reply, at: number): boolean {
  if (body.slice(Math.max(0, at - 2), at) === '](') return true;
  return (
    markup !== 'text' &&
    body.lastIndexOf('<', at) > body.lastIndexOf('>', at) &&
    /<\/?[a-z][^<>]*$/i.test(body.slice(Math.max(0, at - 1000), at))
  );
}

/**
 * Returns the language at a position of a reply that depends on the customer's language; `unknown` if the conditions do
 * not say which language the branch is for.
 */
function localeAt(place: Span, conditionals: readonly Conditional[]): string | 'unknown' {
  let found: string | undefined;
  let inside = conditionals;
  for (;;) {
    const [conditional] = spansIn(inside, place, ({ span }) => span);
    const [arm] = conditional ? spansIn(conditional.arms, place, ({ span }) => span) : [];
    if (!arm) return found ?? 'unknown';
    const { test } = arm;
    if (test && asksForLanguage(test.subject)) {
      const value = test.negated || test.values.length > 1 ? undefined : test.values[0];
      found = typeof value === 'string' ? localeNamed(value) : undefined;
    }
    inside = arm.children;
  }
}

function choosesLanguage(conditional: Conditional): boolean {
  const queue = [conditional];
  for (let at = 0; at < queue.length; at += 1)
    for (const { test, children } of queue[at]?.arms ?? []) {
      if (test && asksForLanguage(test.subject)) return true;
      for (const child of children) queue.push(child);
    }
  return false;
}

/** Returns the language of a reply according to its metadata and its own words. */
function ownLocale(reply: Reply): string | undefined {
  const { body, declared } = reply;
  if (declared.locale) return localeNamed(declared.locale) ?? declared.locale;
  return localeOfText(withoutTokens(body, lex(body, reply)));
}

/** Returns the words of a body without its markup. */
function withoutTokens(
  body: string,
  tokens: readonly TemplateToken[],
  isOut: (token: TemplateToken) => boolean = () => true,
): string {
  let text = '';
  let at = 0;
  for (const token of tokens.filter(isOut)) {
    text += `${body.slice(at, token.span.start)} `;
    at = token.span.end;
  }
  return withoutTags(text + body.slice(at));
}
