import { bandOf } from '../figures.js';
import type { Scorecard, SegmentRow } from '../scorecard.js';
import { figureOf, type ShownSegment } from '../shown-segments.js';

/** The segments of the service arc, in the order in which a reply goes through them. */
export const ARC = ['greeting', 'determining', 'responding', 'concluding', 'future'];

/** Dimensions of the picture, in units of its view box. */
const CENTER = { x: 260, y: 196 };
const RADIUS = 122;
const LABELS = 156;
/** Gap between two segments, in degrees. */
const GAP = 3;
const STEP = 180 / ARC.length;

/** Draws the service arc. Each segment is filled up to its score, with a line at its previous score. */
export function arcPicture({ summary, compared }: Scorecard, segments: readonly ShownSegment[]): string {
  const parts = ARC.map((segment, index) => {
    const row = segments.find((one) => one.segment === segment);
    const before = compared?.segments.find((one) => one.segment === segment);
    return segmentPicture(segment, index, { row, before });
  });
  const said = ARC.map((segment) => {
    const row = segments.find((one) => one.segment === segment);
    if (!row) return `${segment} not scored`;
    return `${segment} ${row.score ?? 'not scored'}${row.isConvention ? ' (see The library as a whole)' : ''}`;
  });
  const score = summary.score ?? '–';
  return `<svg class="arc" viewBox="0 0 520 212" role="img" aria-label="The score by segment of the service arc: ${said.join(', ')}">
${parts.join('\n')}
<text class="total ${bandOf(summary.score)}" x="${CENTER.x}" y="${CENTER.y - 22}">${score}</text>
<text class="of" x="${CENTER.x}" y="${CENTER.y}">${summary.score === null ? 'no score' : 'of 100'}</text>
</svg>`;
}

interface Scores {
  readonly row: ShownSegment | undefined;
  readonly before: SegmentRow | undefined;
}

function segmentPicture(segment: string, index: number, { row, before }: Scores): string {
  const from = 180 - index * STEP - GAP / 2;
  const length = STEP - GAP;
  const label = pointAt(from - length / 2, LABELS);
  const anchor = index < 2 ? 'end' : index === 2 ? 'middle' : 'start';
  const score = row?.score ?? 0;
  const name = row?.isConvention ? 'partial' : bandOf(score);
  const filled = score > 0 ? band(from, (length * score) / 100, `fill ${name}`) : '';
  const mark = before ? tick(from - (length * before.score) / 100) : '';
  return `${band(from, length, 'track')}${filled}${mark}<text class="label" text-anchor="${anchor}" x="${label.x}" y="${label.y}">${segment} <tspan class="figure">${row ? figureOf(row) : '–'}</tspan></text>`;
}

function band(from: number, length: number, name: string): string {
  const [start, end] = [pointAt(from, RADIUS), pointAt(from - length, RADIUS)];
  return `<path class="${name}" d="M${start.x} ${start.y}A${RADIUS} ${RADIUS} 0 0 1 ${end.x} ${end.y}"/>`;
}

function tick(angle: number): string {
  const [inner, outer] = [pointAt(angle, RADIUS - 18), pointAt(angle, RADIUS + 18)];
  return `<path class="before" d="M${inner.x} ${inner.y}L${outer.x} ${outer.y}"/>`;
}

function pointAt(angle: number, radius: number): { readonly x: string; readonly y: string } {
  const turned = (angle * Math.PI) / 180;
  return {
    x: (CENTER.x + radius * Math.cos(turned)).toFixed(1),
    y: (CENTER.y - radius * Math.sin(turned)).toFixed(1),
  };
}
