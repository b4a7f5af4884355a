import type { Fix, LintMessage } from '../model/finding.js';
import type { Place } from '../model/source-file.js';
import { filesIn, type Reported } from './files.js';
import { jsonItems, jsonText } from './json-text.js';
import { pathFrom } from './path.js';
import { inPieces, type ReportContext, showingLines } from './reporter.js';
import { safe } from './safe.js';
import { SourceLines } from './source-lines.js';
import { insteadOf, ruleIdOf, wordsOf } from './words.js';

/**
 * reviewdog's JSON format. Columns count UTF-8 bytes, starting at 1. If the text of a result is not available, only
 * line numbers are given. Only suggestions that can be applied literally are included.
 */
export const rdjson = showingLines(
  inPieces(function* (results, context) {
    yield `{"source":${jsonText({ name: 'replylint' })},"diagnostics":[`;
    yield* jsonItems(diagnostics(results, context));
    yield ']}\n';
  }),
);

function* diagnostics(results: Reported, context: ReportContext) {
  for (const file of filesIn(results)) {
    const path = pathFrom(context.cwd, file.sum.filePath);
    for (const part of file.parts()) {
      const lines = SourceLines.of(part, context);
      for (const message of part.messages) yield diagnosticOf(message, path, lines, context);
    }
  }
  for (const line of context.failures) yield failure(line);
}

function diagnosticOf(message: LintMessage, path: string, lines: SourceLines | undefined, context: ReportContext) {
  return {
    message: inWords(message),
    location: { path, range: rangeOf(message, lines) },
    severity: message.severity === 2 ? 'ERROR' : 'WARNING',
    code: { value: safe(ruleIdOf(message)), ...urlOf(message, context) },
    ...suggestionsOf(message, lines),
  };
}

function failure(line: string) {
  return { message: safe(line), location: { path: '.' }, severity: 'ERROR', code: { value: 'not-checked' } };
}

function urlOf({ ruleId }: LintMessage, { rulesUrl }: ReportContext) {
  return rulesUrl && ruleId ? { url: rulesUrl(ruleId) } : {};
}

function inWords(message: LintMessage): string {
  const instead = insteadOf(message).map((text) => `\nInstead: ${safe(text)}`);
  return `${safe(wordsOf(message))}${instead.join('')}`;
}

function rangeOf({ line, column, endLine, endColumn }: LintMessage, lines: SourceLines | undefined) {
  return lines
    ? between({ line, column }, { line: endLine, column: endColumn }, lines)
    : { start: { line }, end: { line: endLine } };
}

function between(start: Place, end: Place, lines: SourceLines) {
  const position = (place: Place) => ({ line: place.line, column: lines.byteColumn(place) });
  return { start: position(start), end: position(end) };
}

function suggestionsOf({ fix, suggestions = [] }: LintMessage, lines: SourceLines | undefined) {
  if (!lines) return {};
  const fixes = [fix, ...suggestions.map((suggestion) => suggestion.fix)].filter(
    // Suggestions with a lone surrogate are left out because UTF-8 output would change the character.
    (one): one is Fix => one !== undefined && !/[\ud800-\udfff]/u.test(one.text),
  );
  if (fixes.length === 0) return {};
  return {
    suggestions: fixes.map(({ range: [start, end], text }) => ({
      range: between(lines.placeOf(start), lines.placeOf(end), lines),
      text,
    })),
  };
}
