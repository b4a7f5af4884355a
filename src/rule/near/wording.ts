import type { Digest } from '../library-steps.js';
import { nameInWords, replyInWords } from '../reply-in-words.js';
import type { Difference } from './differences.js';
import { changesBetween } from './duplicates.js';
import type { ComparableReply } from './kept.js';
import { shownWord } from './words.js';

/** Maximum number of differences, and of other replies, that a message names. */
const MOST_NAMED = 3;

type Reply = Digest<ComparableReply>;

/**
 * Describes what a reply has in common with the first reply that says the same, what differs, and which other replies
 * say it, too.
 * @param others further replies that say the same
 */
export function duplicateInWords(first: Reply, found: Reply, others: readonly Reply[], similarity: number): string {
  return `${pairInWords(first, found, similarity)}${othersInWords(found, others)}`;
}

function pairInWords(first: Reply, found: Reply, similarity: number): string {
  const isElsewhere = first.reply.title !== undefined && first.reply.file !== found.reply.file;
  const name = isElsewhere
    ? `${nameInWords(first.reply)} in ${first.reply.file}`
    : replyInWords(first.reply, found.reply);
  const differences = changesBetween(first, found, similarity);
  if (!differences) return `Says the same as ${name} in other words`;
  if (differences.length === 0) return `Repeats ${name} word for word${exceptFor(first.data, found.data)}`;
  const shown = differences.slice(0, MOST_NAMED).map(differenceInWords);
  return `Nearly repeats ${name}: ${shown.join(', ')}${moreThan(shown, differences)}`;
}

/** Names the parts that differ although all words between them are the same. */
function exceptFor(one: ComparableReply, other: ComparableReply): string {
  const parts = (['opening', 'closing'] as const).filter((part) => one[part] !== other[part]);
  return parts.length === 0 ? '' : `, except for the ${parts.join(' and the ')}`;
}

function othersInWords(found: Reply, others: readonly Reply[]): string {
  if (others.length === 0) return '';
  const names = others.slice(0, MOST_NAMED).map(({ reply }) => replyInWords(reply, found.reply));
  return `; so ${others.length === 1 ? 'does' : 'do'} ${names.join(', ')}${moreThan(names, others)}`;
}

function moreThan({ length: shown }: readonly string[], { length: all }: readonly unknown[]): string {
  return all > shown ? ` and ${all - shown} more` : '';
}

function differenceInWords({ before, after }: Difference): string {
  const [was, is] = [before, after].map((words) => words.map(shownWord).join(' '));
  if (is === '') return `without “${was}”`;
  return was === '' ? `with “${is}”` : `“${is}” instead of “${was}”`;
}
