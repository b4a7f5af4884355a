import { partitionPoint } from './partition-point.js';
import type { Span } from './span.js';

/**
 * Maps offsets in a derived text back to offsets in the text it was derived from: from the value of a JSON string to
 * the file, from the words a customer reads to their HTML.
 */
export interface OffsetMap {
  /**
   * The source stretch of a stretch of the derived text. A unit written as an escape or entity is never split: the
   * whole escape belongs to it. An empty span gives an empty span, the place for an insertion.
   */
  spanOf(span: Span): Span;
  /** True if the stretch was derived from one contiguous stretch, so that it can be replaced as a whole. */
  isUnbroken(span: Span): boolean;
  /** The source that reads as `text`; undefined if that is uncertain. */
  written(text: string, span: Span): string | undefined;
}

/**
 * Writes a text in the syntax of a layer, with its escapes. Undefined if it cannot.
 * @param at the stretch of the lower text to replace
 */
export type Writer = (text: string, at: Span) => string | undefined;

const asIs: Writer = (text) => text;

/** A derived text that is an unchanged stretch of the lower text, starting at `offset`. */
export function shiftedBy(offset: number): OffsetMap {
  return {
    spanOf: ({ start, end }) => ({ start: start + offset, end: end + offset }),
    isUnbroken: () => true,
    written: asIs,
  };
}

/** Composes two maps: upper text → middle text → lower text. */
export function compose(upper: OffsetMap, lower: OffsetMap): OffsetMap {
  return {
    spanOf: (span) => lower.spanOf(upper.spanOf(span)),
    isUnbroken: (span) => upper.isUnbroken(span) && lower.isUnbroken(upper.spanOf(span)),
    written: (text, span) => {
      const between = upper.written(text, span);
      return between === undefined ? undefined : lower.written(between, upper.spanOf(span));
    },
  };
}

/**
 * Builds a derived text piece by piece, each with the stretch that it was derived from, and keeps the map. Pieces must
 * come in order; a piece as long as its stretch must consist of the same units, any other piece (an entity, an escape)
 * is kept whole.
 */
export class MappedText {
  #text = '';
  readonly #starts: number[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];

  /** The number of units added. */
  get length(): number {
    return this.#text.length;
  }

  /** The derived text so far. */
  get text(): string {
    return this.#text;
  }

  /** Adds `text`, derived from the stretch of the lower text from `from` to `to`. */
  add(text: string, from: number, to: number): void {
    if (text === '') return;
    const last = this.#starts.length - 1;
    const straight = text.length === to - from;
    if (last >= 0 && straight && this.#to[last] === from && this.#isStraight(last)) this.#to[last] = to;
    else {
      this.#starts.push(this.#text.length);
      this.#from.push(from);
      this.#to.push(to);
    }
    this.#text += text;
  }

  /**
   * The map of the whole text; call it after the last piece.
   * @param writer how the layer writes a text; unchanged by default
   */
  map(writer: Writer = asIs): OffsetMap {
    const starts = [...this.#starts, this.#text.length];
    return new SegmentMap({ starts, from: [...this.#from], to: [...this.#to] }, writer);
  }

  #isStraight(segment: number): boolean {
    const start = this.#starts[segment] ?? 0;
    return this.#text.length - start === (this.#to[segment] ?? 0) - (this.#from[segment] ?? 0);
  }
}

/** Sorted segments: `starts[i]` to `starts[i + 1]` of the derived text comes from `from[i]` to `to[i]`. */
class SegmentMap implements OffsetMap {
  readonly #starts: readonly number[];
  readonly #from: readonly number[];
  readonly #to: readonly number[];

  readonly #writer: Writer;

  constructor(
    segments: { readonly starts: readonly number[]; readonly from: readonly number[]; readonly to: readonly number[] },
    writer: Writer,
  ) {
    this.#starts = segments.starts;
    this.#from = segments.from;
    this.#to = segments.to;
    this.#writer = writer;
  }

  isUnbroken({ start, end }: Span): boolean {
    const last = this.#segmentAt(Math.max(start, end - 1));
    for (let segment = this.#segmentAt(start); segment < last; segment += 1)
      if (this.#to[segment] !== this.#from[segment + 1]) return false;
    return true;
  }

  written(text: string, span: Span): string | undefined {
    return this.#writer(text, this.spanOf(span));
  }

  spanOf({ start, end }: Span): Span {
    if (this.#from.length === 0) return { start: 0, end: 0 };
    if (end <= start) {
      const at = start >= this.#length() && start > 0 ? this.#endOf(start - 1) : this.#startOf(start);
      return { start: at, end: at };
    }
    return { start: this.#startOf(start), end: this.#endOf(end - 1) };
  }

  #length(): number {
    return this.#starts[this.#starts.length - 1] ?? 0;
  }

  #segmentAt(unit: number): number {
    return Math.max(0, partitionPoint(this.#from.length, (at) => (this.#starts[at] ?? 0) <= unit) - 1);
  }

  /** The offset of a unit within a segment that is a plain copy; undefined if the segment is kept whole. */
  #within(segment: number, unit: number): number | undefined {
    const start = this.#starts[segment] ?? 0;
    const length = (this.#starts[segment + 1] ?? 0) - start;
    const below = (this.#to[segment] ?? 0) - (this.#from[segment] ?? 0);
    return length === below ? unit - start : undefined;
  }

  #startOf(unit: number): number {
    const segment = this.#segmentAt(unit);
    return (this.#from[segment] ?? 0) + (this.#within(segment, unit) ?? 0);
  }

  #endOf(unit: number): number {
    const segment = this.#segmentAt(unit);
    const within = this.#within(segment, unit);
    return within === undefined ? (this.#to[segment] ?? 0) : (this.#from[segment] ?? 0) + within + 1;
  }
}
