import type { Sentence } from '../../../model/rendering.js';
import type { DigestReading } from '../../library-steps.js';
import type { Reading, WordRange } from '../../reading.js';
import type { Part } from '../parts.js';
import type { WordSenses } from '../scope.js';
import type { Quantity } from '../topics.js';
import { type Dimension, type Direction, EVENTS, MATTERS, type Matter, PHRASED, PRICE_OF, SUBJECTS } from './list.js';
import { senseOf } from './words.js';

/** A matter that a text shows. */
export interface Known {
  readonly matter: Matter;
  /** The concepts that show it, and all concepts that do not tell one of its cases from another. */
  readonly shown: readonly string[];
  readonly concepts: readonly string[];
  /** True if the part of the sentence that contains the value shows it. */
  readonly isNear: boolean;
}

/** Where a value is: its part of the sentence, and all parts. */
interface Placed {
  readonly sentence: Sentence;
  readonly index: number;
  readonly quantity: Quantity;
  readonly own: Part;
  readonly parts: readonly Part[];
  readonly dimension: Dimension;
  readonly direction: Direction;
}

/** Finds the matters that the words around values show. */
export function knownFinder(reading: DigestReading, senses: WordSenses) {
  let titled: ReadonlySet<string> | undefined;
  return (placed: Placed): Known | undefined => {
    const { own, parts, dimension, direction } = placed;
    const { quantity } = placed;
    const within = conceptsIn({ from: own.from, to: quantity.from });
    for (const one of conceptsIn({ from: quantity.to, to: endOf(placed) })) within.add(one);
    // “2 points” and “18 or older” show what they are about themselves.
    if (dimension === 'count') for (const one of conceptsIn(quantity)) within.add(one);
    const known = knownBy(within, placed);
    if (known) return known;
    for (const part of parts) {
      if (part === own) continue;
      const isTrigger = reading.first('@fact-trigger', { from: part.from, to: part.from + 1 }) !== undefined;
      for (const one of conceptsIn(part)) if (!isTrigger || !EVENTS.has(one)) within.add(one);
    }
    const isPrice = dimension === 'money' && direction === 'plain';
    return (
      knownBy(within, placed, false) ??
      anchored(within, placed) ??
      (isPrice ? { matter: PRICE_OF, shown: [], concepts: PRICED, isNear: true } : undefined)
    );
  };

  /**
   * Returns the matter that the title or the sentence before names, if the sentence of the value says what the value is
   * for it: “It stays good for 24 months” in “Your gift voucher”. Undefined if several matters fit.
   */
  function anchored(within: ReadonlySet<string>, placed: Placed): Known | undefined {
    const { own } = placed;
    if (within.size === 0 || own.isConditional) return undefined;
    const around = contextOf(placed);
    const fits: Known[] = [];
    for (const { matter, said, unless, beside } of mattersFor(placed)) {
      const { anchor } = matter;
      if (!anchor || !around.has(anchor.noun) || !said.some((one) => within.has(one))) continue;
      if (unless.some((one) => within.has(one) || around.has(one)) || isNotBy(matter, own)) continue;
      const shown = [anchor.noun, ...said];
      fits.push({ matter, shown, concepts: [...shown, ...beside], isNear: true });
    }
    // “You get a quote, which stays valid for 30 days” is not about the voucher in the title.
    if (fits.some(({ matter }) => SUBJECTS.some((one) => within.has(one) && one !== matter.anchor?.noun))) return;
    const [first] = fits;
    return fits.every(({ matter }) => matter.name === first?.matter.name) ? first : undefined;
  }

  /** Returns the concepts of the title and, if a pronoun refers to it, of the sentence before. */
  function contextOf({ own, sentence, index }: Placed): ReadonlySet<string> {
    const { reply, sentences } = reading.rendering;
    titled ??= new Set(reply.title === undefined ? [] : conceptsOf(senses.readTitle(reply.title)));
    const before = sentences[index - 1];
    if (!before || before.block !== sentence.block || !reading.first('@fact-pronoun', own)) return titled;
    return new Set([...titled, ...conceptsIn(before)]);
  }

  /** Returns the end of the words that show a matter: “of delivery” in “7 days of delivery” only says when it begins. */
  function endOf({ own, quantity: { to } }: Placed): number {
    const event = reading.first('@fact-event', { from: to, to: Math.min(to + 2, own.to) });
    return event?.from ?? own.to;
  }

  function conceptsIn(within: WordRange): Set<string> {
    return conceptsOf(reading, within);
  }

  function knownBy(found: ReadonlySet<string>, placed: Placed, isNear = true): Known | undefined {
    if (found.size === 0) return undefined;
    for (const { matter, shownBy, unless, beside } of mattersFor(placed)) {
      if (matter.isNear && !isNear) continue;
      const shown = firstIn(found, shownBy);
      if (!shown || unless.some((one) => found.has(one)) || isNotBy(matter, placed.own)) continue;
      return { matter, shown, concepts: [...shown, ...beside], isNear };
    }
    return undefined;
  }

  /** Returns true if the text names those whose actions show another matter. */
  function isNotBy({ not }: Matter, own: Part): boolean {
    return not !== undefined && reading.first(not === 'ours' ? '@fact-team' : '@fact-theirs', own) !== undefined;
  }
}

