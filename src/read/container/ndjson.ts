import { shiftedBy } from '../../model/offset-map.js';
import type { SourceFile } from '../../model/source-file.js';
import { readJson } from './json.js';
import type { Tree } from './tree.js';
import { Broken, LONGEST_LINE, Records, step, type Value } from './value.js';

/** A text that consists of whole lines of a file. */
interface Lines {
  readonly text: string;
  /** The number of UTF-16 units before the text in the file. */
  readonly offset: number;
  /** The passage that positions refer to. Undefined if they refer to the file as a whole. */
  readonly passage: SourceFile | undefined;
}

/** Parses the text of a file as one JSON value per line. */
export function openNdjson(text: string): Tree {
  return treeOf(() => [{ text, offset: 0, passage: undefined }], text.length);
}

/** Does the same for a text in passages, which are read again whenever they are needed. */
export function openPassages(passages: () => Iterable<SourceFile>): Tree {
  const lines = function* () {
    for (const passage of passages()) yield { text: passage.text, offset: passage.from.offset, passage };
  };
  return treeOf(lines, Number.POSITIVE_INFINITY);
}

function treeOf(lines: () => Iterable<Lines>, length: number): Tree {
  const [first] = recordsOf(lines());
  // If the first line is not JSON, the file has another format.
  if (first instanceof Broken) {
    const { span, reason, passage } = first;
    return { format: 'ndjson', error: { offset: span.start, message: `not NDJSON: ${reason}`, passage } };
  }
  return { format: 'ndjson', roots: [new Records(length, () => recordsOf(lines()))] };
}

function* recordsOf(lines: Iterable<Lines>): Generator<Value> {
  let index = 0;
  for (const { text, offset, passage } of lines)
    for (let start = 0; start < text.length; ) {
      const feed = text.indexOf('\n', start);
      const end = feed < 0 ? text.length : feed;
      const line = text.slice(start, end);
      if (line.length > LONGEST_LINE || line.trim() !== '') {
        yield recordOf(line, offset + start, step('', index), passage);
        index += 1;
      }
      start = end + 1;
    }
}

function recordOf(line: string, start: number, pointer: string, passage: SourceFile | undefined): Value {
  const broken = (offset: number, reason: string) => {
    const at = start + offset;
    return new Broken(pointer, { start: at, end: at }, reason, passage);
  };
  if (line.length > LONGEST_LINE) return broken(0, 'the line is longer than 2 MiB');
  const { value, error } = readJson(line, shiftedBy(start), pointer, passage);
  return value ?? broken(error.offset, error.message);
}
