import { jsonText } from './json-text.js';
import type { Reporter } from './reporter.js';

/** ESLint's JSON: one array of results, on one line. */
export const json: Reporter = (results) => `${jsonText(results)}\n`;
