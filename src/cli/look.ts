import {
  Baseline,
  Coverage,
  type DirectiveOptions,
  fixFile,
  lintWithEdits,
  type RunOptions,
  type Step,
  save,
} from '../lint/index.js';
import type { LintMessage, LintResult } from '../model/finding.js';
import { safe, shownPath } from '../report/index.js';
import type { LintOptions } from './program.js';
import type { World } from './world.js';

/** What a run has come to know of the files it went through. */
export interface Seen {
  readonly results: readonly LintResult[];
  /** Lines for standard error. */
  readonly notices: readonly string[];
  /** Absolute paths of the files that hold replies, or that could not be read. */
  readonly linted: readonly string[];
  /** Ids of the replies. */
  readonly replies: ReadonlySet<string>;
  /** What `--fix-dry-run` would change, as diffs. */
  readonly diffs: readonly string[];
  /** Something was not checked, or there was nothing to check. */
  readonly failed: boolean;
}

type FileStep = Extract<Step, { kind: 'file' }>;

/** Goes through the files of a run and collects what is to be said of them. */
export class Look {
  readonly #options: LintOptions;
  readonly #world: World;
  readonly #directives: DirectiveOptions;
  readonly #baseline: Baseline;
  readonly #coverage = new Coverage();
  readonly #results: LintResult[] = [];
  readonly #notices: string[] = [];
  readonly #linted: string[] = [];
  readonly #replies = new Set<string>();
  readonly #diffs: string[] = [];
  /** Argument → how many replies it led to. */
  readonly #found: Map<string, { replies: number; named: boolean }>;
  #failed = false;

  constructor(paths: readonly string[], options: LintOptions, run: RunOptions, world: World) {
    this.#options = options;
    this.#world = world;
    this.#found = new Map(paths.map((path) => [path, { replies: 0, named: false }]));
    this.#baseline = new Baseline(run.rules);
    this.#directives = {
      inline: options.inlineConfig,
      ...(options.reportUnusedDisableDirectives && { reportUnused: 'error' as const }),
      today: world.now().toISOString().slice(0, 10),
    };
  }

  async through(steps: AsyncIterable<Step>): Promise<Seen> {
    for await (const step of steps) {
      if (step.kind === 'file') await this.#file(step);
      else {
        this.#found.delete(step.argument);
        if (step.kind === 'missing') this.#missing(step);
        else if (step.kind === 'unread') this.#unread(step.result);
        else if (this.#options.warnIgnored) this.#notice(`${this.#shown(step.path)}: ignored by the configuration`);
      }
    }
    this.#nothingFound();
    for (const line of this.#baseline.notices((path) => this.#shown(path))) this.#notice(line);
    const uncovered = this.#coverage.inWords();
    if (uncovered) this.#notice(uncovered);
    return {
      results: this.#baseline.applyTo(this.#results),
      notices: this.#notices,
      linted: this.#linted,
      replies: this.#replies,
      diffs: this.#diffs,
      failed: this.#failed,
    };
  }

  #missing({ argument, reason }: Extract<Step, { kind: 'missing' }>): void {
    if (!this.#options.errorOnUnmatchedPattern) return;
    this.#notice(`${argument}: ${reason}`);
    this.#failed = true;
  }

  #unread(result: LintResult): void {
    this.#results.push(result);
    this.#linted.push(result.filePath);
    this.#failed = true;
  }

  async #file(step: FileStep): Promise<void> {
    const { composed, config, argument, named } = step;
    const { result: first, owed } = lintWithEdits(composed, config, this.#directives);
    const result = await this.#fixed(step, first);
    this.#results.push(result);
    this.#baseline.note(result, owed);
    this.#coverage.note(composed, config);
    for (const { reply } of composed.replies) this.#replies.add(reply.id);
    if (result.fatalErrorCount > 0) this.#failed = true;
    this.#sayOf(step);
    const found = composed.content.replies.length + result.fatalErrorCount;
    if (found > 0) this.#linted.push(composed.absolute);
    this.#found.set(argument, { replies: (this.#found.get(argument)?.replies ?? 0) + found, named });
  }

  async #fixed({ composed, config, named }: FileStep, result: LintResult): Promise<LintResult> {
    const { fix, fixDryRun, fixType, includeInactive = false } = this.#options;
    if (!(fix || fixDryRun) || result.messages.every((message) => message.fix === undefined)) return result;
    const wanted = ({ segment }: LintMessage) =>
      fixType.length === 0 || (segment !== undefined && fixType.includes(segment));
    const fixed = await fixFile(composed, config, { ...this.#directives, named, includeInactive, wanted });
    const { output } = fixed;
    if (output === undefined) return fixed;
    if (fixDryRun) {
      const { diffOf } = await import('./diff.js');
      this.#diffs.push(diffOf(this.#shown(composed.absolute), composed.file.text, output));
      return fixed;
    }
    const failure = save(composed.absolute, composed.file, output);
    if (failure === undefined) return fixed;
    this.#notice(`${this.#shown(composed.absolute)}: ${failure}`);
    this.#failed = true;
    return result;
  }

  #sayOf({ composed: { absolute, content, file, replies } }: FileStep): void {
    for (const { message, notice, span } of content.problems) {
      const { line, column } = file.placeOf(span.start);
      if (notice) this.#notice(`${this.#shown(absolute)}:${line}:${column}: ${message}`);
    }
    if (!this.#options.debug) return;
    const { adapter, leftAlone } = content;
    this.#debug(`${file.path}: ${adapter ?? `left alone, ${leftAlone ?? 'not read'}`}, replies: ${replies.length}`);
    for (const { reply, composition } of replies)
      if (composition && !composition.all)
        this.#debug(`${reply.id}: too many renderings, a set that shows every arm was read`);
  }

  #nothingFound(): void {
    for (const [argument, { replies, named }] of this.#found) {
      if (replies > 0 || (!named && !this.#options.errorOnUnmatchedPattern)) continue;
      this.#notice(`${argument}: no reply found${named ? '' : '; `replylint list --debug` says why'}`);
      this.#failed ||= !named;
    }
  }

  #shown(path: string): string {
    return shownPath(path, this.#world.cwd);
  }

  #notice(line: string): void {
    this.#notices.push(`replylint: ${safe(line)}`);
  }

  #debug(line: string): void {
    this.#world.stderr.write(`replylint: ${safe(line)}\n`);
  }
}
