import { isAbsolute } from 'node:path';
import { readEntry, rulesOfPreset } from '../config/index.js';
import type { Results } from '../lint/index.js';
import { isIn } from '../model/is-in.js';
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
} from '../report/index.js';
import type { Rule } from '../rule/rule.js';
import { noSuchFormat, type Output, Outputs, type ReadFiles, unwrittenReason, writeOutputs } from './output-file.js';
import { showsHyperlinks, usesColor } from './terminal.js';
import { UsageError } from './usage.js';
import type { CommandWorld } from './world.js';

/** The options for reports. */
export interface ReportOptions {
  readonly format: string;
  /** The values of `--output-file`. `path` uses the main format; `format:path` sets the format of this file. */
  readonly outputFile: readonly string[];
  readonly color?: boolean;
}

/** A report to write, with its reporter loaded. */
export interface ReportTarget extends Output {
  readonly reporter: Reporter;
}

/**
 * Returns the reports that `-f` and `-o` ask for, with their reporters loaded.
 * @param code false to load no code except replylint’s own
 * @throws UsageError for an unknown format or an invalid output path
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
  const outputs = new Outputs(cwd);
  const reports: ReportTarget[] = [];
  // As in ESLint, a report that is written to a file is not printed as well.
  let isPrinted = true;
  for (const written of outputFile) {
    const { name, file } = outputs.split(written);
    const path = outputs.take(written, file);
    if (name === undefined) isPrinted = false;
    const own = name ?? format;
    reports.push({ format: own, reporter: await load(own, `-o ${written}`), path });
  }
  return isPrinted ? [...reports, { format, reporter: main }] : reports;
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
  throw fail(noSuchFormat(name, FORMATS));
}

/** The facts about a run that reports show in addition to its results. */
export interface ReportedRun {
  /** Reports must not overwrite these files. */
  readonly files: ReadFiles;
  readonly context: ReportContext;
}

/**
 * Writes the reports to their files first, and to standard output last. A failure does not stop the other reports.
 * @returns one line per report that could not be written, not yet escaped
 */
export async function writeReports(
  reports: readonly ReportTarget[],
  results: Results,
  { files, context }: ReportedRun,
  world: CommandWorld,
): Promise<readonly string[]> {
  const piecesOf = async ({ reporter, path }: ReportTarget) => {
    const shownTo = path === undefined ? context : { ...context, hyperlinks: false, color: false };
    return reporter.pieces && results.isLong
      ? await reporter.pieces(results, shownTo)
      : [await reporter(results.whole(), shownTo)];
  };
  return writeOutputs(reports, { files, piecesOf, reasonOf }, world);
}

function reasonOf(error: unknown): string {
  if (error instanceof FormatterError) return `the formatter ${error.message}`;
  if (error instanceof RangeError && /string length/i.test(error.message))
    return 'the report is too large for this format; use one that is written in chunks, such as stylish or json';
  return unwrittenReason(error);
}

/** Returns the facts about a run that reporters need. */
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

/**
 * Returns the checkout that the CI system names, if it contains the current folder. Otherwise, returns the repository.
 */
function rootOf({ cwd, env, fs }: CommandWorld): string {
  const named = [env.GITHUB_WORKSPACE, env.CI_PROJECT_DIR].find(
    (folder) => folder && isAbsolute(folder) && isIn(cwd, folder),
  );
  return named ?? repositoryOf(cwd, fs) ?? cwd;
}

/** Returns what reports say about each rule, by rule id. */
export function rulesMetaOf(rules: readonly Rule[]): ReportContext['rulesMeta'] {
  const recommended = rulesOfPreset('recommended', rules);
  return Object.fromEntries(
    rules.map(({ id, principle, why, source, segment }) => {
      const { level } = readEntry(recommended[id] ?? 'off');
      const preset = level === 'off' ? {} : { recommended: level };
      return [id, { type: 'suggestion' as const, docs: { description: principle, why, source, segment, ...preset } }];
    }),
  );
}
