import { defineAvoidanceRule, sentencesOf } from 'replylint/rule';

/** Where a greeting ends. If the line goes on it is a name or a sentence: “Cher client Dupont”, “Liebe Gäste kamen”. */
const ENDS = /^(?:$|[\n,:;.!()/*_–—]|\s+[–—(-])/;

export default defineAvoidanceRule({
  id: 'no-impersonal-greeting',
  segment: 'greeting',
  principle: 'Greet a person, not a customer record.',
  why: 'Who is called “customer” knows that the letter went to everyone. A name costs one placeholder, and “Hi there” is still warmer than a category.',
  source: 'All Customers Are Different; Excellence In Customer Service',
  presets: { recommended: 'warn', strict: 'error' },
  groups: {
    noun: { message: 'greets a record, not a person' },
    title: { message: 'greets whoever it may be' },
    nobody: { message: 'greets nobody' },
    guys: { message: 'greets a crowd, and half of it by the wrong word' },
  },
  suggestions: ['Use the placeholder for the customer’s name, with “there” as its fallback'],
  counts: ({ sentence: index, group, end, to }, reading) => {
    const { sentences, locale, text } = reading.rendering;
    const sentence = sentences[index];
    if (sentence === undefined) return false;
    const goesOn = () => to >= sentence.to || !reading.says('@and', { from: to, to: to + 1 });
    // English joins no name to the noun without a sign of it; its phrases exclude what follows.
    if (!/^en/i.test(locale) && !ENDS.test(text.slice(end, end + 6)) && goesOn()) return false;
    return group !== 'guys' || sentencesOf(reading.rendering, 'opening').includes(sentence);
  },
});
