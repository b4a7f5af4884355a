import type { LintMessage } from '../../model/finding.js';
import { addToList } from '../../model/lists-by-key.js';
import type { Reply } from '../../model/reply.js';
import type { ReplyRecord } from '../../model/reply-record.js';
import type { SourceFile } from '../../model/source-file.js';
import type { ReplyNotes, SeenReply } from '../judge/judge-file.js';
import type { LoadedFile } from '../load/loaded-file.js';
import { locationOf } from '../result/lint-result.js';
import { askedOf, scoresOf } from '../result/scores.js';
import { textHashOf } from '../result/text-hash.js';

/**
 * Returns the records of the replies of a file.
 * @param messages the messages that no directive disables, sorted by position
 */
export function replyRecords(
  { file, replies }: Pick<LoadedFile, 'file' | 'replies'>,
  { seen }: ReplyNotes,
  messages: readonly LintMessage[],
): ReplyRecord[] {
  const found = foundByReply(messages);
  return replies.map(({ reply }) => recordOf(file, reply, seen.get(reply.id), found.get(reply.id) ?? []));
}

/** A message of a rule. */
type Found = LintMessage & { readonly ruleId: string };

/** Returns the messages of rules about each reply in order, by reply id. */
export function foundByReply(messages: readonly LintMessage[]): ReadonlyMap<string, readonly Found[]> {
  const found = new Map<string, Found[]>();
  for (const message of messages) {
    const { ruleId, reply } = message;
    if (ruleId === null || !reply) continue;
    addToList(found, reply.id, { ...message, ruleId });
  }
  return found;
}

function recordOf(file: SourceFile, reply: Reply, seen: SeenReply | undefined, found: readonly Found[]): ReplyRecord {
  const { id, title, pointer, helpdesk, map, body, declared } = reply;
  const { channel, tags } = declared;
  const rules = seen?.rules ?? [];
  const reason = rules.length > 0 ? undefined : (seen?.reason ?? 'not for customers');
  return {
    id,
    ...(title !== undefined && { title }),
    pointer,
    ...locationOf(file, map.spanOf({ start: 0, end: body.length })),
    ...(helpdesk !== undefined && { helpdesk }),
    ...(channel !== undefined && { channel }),
    ...(tags !== undefined && { tags }),
    textHash: textHashOf(reply),
    ...seen?.takenFor,
    checked: reason === undefined,
    ...(reason !== undefined && { reason }),
    asked: rules.map(({ id }) => id),
    owed: rules.flatMap(({ kind, id }) => (kind === 'presence' ? [id] : [])),
    found: found.map(({ ruleId }) => ruleId),
    scores: scoresOf(askedOf(rules), found),
  };
}
