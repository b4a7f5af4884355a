import { type Asked, askedOf, scoresOf } from '../../lint/index.js';
import type { LintMessage, LintResult } from '../../model/finding.js';
import type { Segment } from '../../model/reply.js';
import type { ReplyRecord, Scores } from '../../model/reply-record.js';
import { shownPath } from '../safe.js';
import { insteadOf, levelOf, ruleIdOf } from '../words.js';
import type { FindingRow, LibraryRow, ReplyRow } from './scorecard.js';

/** The rows for the replies of one result, and for its findings that are not about a single reply. */
export interface ResultRows {
  readonly replies: readonly ReplyRow[];
  readonly library: readonly LibraryRow[];
  /**
   * For each rule, the points that all replies would gain without its findings, weighted by the basis of each reply.
   */
  readonly gains: ReadonlyMap<string, number>;
}

const NO_SCORES: Scores = { total: null, basis: 0, segments: {} };

/**
 * Creates the rows of a result.
 * @param segmentOf returns the segment of a rule
 * @param cwd the folder that paths are shown relative to
 */
export function rowsOf(
  { filePath, messages, replies = [] }: LintResult,
  segmentOf: (rule: string) => Segment | undefined,
  cwd: string,
): ResultRows {
  const file = shownPath(filePath, cwd);
  const known = new Set(replies.map(({ id }) => id));
  const ofReplies = new Map<string, LintMessage[]>();
  const library: LibraryRow[] = [];
  const gains = new Map<string, number>();
  for (const message of messages) {
    const id = message.reply?.id;
    if (id !== undefined && known.has(id)) {
      const own = ofReplies.get(id);
      if (own) own.push(message);
      else ofReplies.set(id, [message]);
    } else
      library.push({
        rule: ruleIdOf(message),
        severity: levelOf(message),
        file,
        line: message.line,
        message: message.message,
      });
  }
  const rows = replies
    .filter(({ form, checked, reason }) => form !== 'internal' && (checked || reason !== 'not for customers'))
    .map((record) => rowOf(record, ofReplies.get(record.id) ?? [], { file, segmentOf, cwd, gains }));
  return { replies: rows, library, gains };
}

interface RowContext {
  /** The path as shown to the user. */
  readonly file: string;
  readonly segmentOf: (rule: string) => Segment | undefined;
  readonly cwd: string;
  /** The gains by rule, which each reply adds to. */
  readonly gains: Map<string, number>;
}

function rowOf(
  record: ReplyRecord,
  messages: readonly LintMessage[],
  { file, segmentOf, cwd, gains }: RowContext,
): ReplyRow {
  const { id, title, line, column, form, intent, state, locale, channel, tags, checked, reason } = record;
  const asked = askedBut(record, messages, segmentOf);
  const { total, basis, segments } = checked ? scoresOf(asked, messages) : NO_SCORES;
  for (const rule of checked ? new Set(messages.map(({ ruleId }) => ruleId)) : []) {
    const rest = scoresOf(
      asked,
      messages.filter(({ ruleId }) => ruleId !== rule),
    );
    const gained = ((rest.total ?? 100) - (total ?? 100)) * basis;
    if (rule !== null) gains.set(rule, (gains.get(rule) ?? 0) + gained);
  }
  return {
    id,
    ...(title !== undefined && { title }),
    file,
    line,
    column,
    ...(form && { form }),
    ...(intent && { intent }),
    ...(state && { state }),
    ...(locale !== undefined && { locale }),
    ...(channel !== undefined && { channel }),
    ...(tags && tags.length > 0 && { tags }),
    score: total,
    ...(reason !== undefined && { reason }),
    basis,
    segments,
    findings: messages.map((message) => findingOf(message, cwd)),
  };
}

/**
 * Returns the requirements that count toward the score. A rule with one finding for the whole library is excluded: the
 * library leaves the element out by convention, so it is unclear whether this reply needs it.
 */
function askedBut(
  { asked, owed, found }: ReplyRecord,
  messages: readonly LintMessage[],
  segmentOf: (rule: string) => Segment | undefined,
): Asked {
  const reported = new Set(messages.map(({ ruleId }) => ruleId));
  const required = new Set(owed);
  const left = asked.filter((rule) => reported.has(rule) || !found.includes(rule));
  return askedOf(
    left.flatMap((rule) => {
      const segment = segmentOf(rule);
      return segment ? [{ segment, kind: required.has(rule) ? 'presence' : 'check' }] : [];
    }),
  );
}

function findingOf(message: LintMessage, cwd: string): FindingRow {
  const { line, column, endLine, endColumn, segment, when, words, fingerprint, about = [] } = message;
  const instead = insteadOf(message);
  return {
    rule: ruleIdOf(message),
    severity: levelOf(message),
    line,
    column,
    endLine,
    endColumn,
    message: message.message,
    ...(segment && { segment }),
    ...(when !== undefined && { when }),
    ...(words !== undefined && { words }),
    ...(instead.length > 0 && { instead }),
    ...(about.length > 0 && {
      about: about.map(({ title, id, filePath, line }) => ({
        title: title ?? id,
        file: shownPath(filePath, cwd),
        line,
      })),
    }),
    ...(fingerprint !== undefined && { fingerprint }),
  };
}
