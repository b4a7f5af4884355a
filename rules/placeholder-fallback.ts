import { defineRule, fallbackProblem } from 'replylint/rule';

export default defineRule({
  id: 'placeholder-fallback',
  segment: 'hygiene',
  principle: 'Add a fallback for the customer’s name in the greeting if the help desk supports it.',
  why: '“Hi ,” tells customers that no one knows them, and “Hi valued customer” that no one wants to. A friendly fallback costs nothing.',
  switchOff: 'Turn it off if your help desk requires a name, so that it is never missing.',
  source: 'Excellence In Customer Service',
  presets: { strict: 'warn' },
  options: {
    fallback: { type: 'text', default: 'there', description: 'The word to suggest in place of a missing name.' },
  },
  groups: ['nobody'],
  needs: ['placeholder'],
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
