import type { Reporter } from './reporter.js';

export { jsonText } from './json-text.js';
export { FormatterError, isFormatterPath, loadFormatter } from './load-formatter.js';
export type { ReportContext, Reporter, RuleInfo } from './reporter.js';
export { safe, safeLine, shownPath } from './safe.js';

/** All built-in reporters, loaded on demand. */
const REPORTERS: Readonly<Record<string, () => Promise<Reporter>>> = {
  stylish: async () => (await import('./stylish.js')).stylish,
  pretty: async () => (await import('./pretty.js')).pretty,
  compact: async () => (await import('./compact.js')).compact,
  json: async () => (await import('./json.js')).json,
  sarif: async () => (await import('./sarif.js')).sarif,
  github: async () => (await import('./github.js')).github,
  gitlab: async () => (await import('./gitlab.js')).gitlab,
  junit: async () => (await import('./junit.js')).junit,
  checkstyle: async () => (await import('./checkstyle.js')).checkstyle,
  rdjson: async () => (await import('./rdjson.js')).rdjson,
  markdown: async () => (await import('./markdown.js')).markdown,
};

export const FORMATS = Object.keys(REPORTERS);

/** Returns the reporter for a name from `FORMATS`. Undefined if the name is unknown. */
export async function reporterOf(name: string): Promise<Reporter | undefined> {
  return Object.hasOwn(REPORTERS, name) ? REPORTERS[name]?.() : undefined;
}
export { plural, problemsInWords, totalsOf } from './totals.js';
export { insteadOf, levelOf, lineTextOf, withCondition } from './words.js';
