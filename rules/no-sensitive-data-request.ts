import { defineAvoidanceRule } from 'replylint/rule';

const SECRET = {
  message: 'asks for information that no one should send in a message',
  suggestion: 'Leave it out, or let the customer enter it on a secure page',
};

export default defineAvoidanceRule({
  id: 'no-sensitive-data-request',
  segment: 'hygiene',
  principle: 'Never ask for secrets by email or chat: no passwords, PINs, full card numbers or ID numbers.',
  why: 'Messages stay in mailboxes for years, and customers who get used to sending secrets will also send them to fraudsters.',
  pairs:
    'Please send us your password. → Please reset your password with the link below. | Please email us a copy of your passport. → Please show your passport at the counter.',
  switchOff: 'Never turn it off for email. It is safe to turn off for a channel with end-to-end encryption.',
  source: 'Yes, YOU Need To Read And Share This',
  presets: { recommended: 'error' },
  ignoredIn: ['code', 'quoted', 'negated'],
  groups: {
    secret: SECRET,
    asked: SECRET,
    please: SECRET,
    identity: {
      message: 'asks for enough to pass for the customer elsewhere',
      suggestion: 'Ask for one of them only, or let the customer verify it on a secure page',
    },
    document: {
      message: 'asks for an identity document without offering a secure way to send it',
      suggestion: 'Link to a secure upload page, and say when you will delete the copy',
    },
  },
});
