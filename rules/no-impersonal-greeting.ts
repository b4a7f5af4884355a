import { defineAvoidanceRule, sentencesOf } from 'replylint/rule';

/**
 * Matches the end of a greeting. If the line continues, a name or a sentence follows: “Cher client Dupont”, “Liebe
 * Gäste kamen”.
 */
const ENDS = /^(?:$|[\n,:;.!()/*_–—]|\s+[–—(-])/;

export default defineAvoidanceRule({
  id: 'no-impersonal-greeting',
  segment: 'greeting',
  principle: 'Greet a person, not a customer record.',
  why: '“Dear customer” tells people that everyone got the same letter. A name takes only one placeholder, and even “Hi there” is warmer than a label.',
  pairs: 'Dear customer, → Hello Ana, | To whom it may concern, → Hello,',
  switchOff: 'Turn it off for letters to groups or public agencies, where no name is known.',
  source: 'All Customers Are Different; Excellence In Customer Service',
  presets: { recommended: 'warn', strict: 'error' },
  groups: {
    noun: { message: 'addresses a customer record, not a person' },
    title: { message: 'could address anyone' },
    nobody: { message: 'addresses no one in particular' },
    guys: { message: 'addresses a group with a word that leaves some people out' },
  },
  suggestions: ['Use the placeholder for the customer’s name, with “there” as its fallback'],
  counts: ({ sentence: index, group, end, to }, reading) => {
    const { sentences, locale, text } = reading.rendering;
    const sentence = sentences[index];
    if (sentence === undefined) return false;
    const goesOn = () => to >= sentence.to || !reading.says('@and', { from: to, to: to + 1 });
    // In English, a name never follows the noun directly, and the phrases already exclude other continuations.
    if (!/^en/i.test(locale) && !ENDS.test(text.slice(end, end + 6)) && goesOn()) return false;
    return group !== 'guys' || sentencesOf(reading.rendering, 'opening').includes(sentence);
  },
});
