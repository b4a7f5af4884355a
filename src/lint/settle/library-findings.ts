import type { KeptLine, LintMessage, LintResult, SuppressedMessage } from '../../model/finding.js';
import { addToList } from '../../model/lists-by-key.js';
import type { ReplyRecord } from '../../model/reply-record.js';
import { comparePlaces } from '../../model/source-file.js';
import type { Rule } from '../../rule/rule.js';
import type { LibraryMessage } from '../digests/run-digests.js';
import type { Directive, LaterDirectives } from '../result/directive.js';
import { resultOf } from '../result/lint-result.js';
import { LongResult } from '../result/long-result.js';
import { Results } from '../result/results.js';
import { askedOf, scoresOf } from '../result/scores.js';
import { Disabled } from './disabled.js';
import { inOrder } from './in-order.js';
import { foundByReply } from './reply-records.js';

/** A message to add to a result. */
export interface AddedMessage {
  readonly message: LintMessage;
  /** The directive that disables the message. */
  readonly disabledBy?: Directive | undefined;
}

/** What a run knows about a file whose replies were digested. */
export interface KnownFile {
  readonly directives?: LaterDirectives | undefined;
  readonly rules: readonly Rule[];
  /** Returns the text of the file as it was linted. Undefined if it is too long to keep or no longer exists. */
  readonly text: () => string | undefined;
  /** Returns the lines of some messages. Present only for a file that is too long to keep. */
  readonly lines?: ((messages: readonly LintMessage[]) => readonly KeptLine[]) | undefined;
}

/**
 * Groups the messages of library rules by file, and by whether a directive disables them.
 * @param saysUnused true to report unused directives, which is possible only if the run covers all replies
 */
export function settleMessages(
  found: readonly LibraryMessage[],
  files: ReadonlyMap<string, KnownFile>,
  { today, saysUnused }: { readonly today: string; readonly saysUnused: boolean },
): ReadonlyMap<string, readonly AddedMessage[]> {
  const added = new Map<string, AddedMessage[]>();
  const byFile = new Map<string, LibraryMessage[]>();
  for (const one of found) addToList(byFile, one.filePath, one);
  for (const [filePath, { directives }] of files) {
    const used = new Set<Directive>();
    const disabled = directives && new Disabled(directives.directives, today);
    for (const { message, offset } of byFile.get(filePath) ?? []) {
      const disabledBy = disabled?.at(message.ruleId ?? '', offset, message.line);
      if (disabledBy) used.add(disabledBy);
      addToList(added, filePath, { message, disabledBy });
    }
    for (const [index, message] of saysUnused ? (directives?.unused ?? []) : [])
      if (!used.has(directives?.directives[index] as Directive)) addToList(added, filePath, { message });
  }
  return added;
}

/** Returns the results with the messages of library rules added. Files without a result get one. */
export function withLibraryFindings(
  results: Results,
  added: ReadonlyMap<string, readonly AddedMessage[]>,
  files: ReadonlyMap<string, KnownFile>,
): Results {
  if (added.size === 0) return results;
  const left = new Map(added);
  const merged = results.all.map((result) => {
    const { filePath } = result instanceof LongResult ? result.sum : result;
    const own = left.get(filePath);
    const file = files.get(filePath);
    if (!own || !file) return result;
    left.delete(filePath);
    if (!(result instanceof LongResult)) return merge(result, own, file);
    const sorted = [...own].sort((a, b) => comparePlaces(a.message, b.message));
    return result.merge(sorted, (passage, some) => merge(passage, some, { ...file, text: () => undefined }));
  });
  const others = [...left].flatMap(([filePath, own]) => {
    const file = files.get(filePath);
    return file ? [merge(resultOf(filePath, []), own, file)] : [];
  });
  return new Results([...merged, ...others]);
}

function merge(result: LintResult, added: readonly AddedMessage[], { rules, text }: KnownFile): LintResult {
  const { filePath, replies } = result;
  const messages = inOrder([...result.messages, ...added.flatMap((one) => (one.disabledBy ? [] : [one.message]))]);
  const suppressed = added.flatMap(({ message, disabledBy }): SuppressedMessage[] =>
    disabledBy ? [{ ...message, suppressions: [{ kind: 'directive', justification: disabledBy.reason }] }] : [],
  );
  return {
    ...result,
    ...resultOf(filePath, messages, result.source ?? result.output ?? text()),
    suppressedMessages: inOrder([...result.suppressedMessages, ...suppressed]),
    ...(replies && { replies: rescored(replies, messages, rules) }),
  };
}

/** Returns the records of replies with the scores updated for additional findings. */
function rescored(
  replies: readonly ReplyRecord[],
  messages: readonly LintMessage[],
  rules: readonly Rule[],
): readonly ReplyRecord[] {
  const found = foundByReply(messages);
  return replies.map((record) => {
    const own = found.get(record.id) ?? [];
    if (own.length === record.found.length) return record;
    const asked = record.asked.flatMap((id) => rules.find((rule) => rule.id === id) ?? []);
    return { ...record, found: own.map(({ ruleId }) => ruleId), scores: scoresOf(askedOf(asked), own) };
  });
}
