import { defineAvoidanceRule } from 'replylint/rule';

const SECRET = {
  message: 'asks for something that no one should send',
  suggestion: 'Link to a secure form, or ask for the last four digits only',
};

export default defineAvoidanceRule({
  id: 'no-sensitive-data-request',
  segment: 'hygiene',
  principle: 'Never ask for secrets by email or chat: no passwords, PINs, full card numbers or ID numbers.',
  why: 'Messages stay in mailboxes for years, and customers who get used to sending secrets will also send them to fraudsters.',
  pairs:
    'Please send us your password. → Please reset your password with the link below. | Please email us a copy of your passport. → Please show your passport at the counter.',
  switchOff: 'Never turn it off for email. It is safe to silence in a channel that is encrypted from end to end.',
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
      message: 'asks for an identity document without a safe way to send it',
      suggestion: 'Link to a secure upload, and say when you will delete the copy',
    },
  },
});
