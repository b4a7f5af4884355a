import { definePresenceRule, type Reading, salutationsOf } from 'replylint/rule';

/** A title or a picture may stand before the salutation. */
const FIRST_LINES = 3;

export default definePresenceRule({
  id: 'personalization',
  segment: 'personal',
  principle: 'Use the customer’s name.',
  why: 'No two customers are alike, and a reply without a name was plainly written for all of them.',
  source: 'The key to great customer service; All Customers Are Different',
  presets: { recommended: 'warn', chat: 'off' },
  appliesTo: { forms: ['full'] },
  suppliedBy: 'salutation',
  looksIn: 'anywhere',
  options: {
    anyPlaceholder: {
      type: 'flag',
      default: false,
      description: 'Let any value about this customer or case count, such as the order number.',
    },
  },
  phrases: {
    '*': { name: ['{customer-name}'], anyPlaceholder: ['{ticket}', '{other}', '{organisation}'] },
    en: {
      titled: [
        '^(hi|hello|hey|dear|good morning|good afternoon|good evening) (mr|mrs|ms|miss|mx|dr|prof) !(or|and|mr|mrs|ms)',
      ],
      // A value that is greeted is somebody, whatever it is called.
      addressed: [
        '^(hi|hiya|hello|hey|dear|welcome|welcome back|good morning|good afternoon|good evening) ({other}|{agent-name}) !(here|from|speaking|support)',
      ],
      salutation: salutationsOf('en'),
      nobody: [
        '(there|all|again|everyone|everybody|team|folks|friend|friends|guys|you|and|to|from|valued|dear|esteemed|our|respected|loyal)',
        '(customer|customers|client|clients|user|users|guest|guests|member|members|visitor|visitors|subscriber|subscribers|applicant|applicants|sender|requester|sir|sirs|madam|ma|maam|buyer|seller|shopper|shopper|resident|residents|tenant|tenants|parent|parents|student|students|patient|patients|passenger|passengers|traveller|traveler|reader|readers|player|players|donor|donors|supporter|supporters|candidate|developer|developers|colleague|colleagues|partner|partners|participant|participants|account|policyholder|cardholder|ladies|gentlemen|neighbour|neighbours|neighbor|neighbors|captain|hiring|support|world)',
        '(monday|tuesday|wednesday|thursday|friday|morning|afternoon|evening|thanks|thank|this|your|we|i|sorry|good|welcome|mr|mrs|ms)',
      ],
      introduced: ['(here|from|speaking)'],
    },
  },
  groupsOff: ({ anyPlaceholder }) => (anyPlaceholder ? [] : ['anyPlaceholder']),
  aside: ['salutation', 'nobody', 'introduced'],
  isThere: (reading) => greetsByName(reading) || hasNoName(reading),
  message: 'Nothing in it is for this customer alone: no name, no placeholder for one',
  suggestions: ['Put the placeholder for the customer’s name in the greeting'],
  examples: {
    good: [
      'Hi {% if user.name %}{{user.name}}{% else %}there{% endif %},\n\nYour invoice is attached, and a copy is in your account.',
      'Hi {{ticket.requester.first_name}},\n\nYour refund is on its way and should reach you by Friday.',
      'Hello [Customer Name],\n\nYour booking is confirmed for two nights.',
      'Thanks for your note, {%customer.firstName,fallback=friend%}! The export is fixed, and your file is in your inbox.\n\nBest,\nMia',
      'Dear Ms {lastname},\n\nYour documents have arrived, and nothing else is needed.',
      'Hi <reporter>,\n\nThank you for the steps; I could see it at once and have a fix ready for review.',
      'Hey @username, thank you for the backtrace. The crash is fixed on `main` and ships with the next release.\n\n— the maintainers',
      'Hello {account_owner},\n\nThe seats that you added are active, and the invoice is attached.',
      'Dear Maria,\n\nThe second mug is on its way and should be with you on Thursday.',
      {
        text: 'Hello,\n\nOrder {{order.number}} left us today and should be with you by Friday.',
        options: { anyPlaceholder: true },
      },
      { text: 'One moment, I am looking.', form: 'chat' },
    ],
    bad: [
      {
        text: 'Hi there,\n\nYour refund is on its way and should reach you by Friday. Write back if it does not.',
        marks: ['Hi there'],
      },
      {
        text: 'Dear Customer,\n\nYour booking is confirmed for two nights.\n\nBest,\nThe hotel',
        marks: ['Dear Customer'],
      },
      {
        text: 'Hello,\n\nOrder {{order.number}} left us today and should be with you by Friday.',
        marks: ['Hello'],
      },
      {
        text: 'Hello, Joanna here from billing.\n\nThe export is fixed, and the file you asked for is in your inbox.\n\nBest,\n{{agent.name}}',
        marks: ['Hello, Joanna here from billing'],
      },
    ],
  },
});

/** A name that is written out: “Dear Maria,”. Somebody’s, where it has a capital letter and is no general noun. */
function greetsByName(reading: Reading): boolean {
  const greetings = reading.matches('salutation').filter(({ sentence }) => sentence < FIRST_LINES);
  const { text, words } = reading.rendering;
  const isAny = (group: string, at: number) => reading.matches(group).some(({ from, to }) => from <= at && at < to);
  return greetings.some(({ to, end, sentence }) => {
    const name = words[to];
    return (
      name?.kind === 'word' &&
      name.sentence === sentence &&
      /^\p{Lu}\p{Ll}/u.test(text.slice(name.start, name.end)) &&
      /^[\s,]*$/.test(text.slice(end, name.start)) &&
      !isAny('nobody', to) &&
      !isAny('introduced', to + 1)
    );
  });
}

/** Where the template asks whether there is a name, and there is none, nobody can use it. */
function hasNoName({ rendering }: Reading): boolean {
  return rendering.conditions.some(({ role, holds }) => role === 'customer-name' && !holds);
}
