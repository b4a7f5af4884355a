import { defineRule, isUnknown, openingLines, shown, type WordRange } from 'replylint/rule';

export default defineRule({
  id: 'specific-acknowledgement',
  segment: 'determining',
  principle: 'Show in the first lines that you read this customer’s message.',
  why: 'A customer who sees their own problem in the first lines knows that someone listened. “Your issue” could be anyone’s.',
  pairs:
    'Thank you for contacting us about your issue. We will look into it. → Thank you for the photos of the broken lamp. We will replace it.',
  switchOff: 'Turn it off for libraries of generic openers that agents combine with other text.',
  source: 'Yes, YOU Need To Read And Share This: Determining; All Customers Are Different',
  presets: { strict: 'warn', chat: 'off' },
  appliesTo: { forms: ['full'], intents: ['acknowledge', 'ask', 'answer', 'resolve', 'refuse', 'apologize'] },
  options: {
    sentences: {
      type: 'count',
      default: 3,
      minimum: 1,
      description:
        'The number of sentences after the greeting within which the reply must name the customer’s problem.',
    },
    genericWords: {
      type: 'phrases',
      default: [],
      description: 'Additional words that are too general to name a problem, such as your own term for a ticket.',
    },
  },
  groups: ['generic', 'salutation', 'farewell'],
  *check(reading, { sentences }) {
    const { rendering } = reading;
    const { words, text } = rendering;
    const opening = openingLines(reading, sentences);
    const first = opening[0];
    const last = opening.at(-1);
    if (!first || !last || isUnknown(rendering, 'opening')) return;
    const generic = new Set<number>();
    for (const { group, from, to } of reading.matches())
      if (group === 'generic' || group === 'genericWords') for (let at = from; at < to; at += 1) generic.add(at);
    const isSpecific = ({ from, to }: WordRange) =>
      words.slice(from, to).some(({ kind, code, quoted, placeholder, start, end }, index) => {
        if (placeholder) return !NAMES.has(placeholder.role);
        if (generic.has(from + index)) return code || quoted;
        if (kind === 'number') return !A_TIME.test(text.slice(start, end));
        return true;
      });
    if (opening.some(isSpecific)) return;
    const start = words[first.from]?.start ?? 0;
    yield {
      span: { start, end: words[last.to - 1]?.end ?? start },
      message: `“${shown(text.slice(start, words[first.to - 1]?.end))}” could open any reply: the first lines do not name the customer’s problem`,
      suggestions: ['Name what the customer wrote about: the product, the order, the problem or the question'],
    };
  },
});

/** Short numbers are usually times, as in “24 hours” or “at 17:30”. */
const A_TIME = /^\d{1,2}(?:[:.]\d{2})?$/;

/** Roles of placeholders for people and organizations, which do not name a problem. */
const NAMES: ReadonlySet<string> = new Set(['customer-name', 'agent-name', 'organisation']);
