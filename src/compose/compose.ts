import { asksForLanguage, localeNamed, localeOfText } from '../language/locale.js';
import { compose as chained, type OffsetMap, shiftedBy } from '../model/offset-map.js';
import type { Condition, Rendering } from '../model/rendering.js';
import type { Placeholder, Reply } from '../model/reply.js';
import type { Span } from '../model/span.js';
import type { WrittenOut } from './include/index.js';
import { infer } from './infer/index.js';
import type { Markedup } from './markup/index.js';
import { readPlain } from './markup/plain.js';
import { type CutText, cut, type Dropped, read } from './render.js';
import { capturesIn, nameOf } from './template/captures.js';
import { choicesOf } from './template/choices.js';
import { conflictsIn } from './template/leftovers.js';
import { lex, type TemplateToken } from './template/lexer.js';
import { masked } from './template/mask.js';
import { placeholderFrom, roleOfPath } from './template/roles.js';
import { templateOf } from './template/tree.js';
import { spansIn, Window } from './template/window.js';

/** What a reply is once it is read as its customers read it. */
export interface Composition {
  readonly renderings: readonly Rendering[];
  /** Faults of the template, at the tag; spans are offsets in the file. */
  readonly problems: readonly { readonly span: Span; readonly message: string }[];
  readonly placeholders: readonly Placeholder[];
  /** False where the reply has more texts than are looked at. */
  readonly all: boolean;
  /** Why form, intent and language are what they are, in words. */
  readonly reasons: readonly string[];
}

/** What is known of a reply from the others of its run. */
export interface Among {
  /** The reply with what it includes written out; undefined where nothing is. */
  readonly written?: WrittenOut | undefined;
  /** Who includes it, in words; undefined where nobody does. */
  readonly includedBy?: string | undefined;
}

/**
 * Reads a reply as its customers can receive it. Placeholders and tags are masked at equal length before `readMarkup`
 * sees the body; each rendering is cut out afterwards.
 * @param assumedLocale the language where neither metadata nor the text tells
 * @throws TooComplex from `readMarkup`
 */
export function compose(
  own: Reply,
  readMarkup: (body: string) => Markedup,
  assumedLocale: string,
  { written, includedBy }: Among = {},
): Composition {
  const reply = written?.reply ?? own;
  const tokens = lex(reply.body, reply);
  const template = templateOf(tokens, reply.body.length);
  const captured = capturesIn(reply.body, tokens, template.captured);
  const markedup = readMarkup(masked(reply.body, tokens));
  const placeholders = placeholdersOf(reply, tokens, captured.far);
  const { choices, all } = choicesOf(template.conditionals);
  const hidden = sorted<Dropped>([...template.hidden, ...captured.hidden]);
  const window = new Window(markedup);
  const texts = choices.map(({ conditions, dropped, only }) => ({
    conditions: conditions.map((answered): Condition => {
      return { ...answered, role: roleOfPath(answered.subject.toLowerCase(), reply.placeholders) };
    }),
    isPart: only !== undefined,
    cutText: only
      ? cut(reply, window.on(only), {
          dropped: sorted<Dropped>([...spansIn(hidden, only, (span) => span), ...dropped]),
          placeholders: spansIn(placeholders, only, ({ span }) => span),
        })
      : cut(reply, markedup, { dropped: sorted<Dropped>([...hidden, ...dropped]), placeholders }),
  }));
  const locale = localeOf(reply, texts[0]?.cutText);
  const renderings = texts.map(({ conditions, cutText, isPart }) => ({
    isPart,
    ...loose(
      own,
      written ? inBody(cutText, written.toBody) : cutText,
      conditions,
      localeUnder(conditions, texts.length > 1 ? cutText : undefined) ?? locale ?? assumedLocale,
    ),
  }));
  const inferred = infer(
    own,
    renderings.filter(({ isPart }) => !isPart),
    includedBy,
  );
  const toFile = (span: Span) => reply.map.spanOf(span);
  return {
    renderings: renderings.map(({ isPart, ...rendering }) => ({
      ...rendering,
      ...inferred.taken,
      // It owes nothing that a whole text does.
      ...(isPart && inferred.taken.form !== 'internal' && { form: 'fragment' }),
    })),
    problems: [...template.problems, ...conflictsIn(reply.body)].map(({ span, message }) => ({
      span: toFile(span),
      message,
    })),
    placeholders: valuesOf(written ? placeholdersOf(own, lex(own.body, own), captured.far) : placeholders),
    all,
    reasons: [...inferred.reasons, `locale ${renderings[0]?.locale ?? assumedLocale}: ${localeReason(reply, locale)}`],
  };
}

