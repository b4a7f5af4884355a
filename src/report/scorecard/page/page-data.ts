import { safe } from '../../safe.js';
import type { FindingRow, ReplyRow, Scorecard } from '../scorecard.js';
import { scriptJson } from './html-text.js';
import type { ReadReply, ReadText } from './reading.js';

/** Number of replies per data element. The page parses an element when it first shows one of its replies. */
const CHUNK = 200;

/** The data for the list of replies: what the page needs to show, filter and sort a row. */
interface ListedReply {
  readonly title: string;
  readonly id: string;
  /** The index of the file that contains the reply. */
  readonly file: number;
  readonly line: number;
  readonly score: number | null;
  readonly basis: number;
  readonly errors: number;
  readonly findings: number;
  /** The indexes of the rules that have findings in the reply. */
  readonly rules: readonly number[];
  readonly form?: string;
  readonly locale?: string;
  /** Form, intent and channel of the reply, as shown to the user. */
  readonly about: string;
  readonly tags: readonly string[];
}

/** The data that the page shows for an opened reply. */
interface OpenedReply {
  readonly findings: readonly ShownFinding[];
  readonly texts: readonly ReadText[];
  readonly reason?: string;
}

interface ShownFinding {
  readonly rule: string;
  readonly severity: string;
  readonly line: number;
  readonly message: string;
  readonly instead: readonly string[];
  readonly when?: string;
  /** The other replies that the finding is about, as shown to the user. */
  readonly about: readonly string[];
}

/**
 * Yields the script elements that hold the data of the page. Everything in them is safe to show.
 * @param read the texts of the replies, by index; replies without an entry are shown without their text
 */
export function* dataElements(card: Scorecard, read: ReadonlyMap<number, ReadReply>): Generator<string> {
  const files = [...new Set(card.replies.map(({ file }) => file))];
  const rules = card.rules.map(({ rule }) => rule);
  const fileAt = new Map(files.map((file, index) => [file, index]));
  const ruleAt = new Map(rules.map((rule, index) => [rule, index]));
  yield element('list', {
    chunk: CHUNK,
    files: files.map(safe),
    rules: rules.map(safe),
    alike: card.begin.map(({ reply, alike }) => [reply, ...alike]),
    replies: card.replies.map((row) => listed(row, fileAt, ruleAt)),
  });
  for (let from = 0; from < card.replies.length; from += CHUNK) {
    const rows = card.replies.slice(from, from + CHUNK);
    yield element(
      `texts-${from / CHUNK}`,
      rows.map((row, at) => opened(row, read.get(from + at))),
    );
  }
}

function listed(row: ReplyRow, files: ReadonlyMap<string, number>, rules: ReadonlyMap<string, number>): ListedReply {
  const { id, title = id, file, line, score, basis, findings, form, intent, channel, locale, tags = [] } = row;
  return {
    title: safe(title),
    id: safe(id),
    file: files.get(file) ?? 0,
    line,
    score,
    basis,
    errors: findings.filter(({ severity }) => severity === 'error').length,
    findings: findings.length,
    rules: [...new Set(findings.map(({ rule }) => rules.get(rule) ?? 0))],
    ...(form && { form }),
    ...(locale !== undefined && { locale: safe(locale) }),
    about: safe([form, intent, channel, locale].filter((one) => one !== undefined).join(', ')),
    tags: tags.map(safe),
  };
}

function opened({ findings, reason }: ReplyRow, read: ReadReply | undefined): OpenedReply {
  const why = read?.notChecked ?? reason;
  return { findings: findings.map(shown), texts: read?.texts ?? [], ...(why !== undefined && { reason: safe(why) }) };
}

function shown({ rule, severity, line, message, instead = [], when, about = [] }: FindingRow): ShownFinding {
  return {
    rule: safe(rule),
    severity,
    line,
    message: safe(message),
    instead: instead.map(safe),
    ...(when !== undefined && { when: safe(when) }),
    about: about.map((other) => safe(`${other.title} (${other.file}:${other.line})`)),
  };
}

function element(id: string, value: unknown): string {
  return `<script type="application/json" id="${id}">${scriptJson(value)}</script>\n`;
}
