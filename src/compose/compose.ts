import type { LibraryProfile } from '../model/library.js';
import { compose as chained, type OffsetMap, shiftedBy } from '../model/offset-map.js';
import type { Condition, Rendering } from '../model/rendering.js';
import type { Placeholder, Reply } from '../model/reply.js';
import type { Span } from '../model/span.js';
import type { WrittenOut } from './include/index.js';
import { type Envelope, envelopeOf, infer, type Loose, type Seen, seenIn } from './infer/index.js';
import { localeOf, localeReason, localeUnder } from './locale.js';
import type { Markedup } from './markup/index.js';
import { readPlain } from './markup/plain.js';
import { placeholdersOf, valuesOf } from './placeholders.js';
import { type CutText, cut } from './render.js';
import { lex } from './template/lexer.js';
import { masked } from './template/mask.js';
import { textsOf } from './texts.js';
import { read } from './words.js';

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
  /** What the replies beside it do; undefined where nothing stands beside it. */
  readonly library?: LibraryProfile | undefined;
}

/** A reply whose texts are known, before its library tells what it is meant to be. */
export interface Draft {
  readonly reply: Reply;
  readonly renderings: readonly Loose[];
  readonly seen: Seen;
  readonly includedBy: string | undefined;
  /** What it shows of a whole message, for the profile of its library. */
  readonly envelope: () => Envelope;
  readonly composition: Omit<Composition, 'renderings'>;
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
  among: Among = {},
): Composition {
  return concluded(draftOf(own, readMarkup, assumedLocale, among), among.library);
}

/**
 * Reads a reply up to what only its library can tell: the costly part of `compose`.
 * @throws TooComplex from `readMarkup`
 */
export function draftOf(
  own: Reply,
  readMarkup: (body: string) => Markedup,
  assumedLocale: string,
  { written, includedBy }: Among = {},
): Draft {
  const reply = written?.reply ?? own;
  const { texts, all, placeholders, captured, problems } = textsOf(reply, readMarkup);
  const locale = localeOf(reply, texts[0]?.cutText);
  const renderings = texts.map(({ conditions, cutText, isPart }) => {
    const told = localeUnder(conditions, texts.length > 1 ? cutText : undefined) ?? locale ?? assumedLocale;
    return { ...loose(own, written ? inBody(cutText, written.toBody) : cutText, conditions, told), isPart };
  });
  const whole = renderings.filter(({ isPart }) => !isPart);
  const seen = seenIn(own, whole);
  return {
    reply: own,
    renderings,
    seen,
    includedBy,
    envelope: () => envelopeOf(own, whole, seen),
    composition: {
      problems: problems.map(({ span, message }) => ({ span: reply.map.spanOf(span), message })),
      placeholders: valuesOf(written ? placeholdersOf(own, lex(own.body, own), captured) : placeholders),
      all,
      reasons: [`locale ${renderings[0]?.locale ?? assumedLocale}: ${localeReason(reply, locale)}`],
    },
  };
}

/**
 * A draft with its form, intent and topics.
 * @param library what the replies beside it do; undefined where nothing stands beside it
 */
export function concluded(draft: Draft, library?: LibraryProfile): Composition {
  const whole = draft.renderings.filter(({ isPart }) => !isPart);
  const { taken, reasons } = infer({ ...draft, renderings: whole }, library);
  return {
    ...draft.composition,
    renderings: draft.renderings.map((rendering) => ({
      ...rendering,
      ...taken,
      // It owes nothing that a whole text does.
      ...(rendering.isPart && taken.form !== 'internal' && { form: 'fragment' }),
    })),
    reasons: [...reasons, ...draft.composition.reasons],
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

function loose(reply: Reply, cutText: CutText, conditions: readonly Condition[], locale: string): Loose {
  const { text, toBody, map, blocks, links } = cutText;
  const { words, sentences } = read(cutText, locale, reply.markup !== 'html');
  const placeholders = cutText.placeholders.map(({ placeholder }) => placeholder);
  return { reply, text, toBody, map, blocks, links, words, sentences, placeholders, conditions, isPart: false, locale };
}