/** The same text with its places in the reply's own body, in which what it includes is a placeholder. */
function inBody(cutText: CutText, toBody: OffsetMap): CutText {
  return {
    ...cutText,
    toBody: chained(cutText.toBody, toBody),
    placeholders: cutText.placeholders.map(({ placeholder, span }) => {
      return { placeholder: { ...placeholder, span: toBody.spanOf(placeholder.span) }, span };
    }),
  };
}

/**
 * A plain text as if it were all that a customer receives, in place of what they do.
 * @param rendering what it is taken for in all else: language, form, intent
 */
export function renderingOf(text: string, rendering: Rendering): Rendering {
  const reply: Reply = { ...rendering.reply, body: text, map: shiftedBy(0), start: 0, markup: 'text' };
  const tokens = lex(text, reply);
  const placeholders = placeholdersOf(reply, tokens, new Set());
  const cutText = cut(reply, readPlain(masked(text, tokens)), { dropped: [], placeholders });
  return { ...rendering, ...loose(reply, cutText, rendering.conditions, rendering.locale) };
}

function placeholdersOf(reply: Reply, tokens: readonly TemplateToken[], captured: ReadonlySet<string>): Placeholder[] {
  return tokens.flatMap((token): Placeholder[] => {
    if (token.kind === 'comment') return [];
    if (token.kind === 'placeholder') {
      const placeholder = placeholderFrom(token, reply);
      return [captured.has(nameOf(token.path)) ? { ...placeholder, role: 'include' } : placeholder];
    }
    if (token.does.is !== 'include') return [];
    return [
      { text: reply.body.slice(token.span.start, token.span.end), span: token.span, role: 'include', kind: 'machine' },
    ];
  });
}

/** By start, those that stand inside another left out. */
function sorted<T extends Span>(spans: readonly T[]): T[] {
  const kept: T[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last && span.end <= last.end) continue;
    kept.push(span);
  }
  return kept;
}

/** Without the tags that put in another text: these are shown in its place, but are no value. */
function valuesOf(placeholders: readonly Placeholder[]): Placeholder[] {
  return placeholders.filter(
    ({ text, role }) => role !== 'include' || !/^(?:\{%|\{\{~?>|<#|<@|#parse|\{include|@)/.test(text),
  );
}

type Loose = Omit<Rendering, 'form' | 'intent' | 'topics'>;

function loose(reply: Reply, cutText: CutText, conditions: readonly Condition[], locale: string): Loose {
  const { text, toBody, map, blocks, links } = cutText;
  const { words, sentences } = read(cutText, locale, reply.markup !== 'html');
  const placeholders = cutText.placeholders.map(({ placeholder }) => placeholder);
  return { reply, text, toBody, map, blocks, links, words, sentences, placeholders, conditions, locale };
}

function localeOf(reply: Reply, cutText: CutText | undefined): string | undefined {
  const declared = reply.declared.locale && (localeNamed(reply.declared.locale) ?? reply.declared.locale);
  return declared ?? (cutText && localeOfText(withoutPlaceholders(cutText)));
}

function withoutPlaceholders({ text, placeholders }: CutText): string {
  let left = '';
  let at = 0;
  for (const { span } of placeholders) {
    left += text.slice(at, span.start);
    at = span.end;
  }
  return left + text.slice(at);
}

function localeReason({ declared }: Reply, locale: string | undefined): string {
  if (declared.locale) return 'declared';
  return locale === undefined ? 'assumed, the text is too short to tell' : 'from its words';
}

/** The language of an arm that is chosen by the customer's language. */
function localeUnder(conditions: readonly Condition[], cutText: CutText | undefined): string | undefined {
  for (const { subject, values, holds } of conditions) {
    if (!asksForLanguage(subject)) continue;
    const named = holds && typeof values[0] === 'string' ? localeNamed(values[0]) : undefined;
    const found = named ?? (cutText && localeOfText(withoutPlaceholders(cutText)));
    if (found) return found;
  }
  return undefined;
}
