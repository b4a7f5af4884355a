import { defineAvoidanceRule } from 'replylint/rule';

export default defineAvoidanceRule({
  id: 'no-condescension',
  segment: 'responding',
  principle: 'Never imply that something is easy or obvious.',
  why: 'If it had been easy, the customer would not have asked. “Obviously” tells them that they should have known, and that is what they remember.',
  pairs:
    'Obviously, the file is too large. → The file is too large. | The page is really easy. → You can find the page under Settings.',
  switchOff:
    'Set `level` to `strong` if “simply” and “of course” fit your tone, or turn the rule off for internal macros.',
  source: 'Yes, YOU Need To Read And Share This; Excellence In Customer Service',
  presets: { strict: ['warn', { level: 'all' }] },
  options: {
    level: {
      type: 'one',
      of: ['strong', 'all'],
      default: 'strong',
      description: 'Which phrases to report: `all`, including “simply click” and “of course”, or only `strong` ones.',
    },
  },
  groupsOff: ({ level }) => (level === 'all' ? [] : ['mild']),
  ignoredIn: ['code', 'quoted', 'conditional', 'negated'],
  groups: {
    strong: { message: 'implies that the task or answer was obvious' },
    shown: { message: 'implies that the customer should have known' },
    mild: { message: 'may imply that the task or answer is obvious' },
  },
  suggestions: ['Remove the phrase, or say what to do: “You can …”, “The setting is under …”'],
});
