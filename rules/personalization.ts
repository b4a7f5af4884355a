import { definePresenceRule } from 'replylint/rule';

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
      written: ['^(hi|hello|hey|dear|good morning|good afternoon|good evening) (mr|mrs|ms|miss|mx|dr|prof) !(or|and)'],
    },
  },
  groupsOff: ({ anyPlaceholder }) => (anyPlaceholder ? [] : ['anyPlaceholder']),
  message: 'Nothing in it is for this customer alone: no name, no placeholder for one',
  suggestions: ['Put the placeholder for the customer’s name in the greeting'],
  examples: {
    good: [
      'Hi {{ticket.requester.first_name}},\n\nYour refund is on its way and should reach you by Friday.',
      'Hello [Customer Name],\n\nYour booking is confirmed for two nights.',
      'Thanks for your note, {%customer.firstName,fallback=friend%}! The export is fixed, and your file is in your inbox.\n\nBest,\nMia',
      'Dear Ms {lastname},\n\nYour documents have arrived, and nothing else is needed.',
      'Hi <reporter>,\n\nThank you for the steps; I could see it at once and have a fix ready for review.',
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
        text: 'Dear customer,\n\nYour booking is confirmed for two nights.\n\nBest,\nThe hotel',
        marks: ['Dear customer'],
      },
      {
        text: 'Hello,\n\nOrder {{order.number}} left us today and should be with you by Friday.',
        marks: ['Hello'],
      },
      {
        text: 'Hello!\n\nThe export is fixed, and the file you asked for is in your inbox.\n\nBest,\n{{agent.name}}',
        marks: ['Hello'],
      },
    ],
  },
});
