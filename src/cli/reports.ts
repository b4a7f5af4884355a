import { isAbsolute, relative, resolve, sep } from 'node:path';
import { hint, rulesOfPreset } from '../config/index.js';
import type { Results } from '../lint/index.js';
import { repositoryOf } from '../read/index.js';
import {
  FORMATS,
  FormatterError,
  isFormatterPath,
  loadFormatter,
  type ReportContext,
  type Reporter,
  reporterOf,
  safe,
  shownPath,
} from '../report/index.js';
import type { Rule } from '../rule/rule.js';
import { type OutputTarget, outputTarget, type ReadFiles, writeReport } from './output-file.js';
import { showsHyperlinks, usesColor } from './terminal.js';
import { UsageError } from './usage.js';
import type { CommandWorld } from './world.js';

/** The options for reports. */
export interface ReportOptions {
  readonly format: string;
  /** `path` uses the main format, `format:path` its own. */
  readonly outputFile: readonly string[];
  readonly color?: boolean;
}

/** A report to write. Without a path, it goes to standard output. */
export interface ReportTarget {
  readonly format: string;
  readonly reporter: Reporter;
  /** The absolute path. */
  readonly path?: string;
}

/**
 * The reports that `-f` and `-o` ask for, with their reporters loaded.
 * @param code false to load no code except replylint’s own
 * @throws UsageError for an unknown format, and for an invalid output
 */
export async function reportsFrom(
  { format, outputFile }: ReportOptions,
  { cwd }: CommandWorld,
  { code = true } = {},
): Promise<readonly ReportTarget[]> {
  const loaded = new Map<string, Promise<Reporter>>();
  const load = (name: string, given: string) => {
    const reporter = loaded.get(name) ?? loadReporter(name, given, cwd, code);
    loaded.set(name, reporter);
    return reporter;
  };
  const main = await load(format, `-f ${format}`);
  const outputs = outputFile.map((written) => ({ written, ...splitOutput(written, format) }));
  const reports: ReportTarget[] = [];
  for (const { written, name, file } of outputs) {
    if (file === '') throw new UsageError(`-o ${safe(written)}: expected a path, or \`format:path\``);
    const path = resolve(cwd, file);
    if (reports.some((other) => other.path === path))
      throw new UsageError(`-o ${safe(written)}: two reports cannot be written to the same file`);
    reports.push({ format: name, reporter: await load(name, `-o ${written}`), path });
  }
  // As in ESLint: a report written to a file is not printed as well.
  return outputs.some(({ isMain }) => isMain) ? reports : [...reports, { format, reporter: main }];
}

/** A Windows drive has one letter, a format has more. */
function splitOutput(written: string, format: string): { name: string; file: string; isMain: boolean } {
  const [, name, file] = /^([^:]{2,}):(.*)$/s.exec(written) ?? [];
  return name === undefined || file === undefined
    ? { name: format, file: written, isMain: true }
    : { name, file, isMain: false };
}

async function loadReporter(name: string, given: string, cwd: string, code: boolean): Promise<Reporter> {
  const own = await reporterOf(name);
  if (own) return own;
  const fail = (reason: string) => new UsageError(`${safe(given)}: ${safe(reason)}`);
  if (!code) {
    if (isFormatterPath(name) || /^@|^eslint-formatter/.test(name)) throw fail('this command does not load formatters');
  } else {
    try {
      const loaded = await loadFormatter(name, cwd);
      if (loaded) return loaded;
    } catch (error) {
      if (error instanceof FormatterError) throw fail(`the formatter ${error.message}`);
      throw error;
    }
  }
  throw fail(`no such format${hint(name, FORMATS) || `; expected one of ${FORMATS.join(', ')}`}`);
}

/** What reports need to know about a run in addition to its results. */
export interface ReportedRun {
  /** Reports must not overwrite these files. */
  readonly files: ReadFiles;
  readonly context: ReportContext;
}

/**
 * Writes the reports: files first, standard output last. One failure does not stop the others.
 * @returns a line for each report that could not be written
 */
export async function writeReports(
  reports: readonly ReportTarget[],
  results: Results,
  { files, context }: ReportedRun,
  world: CommandWorld,
): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const { format, reporter, path } of reports) {
    const shown = path === undefined ? format : shownPath(path, world.cwd);
    try {
      // Checked before creating the report: a reporter may append to other files.
      const target: OutputTarget | undefined = path === undefined ? undefined : outputTarget(path, files, world.fs);
      const shownTo = target ? { ...context, hyperlinks: false, color: false } : context;
      const pieces =
        reporter.pieces && results.isLong
          ? reporter.pieces(results, shownTo)
          : [await reporter(results.whole(), shownTo)];
      if (target) writeReport(target, pieces, world.fs);
      else for (const piece of pieces) world.stdout.write(piece);
    } catch (error) {
      failed.push(`replylint: ${safe(shown)}: ${safe(reasonOf(error))}`);
    }
  }
  return failed;
}

function reasonOf(error: unknown): string {
  if (error instanceof FormatterError) return `the formatter ${error.message}`;
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof UsageError) return message;
  if (error instanceof RangeError && /string length/i.test(message))
    return 'the report is too large for this format; use stylish, compact or json, which are written in chunks';
  if (typeof code !== 'string') throw error;
  return `the report could not be written (${code})`;
}

/** What reporters need to know about a run. */
export function reportContext(
  rules: readonly Rule[],
  options: ReportOptions,
  world: CommandWorld,
): Omit<ReportContext, 'maxWarningsExceeded' | 'failures'> {
  const { cwd, env, fs } = world;
  const color = usesColor(options, world);
  return {
    cwd,
    root: rootOf(world),
    color,
    hyperlinks: color && showsHyperlinks(world),
    env,
    now: world.now(),
    rulesMeta: rulesMetaOf(rules),
    pageOf: async (id) => {
      const rule = rules.find((known) => known.id === id);
      const { ownPageOf, pageFor } = await import('./pages.js');
      return rule ? pageFor(rule) : ownPageOf(id);
    },
    append: (path, text) => fs.append(path, text),
  };
}

/** The checkout that the CI system names, if it contains the current folder; otherwise the repository. */
function rootOf({ cwd, env, fs }: CommandWorld): string {
  const named = [env.GITHUB_WORKSPACE, env.CI_PROJECT_DIR].find((folder) => folder && isBelow(cwd, folder));
  return named ?? repositoryOf(cwd, fs) ?? cwd;
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return isAbsolute(folder) && !isAbsolute(way) && way.split(sep)[0] !== '..';
}

/** Rule id → what reports say about the rule. */
export function rulesMetaOf(rules: readonly Rule[]): ReportContext['rulesMeta'] {
  const recommended = rulesOfPreset('recommended', rules);
  return Object.fromEntries(
    rules.map(({ id, principle, why, source, segment }) => {
      const severity = [recommended[id] ?? 'off'].flat()[0];
      const level = severity === 'error' || severity === 'warn' ? { recommended: severity } : {};
      return [id, { type: 'suggestion' as const, docs: { description: principle, why, source, segment, ...level } }];
    }),
  );
}
