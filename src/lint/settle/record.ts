import { habitInWords } from '../../compose/index.js';
import { envelopesOf, FolderLibrary } from '../load/library.js';
import type { LoadedFile } from '../load/loaded-file.js';
import type { FileRecord, UncoveredReplies } from '../result/file-record.js';
import type { SettledFile } from './lint-file.js';

/** Returns the record of a file, or of those of its replies that have changed. */
export function recordOf(
  { file, content, replies, library }: Pick<LoadedFile, 'file' | 'content' | 'replies' | 'library'>,
  { result, applied, notes, library: data }: Pick<SettledFile, 'result' | 'applied' | 'notes' | 'library'>,
): FileRecord {
  const { adapter, leftAlone, problems } = content;
  const uncovered = new Map<string, UncoveredReplies>();
  for (const { reply } of replies) {
    const found = notes.uncovered.get(reply.id);
    if (found) uncovered.set(found.language, { ...found, count: (uncovered.get(found.language)?.count ?? 0) + 1 });
  }
  const profile = replies.length > 0 ? library.profile : undefined;
  const truncated = replies.filter(({ reply }) => notes.truncated.has(reply.id));
  return {
    result: adapter === undefined && leftAlone ? { ...result, skipped: leftAlone } : result,
    applied: [...applied].map(([{ id }, count]) => [id, count]),
    uncovered: [...uncovered.values()],
    replyIds: replies.map(({ reply }) => reply.id),
    replyCount: content.replies.length,
    notices: problems
      .filter(({ notice }) => notice)
      .map(({ span, message }) => ({ ...file.placeOf(span.start), message })),
    ...(library instanceof FolderLibrary && {
      folder: {
        envelopes: envelopesOf(replies),
        ...(library.around !== undefined && { around: library.around }),
      },
    }),
    ...(data && { library: data }),
    debugLines: [
      `${file.path}: ${adapter ?? `skipped: ${leftAlone?.reason ?? 'not read'}`}, replies: ${replies.length}`,
      ...(profile && profile.replies > 1 ? [`${file.path}: beside it, ${habitInWords(profile)}`] : []),
      ...truncated.map(({ reply }) => `${reply.id}: too many renderings; checked a selection that covers every branch`),
    ],
  };
}
