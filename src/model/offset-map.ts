import { partitionPoint } from './partition-point.js';
import type { Span } from './span.js';

/**
 * Leads from offsets in a derived text back to offsets in the text below it: from a JSON string's value to the file,
 * from the words a customer reads to the HTML they stand in.
 */
export interface OffsetMap {
  /**
   * The stretch of the lower text that the given stretch of the derived text was made from. A unit that was written
   * as an escape or entity is never split: the whole escape belongs to it. An empty span gives an empty span, the
   * place where an insertion would go.
   */
  spanOf(span: Span): Span;
  /**
   * True where the stretch was made from one stretch of the lower text with nothing left out in between, so that it can
   * be replaced as a whole.
   */
  isUnbroken(span: Span): boolean;
  /**
   * What must stand in the lower text for `text` to be read here; undefined where that cannot be said for certain.
   */
  written(text: string, span: Span): string | undefined;
}

/**
 * Writes a text the way that a layer holds it: with its escapes. Undefined where it cannot.
 * @param at the stretch of the lower text that it comes to stand in place of
 */
export type Writer = (text: string, at: Span) => string | undefined;

const asIs: Writer = (text) => text;

/** A derived text that is a stretch of the lower text, unchanged, and begins at `offset` in it. */
export function shiftedBy(offset: number): OffsetMap {
  return {
    spanOf: ({ start, end }) => ({ start: start + offset, end: end + offset }),
    isUnbroken: () => true,
    written: asIs,
  };
}

/** Upper text → middle text → lower text, as one map. */
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
 * Collects a derived text piece by piece, each with the stretch that it was made from, and keeps the map.
 * Pieces must come in order; a piece as long as its stretch is taken to be the same units one by one, any other piece
 * (an entity, an escape) is kept whole.
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

  /** Adds `text`, made from the lower text's stretch from `from` to `to`. */
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
   * The map of the whole text; call it when all pieces are in.
   * @param writer how the layer writes a text; as it is, if not given
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

/** Sorted segments: `starts[i]` to `starts[i + 1]` of the derived text was made from `from[i]` to `to[i]`. */
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

  /** How far into its segment a unit stands where the segment is a plain copy; undefined where it is kept whole. */
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
