import { dirname } from 'node:path';
import { type LoadedFile, type LoadStep, OfficeFiles, Packed, skippedOffice, Unconfigured } from '../../lint/index.js';
import { isModuleName, NotText } from '../../read/index.js';
import { type SkippedRow, skippedRow } from '../skipped.js';
import type { ReplyRow } from './row.js';
import { rowsOf } from './row.js';

interface CollectOptions {
  readonly debug: boolean;
  readonly warnIgnored: boolean;
  /** True to show where the texts of skipped files are. */
  readonly skipped: boolean;
  /** Formats a path for use in notices. */
  readonly shown: (absolute: string) => string;
  /** Called with each notice, which is one line. */
  readonly notice: (line: string) => void;
}

/** Collects the replies of a run, and reports what could not be read. */
export class ReplyCollector {
  readonly #options: CollectOptions;
  readonly #rows = new Packed<readonly ReplyRow[]>();
  readonly #skipped: SkippedRow[] = [];
  readonly #office = new OfficeFiles();
  readonly #unconfigured = new Unconfigured();
  readonly #folders = new Set<string>();
  #count = 0;
  #failed = false;

  constructor(options: CollectOptions) {
    this.#options = options;
  }

  /** The replies of each file. */
  get rows(): Iterable<readonly ReplyRow[]> {
    return this.#rows;
  }

  /** The files without replies, each with the reason. */
  get skipped(): readonly SkippedRow[] {
    return this.#skipped;
  }

  /** The number of replies collected so far. */
  get count(): number {
    return this.#count;
  }

  /** True if a file could not be read. */
  get failed(): boolean {
    return this.#failed;
  }

  async add(step: LoadStep): Promise<void> {
    const { debug, warnIgnored, shown, notice } = this.#options;
    if (step.kind === 'file') {
      const { content, absolute } = step.loaded;
      const { adapter, leftAlone } = content;
      if (debug) notice(`${shown(absolute)}: ${adapter ?? `skipped: ${leftAlone?.reason ?? 'not read'}`}`);
      if (!adapter && leftAlone && (step.named || !isModuleName(absolute)))
        this.#skipped.push(skippedRow(shown(absolute), leftAlone, await this.#textPathIn(step.loaded)));
      this.#addFile(step.loaded);
    } else if (step.kind === 'long') await this.#addLong(step.long);
    else if (step.kind === 'ignored') {
      if (debug || (step.named && warnIgnored)) notice(`${shown(step.path)}: ignored by ${step.by}`);
    } else if (step.kind === 'unread')
      this.#fail(`${shown(step.result.filePath)}: ${step.result.messages[0]?.message}`);
    else if (step.kind === 'unconfigured') this.#unconfigured.add(step.error);
    else if (step.kind === 'skipped') this.#skipped.push(skippedRow(shown(step.path), step.skipped));
    else if (step.kind === 'office') {
      this.#office.add(step.path);
      this.#skipped.push(skippedRow(shown(step.path), skippedOffice(step.path)));
    } else if (step.kind === 'missing') this.#fail(`${step.argument}: ${step.reason}`);
  }

  /** Reports files that were found but not read. Call it after everything has been added. */
  async finish(): Promise<void> {
    const { shown, notice } = this.#options;
    for await (const line of this.#unconfigured.lines(shown, this.#count > 0)) this.#fail(line);
    for (const line of this.#office.notices(this.#count === 0 ? undefined : this.#folders, shown)) notice(line);
  }

  async #textPathIn({ absolute, file }: LoadedFile): Promise<string | undefined> {
    return this.#options.skipped ? (await import('./text-path.js')).textPathIn(absolute, file.text) : undefined;
  }

  #fail(line: string): void {
    this.#options.notice(line);
    this.#failed = true;
  }

  #addFile(loaded: LoadedFile): void {
    const path = this.#options.shown(loaded.absolute);
    const rows = rowsOf(loaded, path);
    this.#count += rows.length;
    if (rows.length > 0) this.#rows.add(rows);
    if (rows.length > 0) this.#folders.add(dirname(loaded.absolute));
    for (const { message, fatal, span } of loaded.content.problems) {
      const { line, column } = loaded.file.placeOf(span.start);
      this.#options.notice(`${path}:${line}:${column}: ${message}`);
      this.#failed ||= fatal;
    }
  }

  async #addLong(long: Extract<LoadStep, { readonly kind: 'long' }>['long']): Promise<void> {
    const path = this.#options.shown(long.absolute);
    if (this.#options.debug) this.#options.notice(`${path}: ${long.adapter}`);
    try {
      for await (const passage of long.passages()) this.#addFile(passage);
    } catch (error) {
      if (!(error instanceof NotText)) throw error;
      this.#fail(`${path}: Not checked: ${error.message}`);
    }
  }
}
