import type { Value } from '../container/value.js';
import { type ColumnName, nameOfColumn } from './column-name.js';

/** The texts under one name in the rows of a table; for nested values, under several keys. */
export interface Column {
  readonly keys: readonly string[];
  readonly name: ColumnName;
  /** A text for each row; undefined for a row without one. */
  readonly texts: readonly (string | undefined)[];
}

/** `data[].attributes.draft.text` has its text three keys deep. */
const DEEPEST = 3;
const MOST_COLUMNS = 80;

/** The text columns of rows. */
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

/** The value of a row under a column's keys. */
export function valueAt(row: Value, keys: readonly string[]): Value | undefined {
  let value: Value | undefined = row;
  for (const key of keys) value = value?.member(key);
  return value;
}

/** The existing texts of a column. */
export function writtenIn({ texts }: Column): string[] {
  return texts.filter((text) => text !== undefined);
}
