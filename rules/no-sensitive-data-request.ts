import { defineAvoidanceRule } from 'replylint/rule';

export default defineAvoidanceRule({
  id: 'no-sensitive-data-request',
  segment: 'hygiene',
  principle: 'Never ask for a secret by mail or chat: no password, PIN, full card number or identity number.',
  why: 'What is sent to you stays in a mailbox for years, and a customer who learns to send secrets will send them to a fraudster, too.',
  source: 'Yes, YOU Need To Read And Share This',
  presets: { recommended: 'error' },
  ignoredIn: ['code', 'quoted', 'negated'],
  groups: {
    secret: {
      message: 'asks for something that nobody should send',
      suggestion: 'Link to a secure form, or ask for the last four digits only',
    },
    document: {
      message: 'asks for an identity document without a safe way to send it',
      suggestion: 'Link to a secure upload, and say when you delete the copy',
    },
  },
});
