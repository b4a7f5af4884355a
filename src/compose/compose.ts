import type { LibraryProfile } from '../model/library.js';
import { compose as chained, type OffsetMap, shiftedBy } from '../model/offset-map.js';
import type { Condition, Rendering } from '../model/rendering.js';
import type { Placeholder, Reply } from '../model/reply.js';
import type { Span } from '../model/span.js';
import type { WrittenOut } from './include/index.js';
import {
  type Envelope,
  envelopeOf,
  hasFormByLibrary,
  infer,
  type Loose,
  type Seen,
  seenIn,
  slotTextsIn,
  withSlots,
} from './infer/index.js';
import { localeOf, localeReason, localeUnder } from './locale.js';
import type { Markedup } from './markup/index.js';
import { readPlain } from './markup/plain.js';
import { placeholdersOf, valuesOf } from './placeholders.js';
import { type CutText, cut } from './render.js';
import { lex } from './template/lexer.js';
import { masked } from './template/mask.js';
import { textsOf } from './texts.js';
import { read } from './words.js';

/** A reply as its customers read it. */
export interface Composition {
  readonly renderings: readonly Rendering[];
  /** Faults in the template, at the tag; spans are offsets in the file. */
  readonly problems: readonly { readonly span: Span; readonly message: string }[];
  readonly placeholders: readonly Placeholder[];
  /** False if the reply has more texts than are checked. */
  readonly all: boolean;
  /** The reasons for form, intent and language, in words. */
  readonly reasons: readonly string[];
}

/** What is known about a reply from the other replies of its run. */
export interface Among {
  /** The reply with its includes expanded; undefined if there are none. */
  readonly written?: WrittenOut | undefined;
  /** Which replies include it, in words; undefined if none does. */
  readonly includedBy?: string | undefined;
  /** The language of all texts with its locale id. Undefined if it has none, or if they do not show it. */
  readonly localeOfId?: string | undefined;
  /** What the neighboring replies do; undefined if there are none. */
  readonly library?: LibraryProfile | undefined;
}

/** A reply with its texts, before its library decides its form. */
export interface Draft {
  readonly reply: Reply;
  readonly renderings: readonly Loose[];
  readonly seen: Seen;
  readonly includedBy: string | undefined;
  /** The parts of a whole message that it has, for the profile of its library. */
  readonly envelope: () => Envelope;
  /** True if the profile of its library can change its form or its placeholders. */
  readonly dependsOnLibrary: () => boolean;
  readonly composition: Omit<Composition, 'renderings'>;
}

/**
 * Reads a reply as its customers can receive it. Placeholders and tags are masked at equal length before `readMarkup`
 * sees the body; each rendering is cut out afterwards.
 * @param assumedLocale the language if neither metadata nor the text shows it
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
 * Reads a reply as far as possible without its library: the costly part of `compose`.
 * @throws TooComplex from `readMarkup`
 */
export function draftOf(
  own: Reply,
  readMarkup: (body: string) => Markedup,
  assumedLocale: string,
  { written, includedBy, localeOfId }: Among = {},
): Draft {
  const reply = written?.reply ?? own;
  const { texts, all, placeholders, captured, problems } = textsOf(reply, readMarkup);
  const locale = localeOf(reply, texts[0]?.cutText, localeOfId);
  const renderings = texts.map(({ conditions, cutText, isPart }) => {
    const told = localeUnder(conditions, texts.length > 1 ? cutText : undefined) ?? locale ?? assumedLocale;
    return { ...loose(own, written ? inBody(cutText, written.toBody) : cutText, conditions, told), isPart };
  });
  const whole = renderings.filter(({ isPart }) => !isPart);
  const seen = seenIn(own, whole);
  let known: Envelope | undefined;
  const envelope = () => {
    known ??= envelopeOf(own, whole, seen);
    return known;
  };
  const hasSlots = () =>
    renderings.length === 1 && whole.length === 1
      ? envelope().slots !== undefined
      : renderings.some((one) => slotTextsIn(one).length > 0);
  return {
    reply: own,
    renderings,
    seen,
    includedBy,
    envelope,
    dependsOnLibrary: () => hasFormByLibrary({ reply: own, renderings: whole, seen, includedBy }) || hasSlots(),
    composition: {
      problems: problems.map(({ span, message }) => ({ span: reply.map.spanOf(span), message })),
      placeholders: valuesOf(written ? placeholdersOf(own, lex(own.body, own), captured) : placeholders),
      all,
      reasons: [`locale ${renderings[0]?.locale ?? assumedLocale}: ${localeReason(reply, locale, localeOfId)}`],
    },
  };
}

/**
 * A draft with its form, intent and topics.
 * @param library what the neighboring replies do; undefined if there are none
 */
export function concluded(draft: Draft, library?: LibraryProfile): Composition {
  const whole = draft.renderings.filter(({ isPart }) => !isPart);
  const { taken, reasons } = infer({ ...draft, renderings: whole }, library);
  const renderings = draft.renderings.map((rendering) => ({
    ...withSlots(rendering, library),
    ...taken,
    // Nothing that is required of a whole text is required of it.
    ...(rendering.isPart && taken.form !== 'internal' && { form: 'fragment' as const }),
  }));
  const recurring = renderings[0]?.placeholders.filter(({ recurs }) => recurs) ?? [];
  const known = draft.composition.placeholders;
  return {
    ...draft.composition,
    ...(recurring.length > 0 && { placeholders: [...known.filter((one) => !isAmong(one, recurring)), ...recurring] }),
    renderings,
    reasons: [...reasons, ...draft.composition.reasons],
  };
}

function isAmong({ span }: Placeholder, others: readonly Placeholder[]): boolean {
  return others.some((one) => one.span.start === span.start);
}

/** The same text with its places in the reply's own body, where its includes are placeholders. */
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
 * A plain text, as if it were all that a customer receives.
 * @param rendering supplies everything else: language, form, intent
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
