import { defineRule, sentencesOf } from 'replylint/rule';
import { isAskedFor, missing, poor } from './fallback/problem.js';

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
    const { rendering } = reading;
    const opening = new Set(sentencesOf(rendering, 'opening'));
    for (const word of rendering.words) {
      const { placeholder } = word;
      if (!placeholder || word.code || placeholder.role !== 'customer-name') continue;
      const sentence = rendering.sentences[word.sentence];
      const problem =
        placeholder.fallback !== undefined
          ? poor(placeholder.fallback, reading)
          : sentence && opening.has(sentence) && !isAskedFor(word, rendering)
            ? missing(placeholder, rendering.reply.helpdesk, fallback)
            : undefined;
      if (problem)
        yield {
          span: { start: word.start, end: word.end },
          message: `“${placeholder.text}” ${problem.does}`,
          suggestions: [problem.instead],
        };
    }
  },
});
