import { SEGMENTS } from '../../model/reply.js';
import type { Scorecard, SegmentRow } from './scorecard.js';

/** A segment as tables show it. */
export interface ShownSegment extends Pick<SegmentRow, 'segment' | 'replies' | 'clean'> {
  /** Null if all replies leave the segment out by convention, so that none has a score for it. */
  readonly score: number | null;
  /** True if the library leaves something out by convention, which the score does not show. */
  readonly isConvention: boolean;
}

/** Returns the segments that have a score or are left out by convention, in the order of the arc. */
export function shownSegments({ segments, library }: Pick<Scorecard, 'segments' | 'library'>): readonly ShownSegment[] {
  return SEGMENTS.flatMap((segment): ShownSegment[] => {
    const row = segments.find((one) => one.segment === segment);
    if (row) return [{ ...row, isConvention: row.conventions !== undefined }];
    const isLeftOut = library.some(({ convention }) => convention?.segment === segment);
    return isLeftOut ? [{ segment, score: null, replies: 0, clean: 0, isConvention: true }] : [];
  });
}

/** Formats the score of a segment. A star refers to the explanation of conventions. */
export function figureOf({ score, isConvention }: ShownSegment): string {
  return `${score ?? '–'}${isConvention ? '*' : ''}`;
}
