import { defineRule, type Match, type Reading, shown } from 'replylint/rule';

export default defineRule({
  id: 'max-apologies',
  segment: 'responding',
  principle: 'Apologise once, then solve.',
  why: 'Beyond the first seconds an apology lowers satisfaction, and what is offered raises it. The third “sorry” is about the writer, not the customer.',
  source: 'Excellence In Customer Service; Singh, Marinova and Singh 2018',
  presets: { strict: 'warn' },
  options: {
    max: { type: 'count', default: 2, minimum: 0, description: 'How many apologies a reply may hold.' },
  },
  phrases: {
    en: {
      apology: [
        '!(than) (sorry|apologies|apologise|apologize|apologises|apologizes|apologising|apologizing)',
        '(our|my|an|sincere|full|another) (sincere|deepest|sincerest|full|heartfelt|unreserved)? apology',
        '(i|we|team|staff) (deeply|sincerely|truly|very much|greatly|really)? (regret|regrets) !(to)',
        '(forgive|pardon) (me|us)',
        '(beg|ask|asking|begging) (for)? (your|you for) (pardon|forgiveness|your pardon|your forgiveness) (for|that|about|again|once|too)',
        '(please|do) (excuse|forgive|pardon) (the|our|my|this|that)',
        'mea culpa',
      ],
      /** Sorrow that is nobody's fault, courtesies, and apologies that somebody else owes or does not owe. */
      other: [
        'sorry (for|about|to hear (of|about)) (the|your|this|such)? (sad|great|tragic|terrible|recent|deep)? (loss|bereavement|passing)',
        'sorry to (bother*|interrupt*|disturb*|insist|chase|see you (go|leave|leaving)|jump in|butt in)',
        '(no need|not need|not have|nothing|no reason|never|not) to (apologise|apologize|be sorry)',
        '(no|not) (need for)? (an)? (apology|apologies)',
        '(you|they|he|she) (are|have|should|do|did)? (not)? (to)? (apologise|apologize|sorry)',
        '(accept|accepted|received|appreciate|for) (your|his|her|their) (apology|apologies)',
      ],
    },
  },
  *check(reading, { max }) {
    const { rendering } = reading;
    const apologies = reading.matches('apology').filter((match) => isApology(match, reading));
    const surplus = apologies[max];
    if (!surplus) return;
    const count = apologies.length;
    yield {
      span: { start: surplus.start, end: surplus.end },
      message: `“${shown(rendering.text.slice(surplus.start, surplus.end))}” apologises once too often: ${count} times in all, and ${max} ${max === 1 ? 'is' : 'are'} enough`,
      suggestions: ['Keep the first apology, and put what you do about it in the place of the others'],
    };
  },
  examples: {
    good: [
      'I’m sorry the parcel was late. A new one ships today.',
      'No need to apologise, I’m happy to check again.',
      'Sorry about the wait! Again, sorry.',
      'I’m sorry for your loss. I’m sorry it took us a week to answer, and I apologise for the form letter.',
      'You don’t need to apologise; sorry from our side.',
      'Apologies for the mix-up.',
      'I beg your pardon? Sorry, which one? Sorry again.',
      'Sorry, which of the two plans? Sorry for asking again, and sorry the form lost your answer.',
      'You wrote “sorry, sorry, sorry”: it was our form, not you. Sorry about it.',
      '{% if late %}Sorry for the wait.{% else %}Sorry for the mix-up.{% endif %} I’m sorry, and here is the file.',
      { text: 'Sorry! Sorry again, and our apologies.', options: { max: 3 } },
    ],
    bad: [
      {
        text: 'Sorry for the delay. We apologise for the mix-up. Again, our sincere apologies.',
        marks: ['apologies'],
      },
      { text: 'We’re so sorry. We’re really sorry. Sorry again!', marks: ['Sorry'] },
      { text: 'We regret this, apologise for it and are sorry.', marks: ['sorry'] },
      {
        text: 'Sorry about the leak. We apologise for the plumber. I beg your pardon for the mess.',
        marks: ['beg your pardon for'],
      },
      { text: 'Sorry, sorry, and apologies once more.', marks: ['apologies'] },
      {
        text: 'We are sorry for the delay. The new one is here, and I apologise for it.',
        options: { max: 1 },
        marks: ['apologise'],
      },
    ],
  },
});

function isApology(match: Match, reading: Reading): boolean {
  if (reading.inContext(match, ['code', 'quoted', 'negated'])) return false;
  if (asksAgain(match, reading)) return false;
  return !reading.matches('other').some(({ from, to }) => from < match.to && match.from < to);
}

/** “Sorry, which plan?” and “Sorry, I don’t follow: which plan?” ask for an ear, not for pardon. */
function asksAgain({ from, end, sentence }: Match, { rendering }: Reading): boolean {
  const asked = rendering.sentences[sentence];
  return asked?.ends === '?' && asked.from === from && /^\s*,/.test(rendering.text.slice(end, end + 4));
}
