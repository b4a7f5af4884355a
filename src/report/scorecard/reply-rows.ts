import { type Asked, askedOf, scoresOf } from '../../lint/index.js';
import type { LintMessage, LintResult } from '../../model/finding.js';
import { addToList } from '../../model/lists-by-key.js';
import type { Segment } from '../../model/reply.js';
import type { ReplyRecord, Scores } from '../../model/reply-record.js';
import { insteadOf, levelOf, ruleIdOf, wordsOf } from '../words.js';
import { type Counted, changeOf, NO_POINTS, type Points, plus } from './gain.js';
import type { FindingRow, LibraryRow, ReplyRow } from './scorecard.js';
import { shownIn } from './shown-in.js';

/** The rows for the replies of one result, and for its findings that are not about a single reply. */
export interface ResultRows {
  readonly replies: readonly ReplyRow[];
  readonly library: readonly LibraryRow[];
  /** What would change without any findings of each reply, by its index in `replies`. */
  readonly resolved: readonly Points[];
  /** What would change without the findings of each rule. */
  readonly gains: ReadonlyMap<string, Points>;
  /** The number of internal notes, which have no rows. */
  readonly internal: number;
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
  const file = shownIn(cwd, filePath);
  const scored = replies.filter(
    ({ form, checked, reason }) => form !== 'internal' && (checked || reason !== 'not for customers'),
  );
  const known = new Set(scored.map(({ id }) => id));
  const ofReplies = new Map<string, LintMessage[]>();
  const library: LibraryRow[] = [];
  const gains = new Map<string, Points>();
  const resolved: Points[] = [];
  for (const message of messages) {
    const id = message.reply?.id;
    if (id !== undefined && known.has(id)) addToList(ofReplies, id, message);
    else library.push(libraryRowOf(message, file));
  }
  const rows = scored.map((record) =>
    rowOf(record, ofReplies.get(record.id) ?? [], { segmentOf, cwd, file, gains, resolved }),
  );
  return { replies: rows, library, resolved, gains, internal: replies.length - scored.length };
}

function libraryRowOf(message: LintMessage, file: string): LibraryRow {
  const { line, segment, library } = message;
  return {
    rule: ruleIdOf(message),
    severity: levelOf(message),
    file,
    line,
    message: wordsOf(message),
    ...(library && segment && { convention: { segment, replies: library.replies, missing: library.missing } }),
  };
}

interface RowContext {
  /** The path as shown to the user. */
  readonly file: string;
  readonly segmentOf: (rule: string) => Segment | undefined;
  readonly cwd: string;
  /** The gains of the replies and by rule, which each reply adds to. */
  readonly resolved: Points[];
  readonly gains: Map<string, Points>;
}

function rowOf(
  record: ReplyRecord,
  messages: readonly LintMessage[],
  { file, segmentOf, cwd, resolved, gains }: RowContext,
): ReplyRow {
  const { id, title, line, column, form, intent, state, locale, channel, tags, checked, reason } = record;
  const asked = askedBut(record, messages, segmentOf);
  const { total, basis, segments } = checked ? scoresOf(asked, messages) : NO_SCORES;
  const without = (isLeft: (message: LintMessage) => boolean) =>
    changeOf({ score: total, basis }, countedIn(scoresOf(asked, messages.filter(isLeft))));
  resolved.push(checked ? without(() => false) : NO_POINTS);
  for (const rule of checked ? new Set(messages.map(({ ruleId }) => ruleId)) : [])
    if (rule !== null)
      gains.set(
        rule,
        plus(
          gains.get(rule) ?? NO_POINTS,
          without(({ ruleId }) => ruleId !== rule),
        ),
      );
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

function countedIn({ total, basis }: Scores): Counted {
  return { score: total, basis };
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
        file: shownIn(cwd, filePath),
        line,
      })),
    }),
    ...(fingerprint !== undefined && { fingerprint }),
  };
}
