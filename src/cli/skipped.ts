import type { LintOutcome } from '../lint/index.js';
import type { SkippedFile } from '../model/finding.js';
import { officeKindOf } from '../read/index.js';
import { plural, safe } from '../report/index.js';

/** A skipped file, as shown by `list --skipped`. */
export interface SkippedRow extends SkippedFile {
  readonly file: string;
  /** What the user can do so that replylint reads the file. */
  readonly remedy: string;
}

const KINDS: readonly (readonly [kind: SkippedFile['kind'], one: string, several: string])[] = [
  ['documentation', 'looks like documentation', 'look like documentation'],
  ['unknown', 'has an unknown format', 'have an unknown format'],
  ['empty', 'is empty', 'are empty'],
  ['data', 'contains other data', 'contain other data'],
  ['encoding', 'is not UTF-8 text', 'are not UTF-8 text'],
  ['office', 'is a document, spreadsheet or database dump', 'are documents, spreadsheets or database dumps'],
  ['code', 'is code', 'are code'],
  ['hidden', 'is hidden but seems to contain replies', 'are hidden but seem to contain replies'],
  ['link', 'is a link or not a regular file', 'are links or not regular files'],
];

/** Returns the notices of a run, followed by a line that counts the skipped files by kind. */
export function noticesOf({ notices, skipped }: Pick<LintOutcome, 'notices' | 'skipped'>): readonly string[] {
  return skipped.length === 0 ? notices : [...notices, skippedNotice(skipped)];
}

function skippedNotice(skipped: readonly SkippedFile[]): string {
  const counts = KINDS.flatMap(([kind, one, several]) => {
    const count = skipped.filter((file) => file.kind === kind).length;
    return count === 0 ? [] : [{ count, does: count === 1 ? one : several }];
  });
  const [first, ...others] = counts;
  // A hidden item may be a folder.
  const isFile = skipped.every(({ kind }) => kind !== 'hidden');
  const noun = isFile ? plural(skipped.length, 'file') : plural(skipped.length, 'file or folder', 'files or folders');
  const what =
    others.length === 0
      ? ` that ${first?.does}`
      : `: ${counts.map(({ count, does }) => `${count} ${does}`).join(', ')}`;
  return `skipped ${noun}${what}; \`replylint list --skipped\` shows ${skipped.length === 1 ? 'it' : 'them'}`;
}

/**
 * @param file the path of the file, as shown by `list`
 * @param textPath the JSON path of its texts; `none` if it has no texts, undefined if that is unknown
 */
export function skippedRow(file: string, { kind, reason }: SkippedFile, textPath?: string): SkippedRow {
  return { file, kind, reason, remedy: remedyFor(file, kind, textPath) };
}

function remedyFor(file: string, kind: SkippedFile['kind'], textPath = '$[*].text'): string {
  if (kind === 'hidden')
    return 'to lint it, pass it by name; to hide this notice, add it to "ignores" or .replylintignore';
  if (kind === 'link') return 'to lint it, pass it by name, or pass the folder it points to';
  if (kind === 'encoding') return 'if it contains replies, save it as UTF-8';
  if (kind === 'office') return `if it contains replies, ${officeKindOf(file)?.advice}`;
  if (kind === 'code' || kind === 'empty') return 'nothing to do';
  if (/\.(?:json|jsonl|ndjson|ya?ml|csv|tsv|xml)$/i.test(file)) {
    if (textPath === 'none') return 'nothing to do: it contains no sentences';
    const files = `[{ "glob": ${JSON.stringify(file)}, "body": ${JSON.stringify(textPath)} }]`;
    return `if it contains replies, say where: "files": ${files}`;
  }
  if (!/\.(?:md|markdown|mdx|txt|text|html?)$/i.test(file))
    return `if it is a reply: "files": [{ "glob": ${JSON.stringify(file)}, "format": "text" }]`;
  return 'if it is a single reply, pass the file by name or move it to a folder of replies; if it contains several, give each a heading';
}

/** Formats the skipped files as text for people, one file after the other. */
export function skippedAsText(rows: readonly SkippedRow[]): string {
  return rows.map(({ file, reason, remedy }) => `${safe(file)}\n  ${safe(reason)}\n  ${safe(remedy)}\n`).join('');
}
