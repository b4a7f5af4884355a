import { textOf, type Value } from '../container/value.js';
import type { ColumnKind } from './column-name.js';

/** A kind of data other than replies, recognized by the columns next to its texts. */
interface Trade {
  /** The reason to report to the user. */
  readonly why: string;
  /** Lists of column names, in lowercase and without separators. One name of each list must be present. */
  readonly names: readonly ReadonlySet<string>[];
  /** True if this also applies to texts whose column name says that the company writes them. */
  readonly evenOurs: boolean;
}

const TRADES: readonly Trade[] = [
  trade(
    'looks like a conversation',
    true,
    'role speaker sender sendertype authortype direction isagent fromcustomer isbot',
  ),
  trade('looks like a conversation', true, 'from to', 'timestamp time sentat ts createdat date messageid'),
  trade(
    'looks like training data for a model',
    true,
    'instruction instructions prompt completion chosen rejected systemprompt',
  ),
  trade('looks like training data for a model', true, 'input', 'output'),
  trade(
    'looks like messages from customers',
    false,
    'requester requesterid requesteremail reporter reporteremail customeremail customerid customername useremail rating stars sentiment nps',
  ),
  trade(
    'looks like a list of commits or issues',
    false,
    'sha committer pullrequest authoremail htmlurl commithash stargazers',
  ),
  trade('looks like a list of commits or issues', false, 'number', 'user state labels assignee milestone'),
  trade('looks like a list of commits or issues', false, 'message', 'author'),
  trade('looks like a list of articles', false, 'published publishedat publishdate pubdate permalink byline excerpt'),
  trade('looks like a list of articles', false, 'author', 'date'),
  trade('looks like a list of products', false, 'price sku vendor barcode inventory variantprice currency'),
];

const DECIDING = 50;

/** Says why rows are not replies, no matter what their texts read like. Undefined if no column indicates that. */
export function otherTrade(rows: readonly Value[], kind: ColumnKind): string | undefined {
  const names = new Set(
    rows
      .slice(0, DECIDING)
      .flatMap((row) => [...row.members()].map(([key]) => key.toLowerCase().replace(/[^\p{L}]/gu, ''))),
  );
  if (rows.some(isSpoken)) return 'looks like a conversation';
  return TRADES.find(
    ({ names: lists, evenOurs }) =>
      (evenOurs || kind !== 'ours') && lists.every((list) => [...list].some((name) => names.has(name))),
  )?.why;
}

/** Returns true for a row that names its speaker, such as `"from": "customer"`. */
function isSpoken(row: Value): boolean {
  return ROLE.test(textOf(row, 'from', 'by', 'author', 'who', 'user', 'type') ?? '');
}

const ROLE = /^(?:customer|client|visitor|agent|operator|support|user|bot|assistant|human|ai|system)$/i;

const MANUAL = /^(?:NAME|SYNOPSIS|DESCRIPTION|OPTIONS|EXAMPLES?|SEE ALSO)$/;

/** Returns true for the headings of a manual page, in which a program addresses its user. */
export function areOfManual(keys: readonly string[]): boolean {
  return keys.some((key) => MANUAL.test(key));
}

/** Returns true for keys that name the speaker in a prompt. */
export function areRoles(keys: readonly string[]): boolean {
  return keys.length > 0 && keys.every((key) => ROLE.test(key));
}

function trade(why: string, evenOurs: boolean, ...lists: readonly string[]): Trade {
  return { why, names: lists.map((list) => new Set(list.split(' '))), evenOurs };
}