function conceptsOf(reading: Reading, { from, to } = { from: 0, to: reading.rendering.words.length }): Set<string> {
  const found = new Set<string>();
  if (from >= to) return found;
  for (let at = from; at < to; at += 1) {
    const { concepts } = senseOf(reading, at);
    for (let nth = 0; nth < concepts.length; nth += 1) found.add(concepts[nth] as string);
  }
  const within = { from, to };
  for (const [concept, phrases] of PHRASES) if (reading.first(phrases, within)) found.add(concept);
  return found;
}

const PHRASES = Object.entries(PHRASED);

/** Returns the first list of which all concepts were found. It creates no functions, because nearly all lists fail. */
function firstIn(found: ReadonlySet<string>, lists: ParsedMatter['shownBy']): readonly string[] | undefined {
  for (let nth = 0; nth < lists.length; nth += 1) {
    const list = lists[nth] as readonly string[];
    let at = 0;
    while (at < list.length && found.has(list[at] as string)) at += 1;
    if (at === list.length) return list;
  }
  return undefined;
}

const PRICED = ['fee', 'charge'];

/** A matter with its lists of concepts taken apart. */
interface ParsedMatter {
  readonly matter: Matter;
  readonly shownBy: readonly (readonly string[])[];
  readonly said: readonly string[];
  readonly unless: readonly string[];
  readonly beside: readonly string[];
}

/** Created on first use, because most short runs read no amounts. */
let parsed: readonly ParsedMatter[] | undefined;
/** The matters for each dimension and direction. */
const FITTING = new Map<string, readonly ParsedMatter[]>();

/** Returns the matters that a value of this dimension and direction can belong to, in order. */
function mattersFor({ dimension, direction }: Placed): readonly ParsedMatter[] {
  const key = `${dimension} ${direction}`;
  let fitting = FITTING.get(key);
  if (!fitting) {
    fitting = fittingFor(dimension, direction);
    FITTING.set(key, fitting);
  }
  return fitting;
}

function fittingFor(dimension: Dimension, direction: Direction): readonly ParsedMatter[] {
  parsed ??= MATTERS.map((matter) => ({
    matter,
    shownBy: matter.shownBy.map(listed),
    said: listed(matter.anchor?.said),
    unless: listed(matter.unless),
    beside: listed(matter.beside),
  }));
  return parsed.filter(
    ({ matter: { dimensions, direction: needed = 'any' } }) =>
      dimensions.includes(dimension) && (needed === 'any' || needed === direction),
  );
}

function listed(concepts = ''): readonly string[] {
  return concepts === '' ? [] : concepts.split(' ');
}
