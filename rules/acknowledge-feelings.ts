import { definePresenceRule } from 'replylint/rule';

export default definePresenceRule({
  id: 'acknowledge-feelings',
  segment: 'responding',
  principle: 'In a complaint, show that you see what it did to the person.',
  why: 'Someone who complains wants to be taken seriously before anything is solved. Naming the effect, or saying that they are right, does it; a stock sentence does not.',
  source: 'The key to great customer service; Clark, Murfett, Rogers and Ang 2013',
  presets: { strict: 'warn' },
  appliesTo: { forms: ['full'] },
  looksIn: 'anywhere',
  options: {
    canned: {
      type: 'one',
      of: ['ignore', 'count'],
      default: 'ignore',
      description: 'Whether a stock sentence such as “I understand your concern” counts.',
    },
  },
  groups: ['sorry', 'right', 'effect', 'heard', 'canned'],
  ignoredIn: ['code', 'quoted'],
  groupsOff: ({ canned }) => (canned === 'count' ? [] : ['canned']),
  isThere: ({ rendering }) => rendering.intent !== 'apologize' && !rendering.topics.includes('complaint'),
  message: 'Nothing shows that you see what it did to the customer',
  suggestions: ['Say what it cost them (“You lost a whole Saturday to it”), or that they are right'],
});
