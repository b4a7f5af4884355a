import type { LibraryProfile } from '../model/library.js';
import { compose as chained, type OffsetMap, shiftedBy } from '../model/offset-map.js';
import type { Rendering } from '../model/rendering.js';
import type { Placeholder, Reply } from '../model/reply.js';
import type { Span } from '../model/span.js';
import type { WrittenOut } from './include/index.js';
import {
  type Envelope,
  envelopeOf,
  type FormBecause,
  formWithoutLibrary,
  type Inferred,
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

/** A reply in the form in which its customers read it. */
export interface Composition {
  readonly renderings: readonly Rendering[];
  /** Faults in the template at the tag concerned, with their spans in the file. */
  readonly problems: readonly { readonly span: Span; readonly message: string }[];
  readonly placeholders: readonly Placeholder[];
  /** False if the reply has more texts than are checked. */
  readonly all: boolean;
  /** Returns the reasons for form, intent and language, in words. */
  readonly reasons: () => readonly string[];
}

/** What the other replies of a run tell about a reply. */
export interface Among {
  /** The reply with its includes expanded. Undefined if it has no includes. */
  readonly written?: WrittenOut | undefined;
  /** Says in words which replies include this one. Undefined if none does. */
  readonly includedBy?: string | undefined;
  /**
   * The language of all texts that share the reply's locale id. Undefined if the reply has no locale id, or if these
   * texts do not show their language.
   */
  readonly localeOfId?: string | undefined;
  /** The profile of the library that the reply belongs to. Undefined if the reply has no neighbors. */
  readonly library?: LibraryProfile | undefined;
}

/** A reply with its texts, whose form is not yet decided because that depends on its library. */
export interface Draft {
  readonly reply: Reply;
  readonly renderings: readonly Loose[];
  readonly seen: Seen;
  /** Says which parts of a whole message the reply has. Used for the profile of its library. */
  readonly envelope: () => Envelope;
  /** Returns true if the profile of the reply’s library can change its form, placeholders or audience. */
  readonly dependsOnLibrary: () => boolean;
  /** The form that the reply shows by itself. Undefined if it also depends on the library. */
  readonly form: () => FormBecause | undefined;
  readonly composition: Omit<Composition, 'renderings'>;
}

/**
 * Composes the texts in which customers can receive a reply. Placeholders and tags are replaced by masks of the same
 * length before `readMarkup` sees the body, and each rendering is cut out afterwards.
 * @param assumedLocale the language to assume if neither the metadata nor the text shows it
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
 * Does everything in `compose` that does not depend on the library, which is the slow part.
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
    const shown = written ? inBody(cutText, written.toBody) : cutText;
    return loose(own, shown, { conditions, isPart, locale: told });
  });
  const whole = renderings.filter(({ isPart }) => !isPart);
  const seen = seenIn(own, whole);
  const envelope = once(() => envelopeOf(own, whole, seen));
  const form = once(() => formWithoutLibrary(own, whole, seen, includedBy));
  const hasSlots = () =>
    renderings.length === 1 && whole.length === 1
      ? envelope().slots !== undefined
      : renderings.some((one) => slotTextsIn(one).length > 0);
  return {
    reply: own,
    renderings,
    seen,
    envelope,
    form,
    dependsOnLibrary: () => form() === undefined || hasSlots() || envelope().inPublic === true,
    composition: {
      problems: problems.map(({ span, message }) => ({ span: reply.map.spanOf(span), message })),
      placeholders: valuesOf(written ? placeholdersOf(own, lex(own.body, own), captured) : placeholders),
      all,
      reasons: () => [`locale ${renderings[0]?.locale ?? assumedLocale}: ${localeReason(reply, locale, localeOfId)}`],
    },
  };
}

/**
 * Decides the form, intent and topics of a draft.
 * @param library the profile of its library; undefined if the reply has no neighbors
 */
export function concluded(draft: Draft, library?: LibraryProfile): Composition {
  const whole = draft.renderings.filter(({ isPart }) => !isPart);
  const { taken, reasons } = infer(
    { reply: draft.reply, renderings: whole, seen: draft.seen, form: draft.form() },
    library,
  );
  // A partial text is a fragment, so that rules for whole messages do not apply to it.
  const ofPart: Taken = taken.form === 'internal' ? taken : { ...taken, form: 'fragment' };
  const renderings = draft.renderings.map((rendering) =>
    renderingFrom(withSlots(rendering, library), rendering.isPart ? ofPart : taken),
  );
  const recurring = renderings[0]?.placeholders.filter(({ recurs }) => recurs) ?? [];
  const known = draft.composition.placeholders;
  return {
    ...draft.composition,
    ...(recurring.length > 0 && { placeholders: [...known.filter((one) => !isAmong(one, recurring)), ...recurring] }),
    renderings,
    reasons: () => [...reasons(), ...draft.composition.reasons()],
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function isAmong({ span }: Placeholder, others: readonly Placeholder[]): boolean {
  return others.some((one) => one.span.start === span.start);
}

/** Returns the same text with positions in the reply's own body, in which includes are placeholders. */
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
 * Returns a rendering of a plain text, as if a customer received nothing else.
 * @param rendering provides the other properties, such as language, form and intent
 */
export function renderingOf(text: string, rendering: Rendering): Rendering {
  const reply: Reply = { ...rendering.reply, body: text, map: shiftedBy(0), start: 0, markup: 'text' };
  const tokens = lex(text, reply);
  const placeholders = placeholdersOf(reply, tokens, new Set());
  const cutText = cut(reply, readPlain(masked(text, tokens)), { dropped: [], placeholders });
  const { conditions, locale } = rendering;
  return renderingFrom(loose(reply, cutText, { conditions, isPart: false, locale }), rendering);
}

/** Returns a rendering with inferred properties. Its properties are listed so that all renderings have the same shape. */
function renderingFrom(loose: Loose, { form, isBare, isPublic, intent, state, topics }: Taken): Rendering {
  const { reply, text, toBody, map, blocks, links, words, sentences, placeholders, conditions, isPart, locale } = loose;
  return {
    reply,
    text,
    toBody,
    map,
    blocks,
    links,
    words,
    sentences,
    placeholders,
    conditions,
    isPart,
    locale,
    form,
    isBare,
    isPublic,
    intent,
    state,
    topics,
  };
}

type Taken = Inferred['taken'];

function loose(
  reply: Reply,
  cutText: CutText,
  { conditions, isPart, locale }: Pick<Loose, 'conditions' | 'isPart' | 'locale'>,
): Loose {
  const { text, toBody, map, blocks, links } = cutText;
  const { words, sentences } = read(cutText, locale, reply.markup !== 'html');
  const placeholders = cutText.placeholders.map(({ placeholder }) => placeholder);
  return { reply, text, toBody, map, blocks, links, words, sentences, placeholders, conditions, isPart, locale };
}
