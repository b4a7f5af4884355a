import type { Reporter } from './reporter.js';

export type { ReportContext, Reporter } from './reporter.js';
export { safe, shownPath } from './safe.js';

/** Every report, loaded when it is asked for. */
const REPORTERS: Readonly<Record<string, () => Promise<Reporter>>> = {
  stylish: async () => (await import('./stylish.js')).stylish,
  json: async () => (await import('./json.js')).json,
};

export const FORMATS = Object.keys(REPORTERS);

/** The reporter of a name from `FORMATS`; undefined for any other. */
export async function reporterOf(name: string): Promise<Reporter | undefined> {
  return Object.hasOwn(REPORTERS, name) ? REPORTERS[name]?.() : undefined;
}
