import { resolve } from 'node:path';
import { hint } from '../../config/index.js';
import { safe } from '../../report/index.js';
import { UsageError } from '../usage.js';
import type { CommandWorld } from '../world.js';

/** The formats of `replylint report`. */
export const REPORT_FORMATS = ['html', 'markdown', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** A report to write. Without a path, it goes to standard output. */
export interface ReportFile {
  readonly format: ReportFormat;
  /** The absolute path. */
  readonly path?: string;
}

const BY_EXTENSION: readonly (readonly [RegExp, ReportFormat])[] = [
  [/\.html?$/i, 'html'],
  [/\.(?:md|markdown)$/i, 'markdown'],
  [/\.json$/i, 'json'],
];

/**
 * The reports that `-f` and `-o` ask for. The format follows from the file extension, unless `-f` or `format:path`
 * sets it; standard output gets Markdown.
 * @throws UsageError for an unknown format, a path without one, and two reports for the same file
 */
export function reportFiles(
  { format, outputFile }: { readonly format?: ReportFormat | undefined; readonly outputFile: readonly string[] },
  { cwd }: CommandWorld,
): readonly ReportFile[] {
  if (outputFile.length === 0) return [{ format: format ?? 'markdown' }];
  const seen = new Set<string>();
  return outputFile.map((written) => {
    const [, name, rest] = /^([^:]{2,}):(.*)$/s.exec(written) ?? [];
    const file = rest ?? written;
    const fail = (reason: string) => new UsageError(`-o ${safe(written)}: ${reason}`);
    if (file === '') throw fail('expected a path, or `format:path`');
    if (name !== undefined && !isFormat(name))
      throw fail(`no such format${hint(name, REPORT_FORMATS) || `; expected one of ${REPORT_FORMATS.join(', ')}`}`);
    const path = resolve(cwd, file);
    if (seen.has(path)) throw fail('two reports cannot be written to the same file');
    seen.add(path);
    const chosen = name ?? format ?? BY_EXTENSION.find(([extension]) => extension.test(file))?.[1];
    if (chosen === undefined)
      throw fail(`unknown extension; add -f ${REPORT_FORMATS.join(', -f ')}, or use .html, .md or .json`);
    return { format: chosen as ReportFormat, path };
  });
}

function isFormat(name: string): name is ReportFormat {
  return (REPORT_FORMATS as readonly string[]).includes(name);
}
