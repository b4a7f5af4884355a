import { capitalsIn, defineRule, type Finding, marksIn, type Reading, shown, type WordRange } from 'replylint/rule';

/** So many capitals in a row are a sentence, whatever the language, if two of them are longer than most abbreviations. */
const RUN = 3;
const LONG = 4;
/** Shorter words end like abbreviations. */
const SHORTEST_WITH_ENDING = 6;

export default defineRule({
  id: 'no-shouting',
  segment: 'respect',
  principle: 'Never raise your voice: no words in capitals for emphasis, no runs of exclamation or question marks.',
  why: 'Capitals and “!!” are read as shouting, and nobody who asked for help came to be shouted at. A plain sentence is taken more seriously.',
  source: 'Yes, YOU Need To Read And Share This; typographic custom',
  presets: { strict: 'warn', chat: 'warn' },
  options: {
    maxExclamations: {
      type: 'count',
      default: 3,
      description: 'How many sentences of a reply may end with an exclamation mark.',
    },
    allow: { type: 'list', default: [], description: 'Words that are written in capitals here, such as names.' },
  },
  groups: ['gap', 'emphasis', 'ending', 'beside', 'before', 'after'],
  *check(reading, { maxExclamations, allow }) {
    const { rendering } = reading;
    for (const run of capitalsIn(rendering, new Set(allow)))
      if (isShouted(reading, run))
        yield {
          span: { start: run.start, end: run.end },
          message: `“${shown(rendering.text.slice(run.start, run.end))}” in capitals reads as shouting`,
          suggestions: ['Write it in small letters; what matters can stand first, or in bold'],
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
        message: `“${marks.length > 5 ? `${marks.slice(0, 5)}…` : marks}” raises the voice`,
        suggestions: ['One mark is enough'],
        fix: { span, text: /[?？]/.test(marks) ? '?' : '!' },
      };
    else if (isExclamation && exclamations === most + 1)
      yield {
        span,
        message: `“!” is one too many: more than ${most} exclamations in a reply raise the voice`,
        suggestions: ['End the sentence with a full stop'],
      };
  }
}
