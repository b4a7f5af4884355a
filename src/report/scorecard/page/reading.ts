import { inWords } from '../../../compose/index.js';
import type { LoadedFile } from '../../../lint/index.js';
import { partitionPoint } from '../../../model/partition-point.js';
import type { Rendering } from '../../../model/rendering.js';
import type { Place, SourceFile } from '../../../model/source-file.js';
import type { Span } from '../../../model/span.js';
import { safe } from '../../safe.js';
import type { FindingRow } from '../scorecard.js';

/**
 * A piece of a text: its characters, followed by the indexes of the findings that mark them. All of it is safe to show.
 */
export type Piece = string | readonly [text: string, ...findings: number[]];

/** One text that a customer can receive, with its findings marked. */
export interface ReadText {
  /** The conditions under which a customer receives this text, in words. Absent if the reply has only one text. */
  readonly when?: string;
  readonly pieces: readonly Piece[];
  /** Indexes of the findings that report something missing from this text, so no words are marked. */
  readonly unmarked: readonly number[];
}

/** The texts of a reply, or the reason why it has none. */
export interface ReadReply {
  readonly id: string;
  readonly texts: readonly ReadText[];
  readonly notChecked?: string;
}

/** Reads the texts of all replies in a file and marks the findings from a report in them. */
export function* readFile(
  { file, replies }: Pick<LoadedFile, 'file' | 'replies'>,
  findingsOf: (id: string) => readonly FindingRow[],
): Generator<ReadReply> {
  for (const { reply, compose } of replies) {
    const { composition, notChecked } = compose();
    const findings = findingsOf(reply.id);
    yield {
      id: reply.id,
      texts: (composition?.renderings ?? []).map((rendering) => readText(rendering, findings, file)),
      ...(notChecked !== undefined && { notChecked: safe(notChecked) }),
    };
  }
}

interface Mark extends Span {
  readonly finding: number;
}

function readText(rendering: Rendering, findings: readonly FindingRow[], file: SourceFile): ReadText {
  const { conditions, isPart } = rendering;
  const head = [...(isPart ? ['part of the reply'] : []), ...(conditions.length > 0 ? [inWords(conditions)] : [])].join(
    ', ',
  );
  const marks = findings.flatMap((finding, index): Mark[] => {
    const span = spanOf(finding, rendering, file);
    return span ? [{ ...span, finding: index }] : [];
  });
  const marked = new Set(marks.map(({ finding }) => finding));
  // A finding about something missing applies to every text unless its condition says otherwise. Findings about several
  // replies are excluded.
  const unmarked = findings.flatMap(({ words, when, segment }, index) =>
    marked.has(index) || words !== '' || segment === 'library' || (when !== undefined && when !== inWords(conditions))
      ? []
      : [index],
  );
  return { ...(head !== '' && { when: safe(head) }), pieces: piecesOf(rendering.text, marks), unmarked };
}

/** Finds the position of a finding in a text. Undefined if the text does not contain its words. */
function spanOf({ words, ...place }: FindingRow, { text, map }: Rendering, file: SourceFile): Span | undefined {
  if (!words) return undefined;
  const placeOf = (unit: number, edge: 'start' | 'end') =>
    file.placeOf(map.spanOf({ start: unit, end: unit + 1 })[edge]);
  const until = { line: place.endLine, column: place.endColumn };
  const start = partitionPoint(text.length, (unit) => compare(placeOf(unit, 'end'), place) <= 0);
  const end = partitionPoint(text.length, (unit) => compare(placeOf(unit, 'start'), until) < 0);
  const flat = (one: string) => one.replace(/\s+/g, ' ').trim();
  return start < end && flat(text.slice(start, end)) === flat(words) ? { start, end } : undefined;
}

function compare(a: Place, b: Place): number {
  return a.line - b.line || a.column - b.column;
}

/** Splits a text wherever a mark begins or ends. */
function piecesOf(text: string, marks: readonly Mark[]): readonly Piece[] {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, at): Piece => {
    const start = cuts[at] ?? 0;
    const shown = text.slice(start, end).split('\n').map(safe).join('\n');
    const inside = marks.filter((mark) => mark.start <= start && end <= mark.end).map(({ finding }) => finding);
    return inside.length === 0 ? shown : [shown, ...inside];
  });
}
