import { dirname } from 'node:path';
import type { KeptLine, LintMessage, LintResult } from '../model/finding.js';
import type { SourceFile } from '../model/source-file.js';
import { type Touched, touchedBy } from './changes/touched.js';
import { fixFile } from './fix/fix-file.js';
import { save } from './fix/save.js';
import { type DirectiveOptions, type LintedFile, lintWithEdits } from './judge/judge-file.js';
import { lintLong } from './lint-long.js';
import type { ComposedFile } from './load/loaded-file.js';
import { Coverage } from './result/coverage.js';
import { type FileRecord, recordOf } from './result/file-record.js';
import { type LongResult, Results } from './result/results.js';
import { Baseline } from './settle/baseline.js';
import { onlyTouched } from './settle/only-touched.js';
import { composeText, type RunOptions, type Step, walk } from './walk/walk.js';

/** How files are linted. */
export interface LintRun extends RunOptions {
  readonly directives: DirectiveOptions;
  /** `apply` writes the fixed files, `try` only says what they would be. */
  readonly fix: 'no' | 'apply' | 'try';
  /** Which messages' fixes are wanted. */
  readonly fixes: (message: LintMessage) => boolean;
  /** False where a path that leads to no reply is fine. */
  readonly errorOnUnmatchedPattern: boolean;
  readonly warnIgnored: boolean;
  /** Ids of replies of which it matters whether they are there; a run can see more than should be remembered. */
  readonly askedAbout?: ReadonlySet<string>;
  /** True where reports show the lines that findings stand on. */
  readonly showsLines?: boolean;
  /** A path as it is shown in a notice. */
  readonly shown: (absolute: string) => string;
  /** Told what is done, and why. */
  readonly debug?: ((line: string) => void) | undefined;
}

/** What a run has come to know of the files it went through. */
export interface Seen {
  readonly results: Results;
  /** What is to be said beside the results, a line each. */
  readonly notices: readonly string[];
  /** Absolute paths of the files that hold replies, or that could not be read. */
  readonly linted: readonly string[];
  /** Ids of the replies, of those that were asked about. */
  readonly replies: ReadonlySet<string>;
  /** Files that fixes change, or would change; of files that are read in parts, the lines that would. */
  readonly fixed: readonly { readonly file: SourceFile; readonly absolute: string; readonly output: string }[];
  /** By file, the lines that findings stand on, of files too long for their text to be kept. */
  readonly lines: ReadonlyMap<string, readonly KeptLine[]>;
  /** Something was not checked, or there was nothing to check. */
  readonly failed: boolean;
}

type FileStep = Extract<Step, { kind: 'file' }>;

/** Lints files: what paths, folders and patterns lead to. */
export function lintFiles(paths: readonly string[], run: LintRun): Promise<Seen> {
  return new Look(paths, run).through(walk(paths, run));
}

/** Lints a text as if it stood in a file. */
export function lintText(text: string, absolute: string, run: LintRun): Promise<Seen> {
  return new Look([], run).through(only(composeText(text, absolute, run)));
}

async function* only(step: Promise<FileStep>): AsyncGenerator<Step> {
  yield await step;
}

/** Goes through the files of a run and collects what is to be said of them. */
class Look {
  readonly #run: LintRun;
  readonly #baseline: Baseline;
  readonly #coverage = new Coverage();
  readonly #results: (LintResult | LongResult)[] = [];
  readonly #notices: string[] = [];
  readonly #linted: string[] = [];
  readonly #replies = new Set<string>();
  readonly #fixed: { file: SourceFile; absolute: string; output: string }[] = [];
  readonly #lines = new Map<string, readonly KeptLine[]>();
  /** The files that results are about, and their folders. */
  readonly #told = new Set<string>();
  /** Argument → how many replies it led to. */
  readonly #found: Map<string, { replies: number; named: boolean }>;
  #failed = false;

  constructor(paths: readonly string[], run: LintRun) {
    this.#run = run;
    this.#found = new Map(paths.map((path) => [path, { replies: 0, named: false }]));
    this.#baseline = new Baseline(run.rules);
  }

