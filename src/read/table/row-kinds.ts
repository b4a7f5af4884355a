import { bitsOf, foldTelltale, nameTelltales } from '../../language/telltale/index.js';
import type { Value } from '../container/value.js';
import { columnsOf, valueAt, writtenIn } from './columns.js';

/** Identifies the rows of a table that are messages, using a column with the kind of each row. */
export interface RowKinds {
  readonly keys: readonly string[];
  readonly values: ReadonlySet<string>;
}

const MOST_KINDS = 20;
const FEWEST_ROWS = 3;
const LONGEST = 40;
/** The telltale of kinds that are messages, such as `EMAIL_TEMPLATE` or `canned reply`. */
const MESSAGE = bitsOf('message-kind');
/** The telltale of kinds that are only parts of messages, such as `LETTER_FRAGMENT`. */
const PART = bitsOf('part-kind');

/**
 * Finds the column that distinguishes messages from other rows. Undefined if there is none, or if all rows are
 * messages.
 */
export function rowKindsIn(rows: readonly Value[]): RowKinds | undefined {
  for (const column of columnsOf(rows)) {
    const written = writtenIn(column);
    const kinds = new Set(written);
    if (written.length < rows.length || kinds.size < 2 || kinds.size > MOST_KINDS) continue;
    if ([...kinds].some((kind) => kind.length > LONGEST)) continue;
    const values = new Set([...kinds].filter(isOfMessage));
    const count = written.filter((kind) => values.has(kind)).length;
    if (count >= FEWEST_ROWS && count < rows.length) return { keys: column.keys, values };
  }
  return undefined;
}

/** Returns true if a row is of one of the kinds. */
export function isOfKinds(row: Value, { keys, values }: RowKinds): boolean {
  return values.has(String(valueAt(row, keys)?.scalar));
}

function isOfMessage(kind: string): boolean {
  const folded = foldTelltale(kind);
  return nameTelltales().isIn(folded, MESSAGE) && !nameTelltales().isIn(folded, PART);
}
