import { addToList } from '../../model/lists-by-key.js';
import { withCondition } from '../words.js';
import { NO_POINTS, type Points, plus, riseBy } from './gain.js';
import type { BeginRow, FindingRow, ReplyRow, Step } from './scorecard.js';

/** Maximum number of replies to suggest as starting points. */
const MOST = 10;

/**
 * Returns the replies whose scores would gain the most, best first. Of several replies with the same kinds of findings,
 * only the first is included and the others are referenced, so that ten rows show ten different changes.
 * @param resolved what would change without the findings of each reply
 * @param all the points of the library
 */
export function whereToBegin(
  replies: readonly ReplyRow[],
  resolved: readonly Points[],
  all: Points,
): readonly BeginRow[] {
  const gains = resolved.map((change) => riseBy(change, all));
  const groups = new Map<string, number[]>();
  const order = replies.map((_, index) => index).filter((index) => (replies[index]?.findings.length ?? 0) > 0);
  order.sort((a, b) => (gains[b] ?? 0) - (gains[a] ?? 0) || compare(replies[a] as ReplyRow, replies[b] as ReplyRow));
  for (const index of order) {
    addToList(groups, kindsOf(replies[index] as ReplyRow), index);
  }
  return [...groups.values()].slice(0, MOST).map(([reply = 0, ...alike]) => ({
    reply,
    gain: gains[reply] ?? 0,
    ...(alike.length > 0 && { together: together([reply, ...alike]) }),
    steps: stepsOf((replies[reply] as ReplyRow).findings),
    alike,
  }));

  function together(indexes: readonly number[]): number {
    return riseBy(
      indexes.reduce((sum, index) => plus(sum, resolved[index] ?? NO_POINTS), NO_POINTS),
      all,
    );
  }
}

/**
 * Returns a key for the kinds of findings of a reply: their rules and messages, without the words, numbers and places
 * that differ from reply to reply.
 */
function kindsOf({ findings }: ReplyRow): string {
  const kinds = findings.map(({ rule, message }) => `${rule} ${message.replace(OWN_WORDS, '…')}`);
  return [...new Set(kinds)].sort().join('\n');
}

/** Quoted words, paths and numbers, and lists of them. */
const OWN_WORDS = /(?:(?:“[^”]{0,500}”|[^\s“”]{1,300}\.\w[^\s“”,;]*|\d+)(?:, | and )?)+/g;

function compare(a: ReplyRow, b: ReplyRow): number {
  const errors = ({ findings }: ReplyRow) => findings.filter(({ severity }) => severity === 'error').length;
  return (
    errors(b) - errors(a) ||
    b.findings.length - a.findings.length ||
    (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line)
  );
}

/** Returns the steps that resolve the findings: one per rule, errors first. */
export function stepsOf(findings: readonly FindingRow[]): readonly Step[] {
  const steps = new Map<string, Step>();
  const sorted = [...findings].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
  for (const { rule, line, message, when, instead } of sorted) {
    const key = `${rule}\n${message}`;
    if (steps.has(key)) continue;
    const what = withCondition({ message, when });
    steps.set(key, { rule, line, what, ...(instead?.[0] !== undefined && { instead: instead[0] }) });
  }
  return [...steps.values()];
}
