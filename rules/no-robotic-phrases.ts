import { defineAvoidanceRule } from 'replylint/rule';

const LISTS = ['worn', 'official', 'machine', 'stiff', 'kindly', 'fillers', 'canned-empathy'];

export default defineAvoidanceRule({
  id: 'no-robotic-phrases',
  segment: 'personal',
  principle: 'Write as a person would speak to this customer.',
  why: 'A worn formula is read as no answer at all: it could stand in any letter to anyone. Where a plain word says the same, the customer hears a person.',
  source: 'All Customers Are Different',
  presets: {
    recommended: 'warn',
    chat: ['warn', { lists: ['worn', 'official', 'machine', 'stiff', 'kindly', 'fillers'] }],
  },
  options: {
    lists: {
      type: 'some',
      of: LISTS,
      default: ['worn', 'official', 'machine', 'stiff', 'kindly'],
      description:
        'Which lists of phrases to report. “stiff” and “kindly” count only with `strict`, as both are plain politeness in some Englishes; “fillers” (“Thanks for reaching out”) and “canned-empathy” (“I understand your frustration”) are house style in some teams and banned in others.',
    },
  },
  groupsOff: ({ lists }) => LISTS.filter((list) => !lists.includes(list)),
  groups: {
    worn: {
      message: 'sounds like a form letter',
      suggestion: 'Say it as you would across a table, or leave it out',
    },
    official: {
      message: 'sounds like an office, not a person',
      suggestion: 'Use the everyday word, and begin with what the customer wants to know',
    },
    machine: {
      message: 'tells the customer that a machine writes',
      suggestion:
        'Say who has it now and when they will hear: “Your message is with Ana; you will hear from her by noon”',
    },
    stiff: { message: 'sounds stiff', suggestion: 'Say it as you would across a table, or leave it out' },
    kindly: { message: 'asks in the voice of a form', suggestion: 'Write “Could you …?” or “Please …”' },
    fillers: { message: 'fills the line and says nothing', suggestion: 'Begin with what they wrote about' },
    'canned-empathy': {
      message: 'sounds learned by heart',
      suggestion: 'Name what happened to them instead',
    },
  },
});
