import { definePresenceRule } from 'replylint/rule';

export default definePresenceRule({
  id: 'acknowledge-feelings',
  segment: 'responding',
  principle: 'In a complaint, acknowledge how the problem affected the customer.',
  why: 'Someone who complains wants to be taken seriously before anything is solved. Name the effect, or say that they are right; a stock phrase is not enough.',
  pairs:
    'The new table arrives on Friday. → We let you down: you had no table for the party. The new one arrives on Friday.',
  switchOff: 'Turn it off if complaints go to a team whose replies are written from scratch, not from templates.',
  source: 'The key to great customer service; Clark, Murfett, Rogers and Ang 2013',
  presets: { strict: 'warn' },
  appliesTo: { forms: ['full'] },
  looksIn: 'anywhere',
  options: {
    canned: {
      type: 'one',
      of: ['ignore', 'count'],
      default: 'ignore',
      description: 'Accept stock phrases such as “I understand your concern”.',
    },
  },
  groups: ['sorry', 'right', 'effect', 'heard', 'canned'],
  ignoredIn: ['code', 'quoted'],
  groupsOff: ({ canned }) => (canned === 'count' ? [] : ['canned']),
  isThere: ({ rendering }) => rendering.intent !== 'apologize' && !rendering.topics.includes('complaint'),
  message: 'Nothing acknowledges how this affected the customer',
  suggestions: ['Say what it cost them (“You lost a whole Saturday to it”), or that they are right'],
});
