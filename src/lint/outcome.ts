import { dirname } from 'node:path';
import type { ResolvedConfig } from '../config/index.js';
import type { LinesOfFile, LintResult, SkippedFile } from '../model/finding.js';
import { SourceFile } from '../model/source-file.js';
import { isModuleName } from '../read/index.js';
import { libraryFacts } from './digests/library-facts.js';
import { type DigestSource, RunDigests } from './digests/run-digests.js';
import { readSource } from './load/read-source.js';
import type { RunOptions } from './options.js';
import type { AppliedRules } from './result/applied.js';
import type { FileLibraryData, FileRecord } from './result/file-record.js';
import { KeptLines } from './result/kept-lines.js';
import type { LongResult } from './result/long-result.js';
import { Results } from './result/results.js';
import { faultInWords } from './result/rule-fault.js';
import { Spool } from './result/spool.js';
import { duringRule } from './result/stats.js';
import { Conventions } from './settle/conventions.js';
import { Coverage, type Uncovered } from './settle/coverage.js';
import { type AddedMessage, type KnownFile, settleMessages, withLibraryFindings } from './settle/library-findings.js';

/** Results and notices of a run. */
export interface LintOutcome {
  readonly results: Results;
  /** Lines to print in addition to the report. */
  readonly notices: readonly string[];
  /** The languages for which some rules have no phrases, and the one of the notices that says so. */
  readonly uncovered: { readonly languages: readonly Uncovered[]; readonly notice?: string };
  /** Absolute paths of configurations and plug-ins. */
  readonly configs: readonly string[];
  /** The URL of the rule pages, if a configuration sets one. */
  readonly rulesUrl: string | undefined;
  /** Absolute paths of the files that contain replies or could not be read. */
  readonly linted: readonly string[];
  /** Ids of the linted replies and libraries that have entries in a suppressions file. */
  readonly trackedReplies: ReadonlySet<string>;
  /** Ids of all replies and libraries that were linted. Filled only in a run with a cache. */
  readonly replyIds: readonly string[];
  /** Ids of the rules that compare replies, if the run covered only some replies. In a full run, they may find more. */
  readonly partlyJudged: ReadonlySet<string>;
  /** The texts that fixes change or would change. */
  readonly fixed: readonly FixedText[];
  /** The lines with findings, by file path, for files that are too long to keep in memory. */
  readonly lines: ReadonlyMap<string, LinesOfFile>;
  /** True if something was not checked, or if there was nothing to check. */
  readonly failed: boolean;
  /** The notices about something that was not checked or not written. */
  readonly failures: readonly string[];
  /** The files in folders that were skipped. */
  readonly skipped: readonly SkippedFile[];
}

/** A fixed file, or some of its lines if the file is loaded passage by passage. */
export interface FixedText {
  readonly file: SourceFile;
  readonly absolute: string;
  readonly output: string;
}

/** Collects the outcome of a run, file by file. */
export class OutcomeBuilder {
  /** Stores data that may not fit in memory. */
  readonly spool: Spool;
  readonly #run: Pick<RunOptions, 'shown' | 'debug' | 'suppressions' | 'changes' | 'cache' | 'fs' | 'today' | 'stats'>;
  readonly #conventions = new Conventions();
  readonly #digests: RunDigests;
  readonly #digested = new Map<string, KnownFile>();
  readonly #coverage = new Coverage();
  readonly #results: (LintResult | LongResult)[] = [];
  readonly #notices: string[] = [];
  readonly #failures: string[] = [];
  readonly #linted: string[] = [];
  readonly #configs: string[] = [];
  readonly #trackedReplies = new Set<string>();
  readonly #replyIds: string[] = [];
  readonly #fixed: FixedText[] = [];
  readonly #lines = new Map<string, KeptLines>();
  readonly #skipped: SkippedFile[] = [];
  /** Absolute paths of skipped files in which no one expects replies. */
  readonly #expected = new Set<string>();
  #rulesUrl: string | undefined;
  #failed = false;

  constructor(run: RunOptions) {
    this.#run = run;
    this.spool = new Spool(run.fs);
    this.#digests = new RunDigests(this.spool);
  }

