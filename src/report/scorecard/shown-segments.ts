import { SEGMENTS } from '../../model/reply.js';
import type { Scorecard, SegmentRow } from './scorecard.js';

/** A segment as tables show it. */
export interface ShownSegment extends Pick<SegmentRow, 'segment' | 'replies' | 'clean'> {
  /** Null if all replies leave the segment out by convention, so that none has a score for it. */
  readonly score: number | null;
  /** True if findings about the library as a whole replace those of replies, so the score does not show them. */
  readonly isConvention: boolean;
}

/** Returns the segments with a score, and those that a library leaves out by convention, in the order of the arc. */
export function shownSegments({ segments, library }: Pick<Scorecard, 'segments' | 'library'>): readonly ShownSegment[] {
  return SEGMENTS.flatMap((segment): ShownSegment[] => {
    const row = segments.find((one) => one.segment === segment);
    const isConvention = library.some(({ convention }) => convention?.segment === segment);
    if (row) return [{ ...row, isConvention }];
    return isConvention ? [{ segment, score: null, replies: 0, clean: 0, isConvention }] : [];
  });
}

/** Formats the score of a segment. A star refers to the explanation of conventions. */
export function figureOf({ score, isConvention }: ShownSegment): string {
  return `${score ?? '–'}${isConvention ? '*' : ''}`;
}
