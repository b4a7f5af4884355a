import { defineAvoidanceRule } from 'replylint/rule';

export default defineAvoidanceRule({
  id: 'no-condescension',
  segment: 'responding',
  principle: 'Never imply that it was easy or obvious.',
  why: 'Whoever asks did not find it easy. “Obviously” tells them that they should have, and that is what they remember.',
  source: 'Yes, YOU Need To Read And Share This; Excellence In Customer Service',
  presets: { strict: ['warn', { level: 'all' }] },
  options: {
    level: {
      type: 'one',
      of: ['strong', 'all'],
      default: 'strong',
      description: 'Whether to report `all`, down to “simply click” and “of course”, or only what is `strong`.',
    },
  },
  groupsOff: ({ level }) => (level === 'all' ? [] : ['mild']),
  ignoredIn: ['code', 'quoted', 'conditional', 'negated'],
  groups: {
    strong: { message: 'implies that it was easy or obvious' },
    mild: { message: 'may sound as if it were easy or obvious' },
  },
  suggestions: ['Leave it out, or say what to do: “You can …”, “The setting is under …”'],
});
