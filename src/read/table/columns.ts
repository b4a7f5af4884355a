import type { Value } from '../container/value.js';
import { type ColumnName, nameOfColumn } from './column-name.js';

/** The texts under one name in the rows of a table. A nested value is found under several keys. */
export interface Column {
  readonly keys: readonly string[];
  readonly name: ColumnName;
  /** The text for each row. Undefined for a row without a text. */
  readonly texts: readonly (string | undefined)[];
}

/** Maximum depth of nested values in a row. `data[].attributes.draft.text` has its text at this depth. */
const DEEPEST = 3;
const MOST_COLUMNS = 80;

/** Returns the columns of rows that contain texts. */
export function columnsOf(rows: readonly Value[]): Column[] {
  const columns = new Map<string, { keys: readonly string[]; texts: (string | undefined)[] }>();
  for (const [index, row] of rows.entries())
    for (const { keys, text } of textsIn(row, [])) {
      const name = JSON.stringify(keys);
      const column = columns.get(name) ?? { keys, texts: new Array<string | undefined>(rows.length).fill(undefined) };
      column.texts[index] = text;
      if (columns.size < MOST_COLUMNS) columns.set(name, column);
    }
  return [...columns.values()].map(({ keys, texts }) => ({ keys, name: nameOfColumn(keys), texts }));
}

function* textsIn(value: Value, above: readonly string[]): Generator<{ keys: readonly string[]; text: string }> {
  for (const [key, member] of value.members()) {
    const keys = [...above, key];
    if (member.kind === 'text') {
      const text = String(member.scalar);
      if (text.trim() !== '') yield { keys, text };
    } else if (member.kind === 'object' && keys.length < DEEPEST) yield* textsIn(member, keys);
  }
}

/** Returns the value of a row under the keys of a column. */
export function valueAt(row: Value, keys: readonly string[]): Value | undefined {
  let value: Value | undefined = row;
  for (const key of keys) value = value?.member(key);
  return value;
}

/** Returns the texts of a column that exist. */
export function writtenIn({ texts }: Column): string[] {
  return texts.filter((text) => text !== undefined);
}
