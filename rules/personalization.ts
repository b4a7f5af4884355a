import { addresseeIn, definePresenceRule, type Match, nameAt, type Reading } from 'replylint/rule';

/** A title or a picture may stand before the salutation. */
const FIRST_LINES = 3;
/** More words than this are no name. */
const MOST_WORDS_OF_A_NAME = 8;

export default definePresenceRule({
  id: 'personalization',
  segment: 'personal',
  principle: 'Use the customer’s name.',
  why: 'No two customers are alike, and a reply without a name was clearly written for all of them.',
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
      description: 'Accept any value that is specific to the customer or case, such as an order number.',
    },
  },
  groups: ['name', 'anyPlaceholder', 'titled', 'addressed', 'salutation', 'thanking', 'introduced', 'nobody'],
  groupsOff: ({ anyPlaceholder }) => (anyPlaceholder ? [] : ['anyPlaceholder']),
  aside: ['salutation', 'introduced', 'thanking', 'nobody'],
  isThere: (reading) => greetsByName(reading) || addresseeIn(reading.rendering) !== undefined || hasNoName(reading),
  message: 'The reply does not use the customer’s name or a placeholder for it',
  suggestions: ['Add the placeholder for the customer’s name to the greeting'],
});

/** A name that is written out: “Dear Maria,”, “Dear Mr and Mrs Lam”, “Thanks Tom,”, “Hi @tom”. */
function greetsByName(reading: Reading): boolean {
  const { rendering } = reading;
  const { text, sentences, words } = rendering;
  const lastSaid = sentences.findLastIndex(({ ends }) => ends !== '');
  const isNamed = ({ to, end, sentence }: Match) => {
    const name = words[to]?.sentence === sentence ? nameAt(rendering, to) : undefined;
    const isIntroduced = reading.matches('introduced').some(({ from }) => from === name?.to);
    const line = lineFrom(rendering, to);
    if (reading.matches('nobody').some(({ from }) => from >= to && from < line)) return undefined;
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

/** Index of the word before which a line, or what stands before a comma or a full stop, ends. */
function lineFrom({ text, words }: Reading['rendering'], from: number): number {
  const sentence = words[from]?.sentence;
  let to = from;
  while (words[to]?.sentence === sentence && to - from < MOST_WORDS_OF_A_NAME) {
    to += 1;
    if (/[,!.:\n]/.test(text.slice(words[to - 1]?.end, words[to]?.start))) break;
  }
  return to;
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
