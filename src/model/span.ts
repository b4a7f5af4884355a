/** A span of text: offsets in UTF-16 units, with `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text that replaces a span. */
export interface Replacement {
  readonly span: Span;
  readonly text: string;
}

/** Returns true if two spans share at least one UTF-16 unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
