import { addresseeIn, definePresenceRule, greetsByName, hasNoName, IN_THREADS, isKeptForThreads } from 'replylint/rule';

export default definePresenceRule({
  id: 'personalization',
  segment: 'personal',
  principle: 'Use the customer’s name.',
  why: 'No two customers are alike, and a reply without a name was clearly written for all of them.',
  pairs: 'Hi, your parcel left today. → Hi {{customer.first_name}}, your parcel left today.',
  switchOff: 'Turn it off for chat, and for channels where you do not know the customer’s name.',
  source: 'The key to great customer service; All Customers Are Different',
  presets: { recommended: 'warn', chat: 'off' },
  appliesTo: { forms: ['full'] },
  suppliedBy: 'salutation',
  convention: 'use the customer’s name',
  yieldsTo: ['no-impersonal-greeting', 'valid-placeholder'],
  looksIn: 'anywhere',
  options: {
    inThreads: IN_THREADS,
    anyPlaceholder: {
      type: 'flag',
      default: false,
      description: 'Accept any value specific to the customer or case, such as an order number.',
    },
  },
  groups: [
    'name',
    'anyPlaceholder',
    'titled',
    'addressed',
    'several',
    'salutation',
    'thanking',
    'introduced',
    'nobody',
  ],
  groupsOff: ({ anyPlaceholder }) => (anyPlaceholder ? [] : ['anyPlaceholder']),
  aside: ['salutation', 'introduced', 'thanking', 'nobody'],
  isThere: (reading, { inThreads }) =>
    (!inThreads && isKeptForThreads(reading.rendering)) ||
    greetsByName(reading) ||
    addresseeIn(reading.rendering) !== undefined ||
    hasNoName(reading.rendering),
  message: 'The reply does not use the customer’s name or a placeholder for it',
  suggestions: ['Add the placeholder for the customer’s name to the greeting'],
});
