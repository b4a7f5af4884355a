import { definePresenceRule } from 'replylint/rule';

/** A title or a picture may stand before the salutation. */
const FIRST_LINES = 3;

export default definePresenceRule({
  id: 'greeting',
  segment: 'greeting',
  principle: 'Open by greeting the customer.',
  why: 'The first words tell whether a person or a machine writes. A reply that starts in the middle feels like being ignored at the counter.',
  source: 'Yes, YOU Need To Read And Share This: Greeting',
  presets: { recommended: 'error', chat: 'off' },
  appliesTo: { forms: ['full'] },
  suppliedBy: 'salutation',
  convention: 'greet',
  looksIn: 'opening',
  phrases: { en: ['^ @salutation'] },
  // A heading opens nothing, but one that greets does: “### Dear Ana,”.
  isThere: (reading) => reading.matches().some(({ sentence }) => sentence < FIRST_LINES),
  message: 'Nothing greets the customer',
  suggestions: ['Begin with a greeting and the customer’s name'],
  examples: {
    good: [
      'Hi {{ticket.requester.first_name}},\n\nYour refund is on its way and should reach you by Friday. Thank you for your patience.',
      'Good morning Ms {{customer.lastname}},\n\nYour booking is confirmed for two nights, breakfast included.',
      'Welcome back, [Name]!\n\nYour plan is active again, and all of your boards are where you left them.',
      '{{dc.greeting}}\n\nYour parcel left our warehouse this morning. You can follow it with the link below until it reaches your door.',
      'Hi {% if user.name %}{{user.name}}{% else %}there{% endif %},\n\nYour invoice is attached, and a copy is in your account.',
      { text: 'Sure, one moment please!', form: 'chat' },
      'Hello there,\n\nHighlights of your report are below, and the file is attached.',
      '### Dear [Name],\n\nYour ticket has been moved to the team that runs the shop.\n\nThe desk',
      'Howdy, and welcome to the forum!\n\nYour post is in the right place now.',
      { text: 'Then click Save and sign in again.', form: 'fragment' },
    ],
    bad: [
      {
        text: 'Your order has shipped.\n\nIt will arrive on Friday.\n\nBest regards,\nAna',
        marks: ['Your order has shipped'],
      },
      {
        text: 'Highlights of your report are below, and the rest is in the file that we attached.\n\nKind regards,\nThe Acme team',
        marks: ['Highlights of your report are below, and the rest is in the file that we attached'],
      },
      {
        text: 'Regarding ticket {{ticket.id}}: the export works again.\n\nKind regards,\n{{agent.name}}',
        marks: ['Regarding ticket {{ticket.id}}: the export works again'],
      },
      {
        text: 'Dear me, that export looks broken.\n\nWe are on it and will write tomorrow.\n\nBest,\nSam',
        marks: ['Dear me, that export looks broken'],
      },
      {
        text: '{% if vip %}Hi {{user.name}},\n\n{% endif %}Your invoice is attached.\n\nKind regards,\nThe Acme team',
        marks: ['Your invoice is attached'],
      },
    ],
  },
});
