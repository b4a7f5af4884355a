import { addresseeIn, definePresenceRule, type Match, nameAt, type Reading } from 'replylint/rule';

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
  convention: 'use the customer’s name',
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
      thanking: [
        '(thanks|thank you|sorry|apologies|cheers|congrats|congratulations|bravo) (again|so much|very much|a lot|a million|once more)?',
      ],
      // A value that is greeted is somebody, whatever it is called.
      addressed: [
        '^(hi|hiya|hello|hey|dear|welcome|welcome back|good morning|good afternoon|good evening) ({other}|{agent-name}) !(here|from|speaking|support)',
      ],
      salutation: ['^ @salutation'],
      introduced: ['(here|from|speaking)'],
    },
  },
  groupsOff: ({ anyPlaceholder }) => (anyPlaceholder ? [] : ['anyPlaceholder']),
  aside: ['salutation', 'introduced', 'thanking'],
  isThere: (reading) => greetsByName(reading) || addresseeIn(reading.rendering) !== undefined || hasNoName(reading),
  message: 'The customer’s name is not in it, nor a placeholder for it',
  suggestions: ['Put the placeholder for the customer’s name in the greeting'],
  examples: {
    good: [
      'Hi {% if user.name %}{{user.name}}{% else %}there{% endif %},\n\nYour invoice is attached, and a copy is in your account.',
      'Hi {{ticket.requester.first_name}},\n\nYour refund is on its way and should reach you by Friday.',
      '{% if n %}Hi {{n}},{% else %}Hi there,{% endif %}\n\nYour invoice is attached, and a copy is in your account.',
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
      'Dear Mr and Mrs Aydin,\n\nThe room with the balcony is yours from Friday.',
      'Nora, we had a look at the drill, and the battery is the culprit. A new one is in the post.',
      'Thanks for ringing back, Mrs Petrov. The second key is at the desk until six.',
      'I would gladly move the date for you, Ines, but the hall is taken. The Sunday after is free.',
      'Done, Mr Okafor: the old card is blocked, and the new one is in the post.',
      'Hi @tamsin-k, the patch is in, and the nightly build has it.',
      { text: 'One moment, I am looking.', form: 'chat' },
    ],
    bad: [
      {
        text: 'Sadly, we could not save the photos. The drive had failed before it reached our bench.',
        form: 'full',
        marks: ['Sadly, we could not save the photos'],
      },
      {
        text: 'Your export is ready again. If you prefer a call, the owner, Sven, is in on Fridays.',
        form: 'full',
        marks: ['Your export is ready again'],
      },
      {
        text: 'Parcelo, our carrier, has your parcel again. It should be with you on Friday.\n\nThanks, Mia',
        marks: ['Parcelo, our carrier, has your parcel again'],
      },
      {
        text: 'Hi there,\n\nYour refund is on its way and should reach you by Friday. Write back if it does not.',
        marks: ['Hi there'],
      },
      {
        text: 'Hello Generous Volunteer!\n\nYour shift at the stall is on Friday from nine to noon.',
        marks: ['Hello Generous Volunteer'],
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

/** Words that greet what somebody is, or name what was to stand there. */
const NOBODYS_NAME: Readonly<Record<string, RegExp>> = {
  en: /\b(?:volunteer|colleague|friend|supporter|donor|subscriber|member|partner|user|guest|customer|client|shopper|patron|team|all|everyone|everybody|folks|reader|editor|author|applicant|candidate|parent|student|resident|neighbou?r|player|traveller|traveler|passenger|patient|tenant|name|insert)s?\b/i,
};

/** A name that is written out: “Dear Maria,”, “Dear Mr and Mrs Lam”, “Thanks Tom,”, “Hi @tom”. */
function greetsByName(reading: Reading): boolean {
  const { rendering } = reading;
  const { text, sentences, words } = rendering;
  const lastSaid = sentences.findLastIndex(({ ends }) => ends !== '');
  const isNamed = ({ to, end, sentence }: Match) => {
    const name = words[to]?.sentence === sentence ? nameAt(rendering, to) : undefined;
    const isIntroduced = reading.matches('introduced').some(({ from }) => from === name?.to);
    const line = text.slice(end, end + 60).split(/[,!.:\n]/, 1)[0] ?? '';
    if (NOBODYS_NAME[rendering.locale.slice(0, 2)]?.test(line)) return undefined;
    return name && !isIntroduced && /^[\s,]*@?$/.test(text.slice(end, name.start)) ? name : undefined;
  };
  return (
    reading.matches('salutation').some((match) => match.sentence < FIRST_LINES && isNamed(match)) ||
    // After the last sentence “Thanks, Mia” signs.
    reading.matches('thanking').some((match) => {
      const name = match.sentence <= lastSaid ? isNamed(match) : undefined;
      return (
        name && match.from === sentences[match.sentence]?.from && !text.slice(match.end, name.start).includes('\n')
      );
    })
  );
}

/** Where the template asks whether there is a name, and there is none, nobody can use it. */
function hasNoName({ rendering }: Reading): boolean {
  return rendering.conditions.some(
    ({ role, holds, subject, values }) =>
      !holds && (role === 'customer-name' || (values[0] === true && greetsWith(subject, rendering.reply.body))),
  );
}

/** Where another arm greets with the value that is asked for, that value is a name: `{% if n %}Hi {{n}},{% endif %}`. */
function greetsWith(subject: string, body: string): boolean {
  if (!/^[\w.]{1,60}$/.test(subject)) return false;
  return [`{{${subject}}}`, `{{ ${subject} }}`].some((written) => {
    const at = body.indexOf(written);
    return (
      at > 0 &&
      /(?:^|[\n>}])\p{L}{2,12} $/u.test(body.slice(Math.max(0, at - 20), at)) &&
      body[at + written.length] === ','
    );
  });
}
