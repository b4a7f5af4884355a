import { capitalsIn, defineRule, type Finding, marksIn, type Reading, shown, type WordRange } from 'replylint/rule';

/** So many capitals in a row are a sentence, whatever the language, if two of them are longer than most abbreviations. */
const RUN = 3;
const LONG = 4;
/** Shorter words end like abbreviations. */
const SHORTEST_WITH_ENDING = 6;

export default defineRule({
  id: 'no-shouting',
  segment: 'respect',
  principle: 'Do not shout: no all-caps words for emphasis, no repeated exclamation or question marks.',
  why: 'All caps and “!!” read as shouting, and no one who asks for help wants to be shouted at. Readers take a plain sentence more seriously.',
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
  *check(reading, { maxExclamations, allow }) {
    const { rendering } = reading;
    for (const run of capitalsIn(rendering, new Set(allow)))
      if (isShouted(reading, run))
        yield {
          span: { start: run.start, end: run.end },
          message: `“${shown(rendering.text.slice(run.start, run.end))}” in all caps reads as shouting`,
          suggestions: ['Use lowercase; to stress a point, put it first or in bold'],
        };
    yield* raisedMarks(reading, maxExclamations);
  },
});

/** A word that abbreviates nothing, or a run of words. */
function isShouted(reading: Reading, { from, to }: WordRange): boolean {
  const { text, words } = reading.rendering;
  const starts = (group: string, at: number) => reading.matches(group).some((match) => match.from === at);
  // The label of a button or a key, or a word that is to be typed; and a gap, which another rule finds.
  if (starts('gap', from) || starts('after', to) || reading.matches('before').some((match) => match.to === from))
    return false;
  const within = (group: string, shortest = 1) =>
    reading
      .matches(group)
      .some((match) => from <= match.from && match.from < to && (words[match.from]?.folded.length ?? 0) >= shortest);
  if (within('emphasis') || within('ending', SHORTEST_WITH_ENDING)) return true;
  const longerThan = (letters: number) => words.slice(from, to).filter(({ folded }) => folded.length > letters).length;
  const long = longerThan(LONG - 1);
  const isSentence = longerThan(1) >= RUN ? long >= 2 : to - from === 2 && long > 0 && within('beside');
  return isSentence && text[words[to - 1]?.end ?? 0] !== ':';
}

/** Runs of marks, and more exclamations than a reply can bear. */
function* raisedMarks({ rendering: { text }, rendering }: Reading, most: number): Generator<Finding> {
  let exclamations = 0;
  for (const span of marksIn(rendering)) {
    const marks = text.slice(span.start, span.end);
    const isExclamation = /[!！]/.test(marks);
    if (isExclamation) exclamations += 1;
    if (marks.length > 1)
      yield {
        span,
        message: `“${marks.length > 5 ? `${marks.slice(0, 5)}…` : marks}” reads as shouting`,
        suggestions: ['Use a single mark'],
        fix: { span, text: /[?？]/.test(marks) ? '?' : '!' },
      };
    else if (isExclamation && exclamations === most + 1)
      yield {
        span,
        message: `“!” is one exclamation mark too many (maximum: ${most})`,
        suggestions: ['End the sentence with a period'],
      };
  }
}
