import { defineRule, fallbackProblem } from 'replylint/rule';

export default defineRule({
  id: 'placeholder-fallback',
  segment: 'hygiene',
  principle: 'Say what the greeting shall read where the customer’s name is missing.',
  why: '“Hi ,” tells customers that nobody knows them, and “Hi valued customer” that nobody wants to. A friendly word in its place costs nothing.',
  source: 'Excellence In Customer Service',
  presets: { strict: 'warn' },
  options: {
    fallback: { type: 'text', default: 'there', description: 'The word to suggest where a name is missing.' },
  },
  groups: ['nobody'],
  *check(reading, { fallback }) {
    for (const word of reading.rendering.words) {
      const problem = fallbackProblem(word, reading, fallback);
      if (!problem) continue;
      yield {
        span: { start: word.start, end: word.end },
        message: `“${word.placeholder?.text}” ${problem.does}`,
        suggestions: [problem.instead],
      };
    }
  },
});
