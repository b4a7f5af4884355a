/** A stretch of a text: offsets in UTF-16 units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Other words in the place of a stretch. */
export interface Replacement {
  readonly span: Span;
  readonly text: string;
}

/** True where the two stretches share at least one unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
