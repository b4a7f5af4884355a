import { textOf, type Value } from '../container/value.js';
import type { Content } from '../content.js';
import { type Around, areMessageKeys, type Form, isTranslation, pass, type Verdict } from '../gate/gate.js';
import { firstOf, type Group } from '../groups.js';
import type { Reached, Route } from '../json-path.js';
import { type Choice, choiceOf, type Variant } from './choice.js';
import { nameOfColumn } from './column-name.js';
import { columnsOf, valueAt } from './columns.js';
import { isOfKinds, type RowKinds, rowKindsIn } from './row-kinds.js';
import { areOfManual, areRoles, otherTrade } from './trade.js';

/** Adjacent texts that have the same form. */
export interface Table {
  readonly form: Form;
  /** For entries, the members that contain the replies and their titles. */
  readonly choice?: Choice;
  /** Says which entries are messages, if only some of them are. */
  readonly kinds?: RowKinds;
}

/** A table that could contain replies, with its place and the decision whether it does. */
export interface Candidate {
  readonly route: Route<Table>;
  readonly verdict: Verdict;
}

/** Minimum share of entries in a table that have a text. */
const MOST = 0.8;
/** The same share for rows of a spreadsheet, in which people leave cells empty. */
const MOST_OF_ROWS = 0.5;

/**
 * Returns the kind of table that a group of values forms: entries, a map from titles to texts, or a list of texts.
 * Undefined if it forms none.
 */
export function candidateIn(group: Group, content: Content): Candidate | undefined {
  const values = group.values.map(({ value }) => value);
  if (isMost(values, ({ kind }) => kind === 'object'))
    return entriesIn(group, content) ?? mapIn(values, content.file.path);
  return isMost(values, ({ kind }) => kind === 'array') ? listIn(group.values, content.file.path) : undefined;
}

/** Returns the text of a row in one of its variants. The first column that has a text is used. */
export function textIn(row: Value, { columns }: Variant): Value | undefined {
  for (const { keys } of columns) {
    const value = valueAt(row, keys);
    if (value?.kind === 'text' && String(value.scalar).trim() !== '') return value;
  }
  return undefined;
}

function entriesIn(group: Group, content: Content): Candidate | undefined {
  const rows = group.values.map(({ value }) => value).filter(({ kind }) => kind === 'object');
  const whole = entriesAmong(rows, group, content);
  if (whole?.verdict.passes) return whole;
  const kinds = rowKindsIn(rows);
  const messages = kinds && rows.filter((row) => isOfKinds(row, kinds));
  const some = messages && entriesAmong(messages, group, content, true);
  if (!kinds || !some?.verdict.passes) return whole;
  return { ...some, route: { ...some.route, to: { ...some.route.to, kinds } } };
}

/** @param known true if the rows are known to be messages */
function entriesAmong(rows: readonly Value[], group: Group, content: Content, known = false): Candidate | undefined {
  const choice = choiceOf(columnsOf(rows), known);
  if (!choice) return undefined;
  const texts = rows.map((row) => choice.variants.flatMap((variant) => textIn(row, variant) ?? []));
  const most = content.tree?.format === 'csv' ? MOST_OF_ROWS : MOST;
  if (texts.filter((found) => found.length > 0).length < rows.length * most) return undefined;
  const why = otherTrade(rows, choice.kind);
  const route: Route<Table> = { path: [], to: { form: 'entries', choice } };
  if (why !== undefined) return { route, verdict: { passes: false, why } };
  return {
    route,
    verdict: pass(
      texts.flat().map(({ scalar }) => String(scalar)),
      {
        path: content.file.path,
        form: 'entries',
        isTitled: choice.titles.length > 0 || isNamed(group.values),
        isNamed: known || choice.kind === 'ours',
        isAsked: choice.isAsked,
      },
    ),
  };
}

/** Returns true if values have names, as in a map, or numbers, as sent messages do. */
function isNamed(values: readonly Reached[]): boolean {
  return values.some(({ value, keys }) => keys[0] !== undefined || value.member('id') !== undefined);
}

function mapIn(values: readonly Value[], path: string): Candidate | undefined {
  const members = firstOf(flat(values, (value) => value.members()));
  if (!isMost(members, ([, { kind }]) => kind === 'text') || members.length < 2) return undefined;
  const keys = members.map(([key]) => key);
  const isOfProgram = isTranslation(path) || areMessageKeys(keys) || areRoles(keys);
  const why = isOfProgram
    ? 'looks like user interface translations'
    : areOfManual(keys)
      ? 'looks like a page from a manual'
      : undefined;
  return {
    route: { path: ['all'], to: { form: 'map' } },
    verdict:
      why !== undefined
        ? { passes: false, why }
        : verdictOn(
            members.map(([, value]) => value),
            { path, form: 'map', isTitled: true },
          ),
  };
}

function listIn(lists: readonly Reached[], path: string): Candidate | undefined {
  const items = firstOf(flat(lists, ({ value }) => value.items()));
  if (!isMost(items, ({ kind }) => kind === 'text')) return undefined;
  const isTitled = lists.some((reached) => titleAbove(reached) !== undefined);
  return {
    route: { path: ['all'], to: { form: 'list' } },
    verdict: verdictOn(items, { path, form: 'list', isTitled }),
  };
}

function verdictOn(values: readonly Value[], around: Pick<Around, 'path' | 'form' | 'isTitled'>): Verdict {
  const texts = values.flatMap(({ kind, scalar }) => (kind === 'text' && scalar !== '' ? [String(scalar)] : []));
  return pass(texts, { ...around, isNamed: false, isAsked: false });
}

/** Returns the title of a list, or of the value that contains it. */
export function titleAbove({ above }: Reached): string | undefined {
  const titles = above.flatMap((value) => textOf(value, 'title', 'name', 'Name', 'label') ?? []);
  return titles.find((title) => nameOfColumn([title]).kind !== 'text');
}

function isMost<T>(list: readonly T[], test: (one: T) => boolean): boolean {
  return list.length > 0 && list.filter(test).length >= list.length * MOST;
}

function* flat<T, U>(items: readonly T[], inside: (item: T) => Iterable<U>): Generator<U> {
  for (const item of items) yield* inside(item);
}
