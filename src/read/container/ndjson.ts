import { shiftedBy } from '../../model/offset-map.js';
import { readJson } from './json.js';
import type { Tree } from './tree.js';
import { Broken, Records, step, type Value } from './value.js';

/** A line longer than this is no reply. */
const LONGEST_LINE = 2 * 1024 * 1024;

/** A file's text as one JSON value a line. */
export function openNdjson(text: string): Tree {
  const [first] = recordsOf(text);
  // What does not even begin as JSON is another kind of file.
  if (first instanceof Broken)
    return { format: 'ndjson', error: { offset: first.span.start, message: `not NDJSON: ${first.reason}` } };
  return { format: 'ndjson', roots: [new Records(text.length, () => recordsOf(text))] };
}

function* recordsOf(text: string): Generator<Value> {
  let index = 0;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(start, end);
    if (line.trim() !== '') {
      yield recordOf(line, start, step('', index));
      index += 1;
    }
    start = end + 1;
  }
}

function recordOf(line: string, start: number, pointer: string): Value {
  const broken = (offset: number, reason: string) => {
    const at = start + offset;
    return new Broken(pointer, { start: at, end: at }, reason);
  };
  if (line.length > LONGEST_LINE) return broken(0, 'the line is longer than 2 MiB');
  const { value, error } = readJson(line, shiftedBy(start), pointer);
  return value ?? broken(error.offset, error.message);
}
