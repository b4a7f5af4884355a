import { defineRule, quoted, unfilledIn } from 'replylint/rule';

export default defineRule({
  id: 'no-unfilled-placeholder',
  segment: 'hygiene',
  principle: 'Finish the template: no TODOs, no filler text, no unfilled gaps.',
  why: 'A gap that reaches a customer proves that no one wrote to them personally. Slots such as [Name], which the agent fills in, are allowed unless you forbid them.',
  pairs: 'TODO add the address → Our address is on the invoice. | Lorem ipsum dolor sit amet → Your parcel left today.',
  switchOff: 'Turn it off for drafts; better yet, move them to a folder in `ignores`.',
  source: 'All Customers Are Different',
  presets: { recommended: 'error', strict: ['error', { manualSlots: 'forbid' }] },
  yieldsTo: ['no-internal-note'],
  options: {
    manualSlots: {
      type: 'one',
      of: ['allow', 'named', 'forbid'],
      default: 'allow',
      description:
        'Which agent-filled slots to allow: all; only slots that name a value, such as [Name] but not [insert link here]; or none.',
    },
    allow: { type: 'list', default: [], description: 'Slots to allow, exactly as written.' },
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
  needs: ['phrase', 'placeholder', 'link', 'question', 'bracket'],
  *check(reading, { manualSlots, allow }) {
    for (const { start, end, does } of unfilledIn(reading, manualSlots, allow)) {
      const message = `${quoted({ start, end }, reading.rendering.text)} ${does}`;
      yield { span: { start, end }, message };
    }
  },
});
