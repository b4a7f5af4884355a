import { defineRule, shown, unfilledIn } from 'replylint/rule';

export default defineRule({
  id: 'no-unfilled-placeholder',
  segment: 'hygiene',
  principle: 'Finish the template: no TODO, no filler text, no gap that nobody fills.',
  why: 'A gap that reaches a customer is the plainest proof that nobody wrote to them. Slots such as [Name] are filled by the agent and stay allowed unless you forbid them.',
  source: 'All Customers Are Different',
  presets: { recommended: 'error', strict: ['error', { manualSlots: 'forbid' }] },
  options: {
    manualSlots: {
      type: 'one',
      of: ['allow', 'named', 'forbid'],
      default: 'allow',
      description:
        'Which slots that the agent fills in by hand are fine: any; those that name a value, such as [Name], but not [insert link here]; or none.',
    },
    allow: { type: 'list', default: [], description: 'Slots that are fine, as they are written.' },
  },
  groups: [
    'todo',
    'filler',
    'instruction',
    'spoken',
    'own',
    'capitals',
    'nameless',
    'date',
    'broken-off',
    'no-address',
  ],
  *check(reading, { manualSlots, allow }) {
    for (const { start, end, does } of unfilledIn(reading, manualSlots, allow)) {
      const message = `“${shown(reading.rendering.text.slice(start, end))}” ${does}`;
      yield { span: { start, end }, message };
    }
  },
});