  async through(steps: AsyncIterable<Step>): Promise<Seen> {
    for await (const step of steps) {
      if (step.kind === 'file') await this.#file(step);
      else if (step.kind === 'long') await this.#long(step);
      else if (step.kind === 'known') this.#known(step);
      else if (step.kind === 'ignored') this.#ignored(step);
      else {
        this.#found.delete(step.argument);
        if (step.kind === 'missing') this.#missing(step);
        else this.#unread(step.result);
      }
    }
    this.#nothingFound();
    for (const line of this.#baseline.notices(this.#run.shown, (group) => this.#told.has(group))) this.#notice(line);
    this.#saveCache();
    const uncovered = this.#coverage.inWords();
    if (uncovered) this.#notice(uncovered);
    return {
      results: this.#baseline.applyTo(new Results(this.#results)),
      notices: this.#notices,
      linted: this.#linted,
      replies: this.#replies,
      fixed: this.#fixed,
      lines: this.#lines,
      failed: this.#failed,
    };
  }

  #missing({ argument, reason }: Extract<Step, { kind: 'missing' }>): void {
    if (!this.#run.errorOnUnmatchedPattern) return;
    this.#notice(`${argument}: ${reason}`);
    this.#failed = true;
  }

  #ignored({ argument, path, named, by }: Extract<Step, { kind: 'ignored' }>): void {
    const line = `${this.#run.shown(path)}: ignored by ${by}`;
    if (!named) this.#run.debug?.(line);
    else {
      this.#found.delete(argument);
      if (this.#run.warnIgnored) this.#notice(by === '--ignore-pattern' ? line : `${line}; --no-ignore lints it`);
    }
  }

  #unread(result: LintResult): void {
    const { changes } = this.#run;
    if (changes && changes.of(result.filePath) === undefined) return;
    this.#results.push(result);
    this.#linted.push(result.filePath);
    this.#failed = true;
  }

  async #file(step: FileStep): Promise<void> {
    const { composed, config, key } = step;
    const linted = lintWithEdits(composed, config, this.#run.directives);
    const { owed, noted } = linted;
    const touched = this.#touched(composed);
    if (touched === undefined) {
      // It only helps to tell what the folder's replies have in common.
      this.#baseline.note(linted.result, owed);
      if (composed.content.replies.length > 0) this.#linted.push(composed.absolute);
      return;
    }
    const whole = await this.#mended(step, linted, touched);
    this.#baseline.note(whole, owed);
    const result = touched === 'all' ? whole : onlyTouched(whole, touched, composed, noted);
    const replies = composed.replies.filter(({ reply }) => touched === 'all' || touched.replies.has(reply.id));
    const record = recordOf({ ...composed, replies }, { result, owed, noted });
    if (key !== undefined) this.#run.cache?.put(composed.absolute, key, record);
    this.#note(record, step);
  }

