import { jsonText } from '../json-text.js';
import type { Scorecard } from './scorecard.js';

/** Writes a scorecard as a JSON object with one reply per line, for scripts and for `--compare`. */
export function* scorecardJson({ replies, compared, ...card }: Scorecard): Generator<string> {
  const fields = Object.entries({ ...card, ...(compared && { compared }) });
  yield `{${fields.map(([name, value]) => `\n  "${name}": ${jsonText(value)}`).join(',')},\n  "replies": [`;
  let before = '\n    ';
  for (const reply of replies) {
    yield `${before}${jsonText(reply)}`;
    before = ',\n    ';
  }
  yield `${replies.length === 0 ? '' : '\n  '}]\n}\n`;
}
