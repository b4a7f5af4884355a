import { capitalsIn, defineRule, isCapitalSentence, quoted, type Reading, raisedMarksIn } from 'replylint/rule';

export default defineRule({
  id: 'no-shouting',
  segment: 'respect',
  principle: 'Do not shout: no all-caps words for emphasis, no repeated exclamation or question marks.',
  why: 'All caps and “!!” read as shouting, and no one who asks for help wants to be shouted at. Readers take a plain sentence more seriously.',
  pairs: 'PLEASE READ THIS CAREFULLY → Please read this carefully | Thank you!!! → Thank you!',
  switchOff:
    'Add words to `allow` if your product names are in all caps, or turn it off for channels without formatting.',
  source: 'Yes, YOU Need To Read And Share This; typographic custom',
  presets: { strict: 'warn', chat: 'warn' },
  options: {
    maxExclamations: {
      type: 'count',
      default: 3,
      description: 'The maximum number of sentences in a reply that end with an exclamation mark.',
    },
    allow: { type: 'list', default: [], description: 'Words to allow in all caps, such as names.' },
  },
  groups: ['gap', 'emphasis', 'ending', 'beside', 'before', 'after'],
  needs: ['capitals', 'exclamation', 'question'],
  *check(reading, { maxExclamations, allow }) {
    const { rendering } = reading;
    for (const run of capitalsIn(rendering, new Set(allow)))
      if (isShouted(reading, run))
        yield {
          span: { start: run.start, end: run.end },
          message: `${quoted(run, rendering.text)} in all caps reads as shouting`,
          suggestions: ['Use lowercase; to stress a point, put it first or in bold'],
        };
    for (const { isRun, written, plain, ...span } of raisedMarksIn(rendering, maxExclamations))
      yield isRun
        ? {
            span,
            message: `“${written}” reads as shouting`,
            suggestions: ['Use a single punctuation mark'],
            fix: { span, text: plain },
          }
        : {
            span,
            message: `“!” is one exclamation mark too many (maximum: ${maxExclamations})`,
            suggestions: ['End the sentence with a period'],
          };
  },
});

/** Shorter words are not examined because they look like abbreviations. */
const SHORTEST_WITH_ENDING = 6;

function isShouted(reading: Reading, run: { readonly from: number; readonly to: number }): boolean {
  const isAt = (group: string, at: number) => reading.matches(group).some(({ from }) => from === at);
  // A capitalized word may be a button, a key or a word to type. Gaps are reported by another rule.
  if (isAt('gap', run.from) || isAt('after', run.to)) return false;
  if (reading.matches('before').some(({ to }) => to === run.from)) return false;
  const within = (group: string) => reading.matches(group).filter(({ from }) => run.from <= from && from < run.to);
  const isLong = (at: number) => (reading.rendering.words[at]?.folded.length ?? 0) >= SHORTEST_WITH_ENDING;
  if (within('emphasis').length > 0 || within('ending').some(({ from }) => isLong(from))) return true;
  return isCapitalSentence(reading.rendering, run, within('beside').length > 0);
}
