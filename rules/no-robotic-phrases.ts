import { defineAvoidanceRule, IN_NOTICES } from 'replylint/rule';

const LISTS = ['worn', 'official', 'machine', 'stiff', 'kindly', 'fillers', 'canned-empathy'];

export default defineAvoidanceRule({
  id: 'no-robotic-phrases',
  segment: 'personal',
  principle: 'Write the way a person would talk to this customer.',
  why: 'A stock phrase reads like no answer at all: it could appear in any letter to anyone. Plain words sound like a person.',
  pairs:
    'Please do not hesitate to contact us. → Write to us any time. | I hope this message finds you well. → Thank you for the photos.',
  switchOff:
    'Shorten `lists` if some of these phrases are house style; turn the rule off for letters with prescribed wording.',
  source: 'All Customers Are Different',
  presets: {
    recommended: 'warn',
    chat: ['warn', { lists: ['worn', 'official', 'machine', 'stiff', 'kindly', 'fillers'] }],
  },
  yieldsTo: ['no-hollow-apology', 'no-vague-timeframe', 'no-overpromise', 'no-door-closing'],
  options: {
    inNotices: IN_NOTICES,
    lists: {
      type: 'some',
      of: LISTS,
      default: ['worn', 'official', 'machine', 'stiff', 'kindly'],
      description:
        'Which lists of phrases to report. `stiff` and `kindly` are reported only with `strict`, because both are plain politeness in some varieties of English; `fillers` (“Thanks for reaching out”) and `canned-empathy` (“I understand your frustration”) are house style on some teams and banned on others.',
    },
  },
  counts: ({ group }, { rendering }, { inNotices }) => inNotices || group !== 'machine' || rendering.form !== 'auto',
  groupsOff: ({ lists }) => LISTS.filter((list) => !lists.includes(list)),
  groups: {
    worn: {
      message: 'sounds like a form letter',
      suggestion: 'Say it the way you would in person, or remove the phrase',
    },
    official: {
      message: 'sounds bureaucratic',
      suggestion: 'Use everyday words, and begin with what the customer wants to know',
    },
    machine: {
      message: 'shows that the message was not written for this customer',
      suggestion:
        'Say who is handling the request and when they will reply: “Ana has your message, and you will hear from her by noon”',
    },
    stiff: { message: 'sounds stiff', suggestion: 'Say it the way you would in person, or remove the phrase' },
    kindly: { message: 'sounds like an official form', suggestion: 'Write “Could you …?” or “Please …”' },
    fillers: { message: 'is filler that says nothing', suggestion: 'Begin with what the customer wrote about' },
    'canned-empathy': {
      message: 'sounds scripted',
      suggestion: 'Describe what the customer experienced',
    },
  },
});
