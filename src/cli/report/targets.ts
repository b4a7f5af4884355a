import { noSuchFormat, type Output, Outputs, outputError } from '../output-file.js';
import type { CommandWorld } from '../world.js';

/** The output formats of `replylint report`. */
export const REPORT_FORMATS = ['html', 'markdown', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** A report that `replylint report` writes. */
export interface ReportFile extends Output {
  readonly format: ReportFormat;
}

const BY_EXTENSION: readonly (readonly [RegExp, ReportFormat])[] = [
  [/\.html?$/i, 'html'],
  [/\.(?:md|markdown)$/i, 'markdown'],
  [/\.json$/i, 'json'],
];

/**
 * Returns the reports that `-f` and `-o` ask for. The file extension decides the format unless `-f` or `format:path`
 * sets it; standard output gets Markdown.
 * @throws UsageError for an unknown format, a format without a path, and two reports for the same file
 */
export function reportFiles(
  { format, outputFile }: { readonly format?: ReportFormat | undefined; readonly outputFile: readonly string[] },
  { cwd }: CommandWorld,
): readonly ReportFile[] {
  if (outputFile.length === 0) return [{ format: format ?? 'markdown' }];
  const outputs = new Outputs(cwd);
  return outputFile.map((written) => {
    const { name, file } = outputs.split(written);
    if (name !== undefined && !isFormat(name)) throw outputError(written, noSuchFormat(name, REPORT_FORMATS));
    const path = outputs.take(written, file);
    const chosen = name ?? format ?? BY_EXTENSION.find(([extension]) => extension.test(file))?.[1];
    if (chosen === undefined)
      throw outputError(
        written,
        `unknown extension; add -f ${REPORT_FORMATS.join(', -f ')}, or use .html, .md or .json`,
      );
    return { format: chosen, path };
  });
}

function isFormat(name: string): name is ReportFormat {
  return (REPORT_FORMATS as readonly string[]).includes(name);
}
