import { partitionPoint } from './partition-point.js';
import type { Span } from './span.js';

/**
 * Maps offsets in a derived text back to its source. For example, it maps the value of a JSON string to the file, or
 * the words that a customer reads to their HTML.
 */
export interface OffsetMap {
  /**
   * Returns the span of the source that a span of the derived text comes from. An escape or entity is never split: a
   * unit written as one maps to all of it. An empty span maps to an empty span, which is a place to insert text.
   */
  spanOf(span: Span): Span;
  /** Returns true if the span was derived from one contiguous span of the source, which can be replaced as a whole. */
  isUnbroken(span: Span): boolean;
  /** Returns the source that reads as `text`. Undefined if the result would be uncertain. */
  written(text: string, span: Span): string | undefined;
}

/**
 * Writes a text in the syntax of a layer, including its escapes. Returns undefined if the syntax cannot express the
 * text.
 * @param at the span of the lower text that will be replaced
 */
export type Writer = (text: string, at: Span) => string | undefined;

const asIs: Writer = (text) => text;

/** Returns the map of a derived text that is an unchanged copy of the lower text, starting at `offset`. */
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
 * Builds a derived text in pieces, and records which span of the lower text each piece was derived from. Pieces must be
 * added in order. A piece with the same length as its span must be an exact copy; any other piece, such as an entity or
 * an escape, is never split.
 */
export class MappedText {
  #text = '';
  readonly #starts: number[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];

  /** The number of UTF-16 units added so far. */
  get length(): number {
    return this.#text.length;
  }

  /** The derived text so far. */
  get text(): string {
    return this.#text;
  }

  /** Adds `text`, which was derived from the offsets `from` to `to` of the lower text. */
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
   * Returns the map of the whole text. Call it after adding the last piece.
   * @param writer writes a text in the syntax of this layer; by default, the text is not changed
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

/**
 * A map of sorted segments: the derived text from `starts[i]` to `starts[i + 1]` comes from the source between
 * `from[i]` and `to[i]`.
 */
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

  /**
   * Returns the offset of a unit within a segment that is an exact copy. Undefined if the segment must not be split.
   */
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
