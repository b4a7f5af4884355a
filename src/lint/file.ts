import { createHash } from 'node:crypto';
import { type Composition, compose, readerOf, TooComplex } from '../compose/index.js';
import type { ResolvedConfig } from '../config/index.js';
import type { LintMessage, LintResult, ReplySummary } from '../model/finding.js';
import type { Rendering } from '../model/rendering.js';
import type { Reply } from '../model/reply.js';
import type { SourceFile } from '../model/source-file.js';
import type { Span } from '../model/span.js';
import { type FileContent, type OnDisk, read } from '../read/index.js';
import { type PlacedFinding, runRules } from './run.js';

/** A reply, and what it was composed to; undefined where its markup could not be read. */
export interface ComposedReply {
  readonly reply: Reply;
  readonly composition: Composition | undefined;
  readonly tooComplex?: string;
}

/** A file with its replies composed. */
export interface ComposedFile {
  readonly file: SourceFile;
  readonly absolute: string;
  readonly content: FileContent;
  readonly replies: readonly ComposedReply[];
}

/** What of a file's replies is looked at. */
export interface Selection {
  readonly named: boolean;
  readonly includeInactive: boolean;
  /** Undefined for a text that is not on disk. */
  readonly disk?: OnDisk;
}

/** Reads a file and composes its replies, with what the configuration takes them for. */
export async function composeFile(
  file: SourceFile,
  absolute: string,
  config: ResolvedConfig,
  { named, includeInactive, disk }: Selection,
): Promise<ComposedFile> {
  const content = await read(file, config.pathOf(absolute), named, disk);
  const replies: ComposedReply[] = [];
  for (const found of content.replies) {
    if (!found.active && !includeInactive) continue;
    const { helpdesk, ...taken } = config.takenFor(absolute, { reply: found });
    const settings = config.settingsFor(absolute, { reply: found });
    const reply: Reply = {
      ...found,
      helpdesk: helpdesk ?? settings.helpdesk ?? found.helpdesk,
      declared: { ...found.declared, ...taken },
    };
    replies.push(await composed(reply, settings.locale));
  }
  return { file, absolute, content, replies };
}

async function composed(reply: Reply, locale: string): Promise<ComposedReply> {
  try {
    return { reply, composition: compose(reply, await readerOf(reply.markup), locale) };
  } catch (error) {
    if (error instanceof TooComplex) return { reply, composition: undefined, tooComplex: error.message };
    throw error;
  }
}

/** Runs the rules on a file's replies. */
export function lintComposed({ file, absolute, content, replies }: ComposedFile, config: ResolvedConfig): LintResult {
  const messages: LintMessage[] = content.problems.map(({ span, message, fatal }) => ({
    ruleId: null,
    severity: 2,
    ...(fatal && { fatal: true as const }),
    message,
    ...placeOf(file, span),
  }));
  const fingerprints = new Fingerprints();
  for (const { reply, composition, tooComplex } of replies) {
    if (reply.audience !== 'customer') continue;
    if (!composition) {
      const span = reply.map.spanOf({ start: 0, end: 0 });
      messages.push({
        ruleId: null,
        severity: 2,
        fatal: true,
        message: `Not checked: ${tooComplex}`,
        ...placeOf(file, span),
      });
      continue;
    }
    const settingsOf = ({ form, intent, locale }: Rendering) =>
      config.settingsFor(absolute, { reply, form, intent, locale });
    const [first] = composition.renderings;
    const summary = first && summaryOf(first);
    for (const { span, message } of composition.problems)
      messages.push({
        ruleId: 'template-syntax',
        severity: 2,
        message,
        ...placeOf(file, span),
        segment: 'hygiene',
        ...(summary && { reply: summary }),
        fingerprint: fingerprints.of('template-syntax', reply.id, file.slice(span)),
      });
    for (const finding of runRules(composition.renderings, settingsOf))
      messages.push(messageOf(file, finding, fingerprints));
  }
  return resultOf(absolute, sorted(messages), file.text);
}

function messageOf(file: SourceFile, finding: PlacedFinding, fingerprints: Fingerprints): LintMessage {
  const { rule, severity, span, message, suggestions, when, rendering } = finding;
  return {
    ruleId: rule.id,
    severity: severity === 'error' ? 2 : 1,
    message,
    ...placeOf(file, span),
    ...(suggestions.length > 0 && { suggestions: suggestions.map((desc) => ({ desc })) }),
    reply: summaryOf(rendering),
    segment: rule.segment,
    ...(when !== undefined && { when }),
    fingerprint: fingerprints.of(rule.id, rendering.reply.id, rule.kind === 'presence' ? '' : file.slice(span)),
  };
}

/** What a report says of the reply that a message is about. */
export function summaryOf({ reply, form, intent, locale }: Rendering): ReplySummary {
  const { id, title, pointer } = reply;
  return { id, ...(title !== undefined && { title }), pointer, form, intent, locale };
}

/** A span as lines and columns. */
export function placeOf(
  file: SourceFile,
  { start, end }: Span,
): Pick<LintMessage, 'line' | 'column' | 'endLine' | 'endColumn'> {
  const from = file.placeOf(start);
  const to = file.placeOf(end);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

/** A result with its counts. */
export function resultOf(filePath: string, messages: readonly LintMessage[], source?: string): LintResult {
  const count = (test: (message: LintMessage) => boolean) => messages.filter(test).length;
  return {
    filePath,
    messages,
    suppressedMessages: [],
    errorCount: count(({ severity }) => severity === 2),
    fatalErrorCount: count(({ fatal }) => fatal === true),
    warningCount: count(({ severity }) => severity === 1),
    fixableErrorCount: count(({ severity, fix }) => severity === 2 && fix !== undefined),
    fixableWarningCount: count(({ severity, fix }) => severity === 1 && fix !== undefined),
    ...(messages.length > 0 && source !== undefined && { source }),
  };
}

function sorted(messages: readonly LintMessage[]): LintMessage[] {
  return [...messages].sort(
    (a, b) =>
      a.line - b.line ||
      a.column - b.column ||
      (a.ruleId ?? '').localeCompare(b.ruleId ?? '', 'en') ||
      compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Names for messages that stay when lines move: the n-th of a rule, a reply and its words. */
class Fingerprints {
  readonly #seen = new Map<string, number>();

  of(ruleId: string, replyId: string, words: string): string {
    const key = `${ruleId}\n${replyId}\n${words.replace(/\s+/g, ' ').trim()}`;
    const nth = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, nth);
    return createHash('sha256').update(`${key}\n${nth}`).digest('hex').slice(0, 32);
  }
}