  #known({ record, config, ...step }: Extract<Step, { kind: 'known' }>): void {
    const owed = record.owed.flatMap(([id, count]) =>
      config.rules.filter((rule) => rule.id === id).map((rule) => [rule, count] as const),
    );
    this.#baseline.note(record.result, new Map(owed));
    this.#note(record, step);
  }

  async #long({ long, config, ...step }: Extract<Step, { kind: 'long' }>): Promise<void> {
    const { changes, cache, shown, debug } = this.#run;
    const { absolute, adapter, text } = long;
    const isAsked = !changes || changes.of(absolute) !== undefined;
    if (cache) this.#notice(`${shown(absolute)}: not in the cache: it is read in parts, and anew each time`);
    const { result, lines, found, looked, problems } = await lintLong(long, config, this.#run, isAsked, (part) => {
      this.#baseline.note(part.record.result, part.owed);
      if (!isAsked) return;
      this.#seen(part.record);
      this.#fixed.push(...part.fixed.map((changed) => ({ ...changed, absolute })));
      for (const line of part.record.told.slice(1)) debug?.(line);
    });
    for (const problem of problems) this.#notice(`${shown(absolute)}: ${problem}`);
    if (problems.length + result.sum.fatalErrorCount > 0) this.#failed = true;
    if (!isAsked) {
      if (found > 0) this.#linted.push(absolute);
      return;
    }
    if (lines.length > 0) this.#lines.set(absolute, lines);
    this.#told.add(absolute).add(dirname(absolute));
    this.#results.push(result);
    debug?.(`${text.path}: ${adapter}, replies: ${looked}`);
    this.#count(result.sum, found, step);
  }

  #note(record: FileRecord, step: Pick<FileStep, 'argument' | 'named'>): void {
    const { result, found } = record;
    this.#results.push(result);
    this.#seen(record);
    for (const line of record.told) this.#run.debug?.(line);
    this.#count(result, found, step);
  }

  /** What is to be said of a file, or a part of one, beside its result. */
  #seen({ result: { filePath, fatalErrorCount }, uncovered, replies, notices }: FileRecord): void {
    this.#coverage.note(uncovered);
    for (const id of replies) if (this.#run.askedAbout?.has(id)) this.#replies.add(id);
    this.#told.add(filePath).add(dirname(filePath));
    if (fatalErrorCount > 0) this.#failed = true;
    const shown = this.#run.shown(filePath);
    for (const { line, column, message } of notices) this.#notice(`${shown}:${line}:${column}: ${message}`);
  }

  #count(
    { filePath, fatalErrorCount }: LintResult,
    found: number,
    { argument, named }: Pick<FileStep, 'argument' | 'named'>,
  ): void {
    if (found + fatalErrorCount > 0) this.#linted.push(filePath);
    const before = this.#found.get(argument)?.replies ?? 0;
    this.#found.set(argument, { replies: before + found + fatalErrorCount, named });
  }

  /** What of a file is asked for; undefined where it has not changed. */
  #touched({ absolute, file, content }: ComposedFile): Touched | 'all' | undefined {
    const { changes } = this.#run;
    if (!changes) return 'all';
    const change = changes.of(absolute);
    return change && touchedBy(change, file, content.replies);
  }

  async #mended({ composed, config }: FileStep, linted: LintedFile, touched: Touched | 'all'): Promise<LintResult> {
    const { result } = linted;
    const { fix, directives } = this.#run;
    const wanted = (message: LintMessage) =>
      this.#run.fixes(message) && (touched === 'all' || touched.replies.has(message.reply?.id ?? ''));
    if (fix === 'no' || (linted.refused.size === 0 && result.messages.every((message) => message.fix === undefined)))
      return result;
    const refused = ({ line, column }: LintMessage, why: string) =>
      this.#notice(`${this.#run.shown(composed.absolute)}:${line}:${column}: not fixed: ${why}`);
    const fixing = () => fixFile(composed, config, { ...directives, wanted, refused }, linted);
    const { stats } = composed.selection;
    const fixed = await (stats ? stats.during('fix', fixing) : fixing());
    const { output } = fixed;
    if (output === undefined) return fixed;
    const failure = fix === 'apply' ? save(composed.absolute, composed.file, output) : undefined;
    if (failure === undefined) {
      this.#fixed.push({ file: composed.file, absolute: composed.absolute, output });
      return fixed;
    }
    this.#notice(`${this.#run.shown(composed.absolute)}: ${failure}`);
    this.#failed = true;
    return result;
  }

  #saveCache(): void {
    const { cache, shown } = this.#run;
    cache?.save();
    for (const problem of cache?.notices ?? []) this.#notice(`${shown(cache?.path ?? '')}: ${problem}`);
  }

  #nothingFound(): void {
    if (this.#run.changes) return;
    for (const [argument, { replies, named }] of this.#found) {
      if (replies > 0 || (!named && !this.#run.errorOnUnmatchedPattern)) continue;
      this.#notice(`${argument}: no reply found${named ? '' : '; `replylint list --debug` says why'}`);
      this.#failed ||= !named;
    }
  }

  #notice(line: string): void {
    this.#notices.push(line);
  }
}