  /** Absolute paths of the folders with files that contain replies or could not be read. */
  get folders(): ReadonlySet<string> {
    return new Set(this.#linted.map(dirname));
  }

  notice(line: string): void {
    this.#notices.push(line);
  }

  /**
   * Marks the run as failed because something was not checked or there was nothing to check.
   * @param line says what was not checked, if no result does
   */
  fail(line?: string): void {
    this.#failed = true;
    if (line === undefined) return;
    this.#notices.push(line);
    this.#failures.push(line);
  }

  /**
   * Adds what a file or a passage shows about the conventions of its library.
   * @param library the path of a file, or of a folder with a slash at the end
   */
  addToLibrary(library: string, result: LintResult, applied: AppliedRules): void {
    this.#conventions.add(library, result, applied);
  }

  /** Returns true if a reply in the library of a file lacks something, whether or not that is a convention. */
  isLacking(absolute: string): boolean {
    return this.#conventions.isLacking(absolute);
  }

  /**
   * Adds what library rules need to know about a file or a passage.
   * @param kept the part of the text to keep, if the file is not on disk or is too long to read at once
   */
  addDigests(
    data: FileLibraryData | undefined,
    source: DigestSource,
    kept: { readonly text?: string | undefined; readonly lines?: KnownFile['lines'] } = {},
  ): void {
    if (!data) return;
    const { absolute, config } = source;
    this.#digests.add(data, source);
    this.#digested.set(absolute, {
      directives: data.directives,
      rules: config.rules,
      text: () => kept.text ?? this.#textOf(absolute, config.pathOf(absolute)),
      lines: kept.lines,
    });
  }

  *#libraryRules(): Generator<string> {
    for (const { rules } of this.#digested.values()) for (const { id, library } of rules) if (library) yield id;
  }

  #textOf(absolute: string, path: string): string | undefined {
    const { file } = readSource(absolute, path, this.#run.fs);
    return file instanceof SourceFile ? file.text : undefined;
  }

  addFixed(fixed: FixedText): void {
    this.#fixed.push(fixed);
  }

  /** Adds a file with replies whose findings are not reported. */
  addLinted(absolute: string): void {
    this.#linted.push(absolute);
  }

  /** Adds the files of a configuration. */
  addConfig({ file, pluginFiles, rulesUrl }: ResolvedConfig): void {
    this.#rulesUrl ??= rulesUrl;
    this.#configs.push(...(file === undefined ? [] : [file]), ...pluginFiles);
  }

  /** Adds a file that could not be read. */
  addUnread(result: LintResult): void {
    this.#results.push(result);
    this.#linted.push(result.filePath);
    this.#failed = true;
  }

  /**
   * Adds a linted file.
   * @param named true if an argument names the file, false if it was found in a folder
   * @returns the number of its replies, where a fatal error counts as one
   */
  addFile(record: FileRecord, named: boolean): number {
    const { skipped } = record.result;
    if (skipped?.kind === 'documentation' || skipped?.kind === 'empty') this.#expected.add(record.result.filePath);
    // Most modules of a program contain no replies, and no one expects any.
    if (skipped && !named && isModuleName(record.result.filePath)) return 0;
    if (skipped && !named) this.#skipped.push(skipped);
    this.#results.push(record.result);
    this.addRecord(record);
    for (const line of record.debugLines) this.#run.debug(line);
    return this.#countReplies(record.result, record.replyCount);
  }

  /** Adds a file from a folder that was not opened. */
  addSkipped(skipped: SkippedFile): void {
    this.#skipped.push(skipped);
  }

  /**
   * Returns true for a file that hooks and shells pass along with others, although files of its kind never contain
   * replies.
   */
  isExpectedWithout(absolute: string): boolean {
    return this.#linted.length > 0 && this.#expected.has(absolute);
  }

  /**
   * Adds a file that was linted passage by passage.
   * @returns the same as `addFile`
   */
  addLong(result: LongResult, replyCount: number, lines: KeptLines): number {
    const { filePath } = result.sum;
    if (!lines.isEmpty) this.#lines.set(filePath, lines);
    this.#results.push(result);
    return this.#countReplies(result.sum, replyCount);
  }

  /** Adds what is known about a file or a passage in addition to its result. */
  addRecord({ result: { filePath, fatalErrorCount }, uncovered, replyIds, notices }: FileRecord): void {
    if (uncovered.length > 0) this.#coverage.add(uncovered, this.#run.shown(filePath));
    this.#track(replyIds);
    if (fatalErrorCount > 0) this.#failed = true;
    for (const { line, column, message } of notices)
      this.notice(`${this.#run.shown(filePath)}:${line}:${column}: ${message}`);
  }

  /** @param seesAll false if the run covered only some replies, so that a used directive may appear to be unused */
  finish(seesAll: boolean): LintOutcome {
    const results = this.#withLibraryFindings(new Results(this.#results), seesAll);
    this.#track(this.#run.changes ? [] : this.#conventions.libraries);
    const notice = this.#coverage.notice();
    for (const line of this.#conventions.inWords()) this.#run.debug(line);
    return {
      results: this.#conventions.applyTo(results),
      notices: notice === undefined ? this.#notices : [...this.#notices, notice],
      uncovered: { languages: this.#coverage.languages, ...(notice !== undefined && { notice }) },
      configs: this.#configs,
      rulesUrl: this.#rulesUrl,
      linted: this.#linted,
      trackedReplies: this.#trackedReplies,
      replyIds: this.#replyIds,
      partlyJudged: new Set(seesAll ? [] : this.#libraryRules()),
      fixed: this.#fixed,
      lines: this.#lines,
      failed: this.#failed,
      failures: this.#failures,
      skipped: this.#skipped,
    };
  }

  #withLibraryFindings(results: Results, saysUnused: boolean): Results {
    if (this.#digested.size === 0) return results;
    const { today, stats, fs } = this.#run;
    const timed = <T>(rule: string, work: () => T) => duringRule(stats, rule, work);
    const files = new Set(results.sums.map(({ filePath }) => filePath));
    const found = this.#digests.judge(libraryFacts(fs, files), timed);
    for (const one of found) if ('error' in one) this.fail(faultInWords(one));
    const messages = found.flatMap((one) => ('error' in one ? [] : [one]));
    const added = settleMessages(messages, this.#digested, { today, saysUnused });
    for (const [filePath, own] of added) this.#keepLines(filePath, own);
    return withLibraryFindings(results, added, this.#digested);
  }

  /** Keeps the lines with messages from a file that is too long to keep in memory. */
  #keepLines(filePath: string, added: readonly AddedMessage[]): void {
    const lines = this.#digested.get(filePath)?.lines?.(added.map(({ message }) => message)) ?? [];
    if (lines.length === 0) return;
    const known = this.#lines.get(filePath) ?? new KeptLines(this.spool);
    known.addLater(lines);
    this.#lines.set(filePath, known);
  }

  #track(ids: Iterable<string>): void {
    for (const id of ids) {
      if (this.#run.suppressions?.has(id)) this.#trackedReplies.add(id);
      if (this.#run.cache) this.#replyIds.push(id);
    }
  }

  #countReplies({ filePath, fatalErrorCount }: LintResult, replyCount: number): number {
    const count = replyCount + fatalErrorCount;
    if (count > 0) this.#linted.push(filePath);
    return count;
  }
}
