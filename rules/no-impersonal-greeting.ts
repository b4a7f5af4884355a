import { defineAvoidanceRule, sentencesOf } from 'replylint/rule';

/**
 * Where a greeting ends. If the line continues, it continues with a name or a sentence: “Cher client Dupont”, “Liebe
 * Gäste kamen”.
 */
const ENDS = /^(?:$|[\n,:;.!()/*_–—]|\s+[–—(-])/;

export default defineAvoidanceRule({
  id: 'no-impersonal-greeting',
  segment: 'greeting',
  principle: 'Greet a person, not a customer record.',
  why: '“Dear customer” tells people that everyone got the same letter. A name takes one placeholder, and even “Hi there” is warmer than a category.',
  pairs: 'Dear customer, → Hello Ana, | To whom it may concern, → Hello,',
  switchOff: 'Turn it off for letters to groups or authorities, where no name is known.',
  source: 'All Customers Are Different; Excellence In Customer Service',
  presets: { recommended: 'warn', strict: 'error' },
  groups: {
    noun: { message: 'addresses a customer record, not a person' },
    title: { message: 'could address anyone' },
    nobody: { message: 'addresses no one in particular' },
    guys: { message: 'addresses a group, and does not include everyone in it' },
  },
  suggestions: ['Use the placeholder for the customer’s name, with “there” as its fallback'],
  counts: ({ sentence: index, group, end, to }, reading) => {
    const { sentences, locale, text } = reading.rendering;
    const sentence = sentences[index];
    if (sentence === undefined) return false;
    const goesOn = () => to >= sentence.to || !reading.says('@and', { from: to, to: to + 1 });
    // English never adds a name directly to the noun; the phrases exclude what may follow.
    if (!/^en/i.test(locale) && !ENDS.test(text.slice(end, end + 6)) && goesOn()) return false;
    return group !== 'guys' || sentencesOf(reading.rendering, 'opening').includes(sentence);
  },
});
