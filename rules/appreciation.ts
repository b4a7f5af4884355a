import { definePresenceRule, type Reading } from 'replylint/rule';

export default definePresenceRule({
  id: 'appreciation',
  segment: 'greeting',
  principle: 'Thank the customer once, for something real.',
  why: 'Everybody wants to feel appreciated, and it costs a line to thank for the visit, the report or the wait.',
  source: 'Yes, YOU Need To Read And Share This: Greeting, Concluding',
  presets: { strict: 'warn' },
  appliesTo: { forms: ['full'], exceptTopics: ['bereavement'] },
  convention: 'thank the customer',
  looksIn: 'anywhere',
  options: {
    inAdvance: {
      type: 'flag',
      default: true,
      description: 'Let “thanks in advance” count, though it thanks for nothing done yet.',
    },
  },
  phrases: {
    en: {
      thanks: [
        '!(no) (thanks|thank you|thx|cheers|kudos) (so|very|ever so|soo*)? (much|muc*|kindly|a lot|a million|again|also|too|both)? (for !(not)|that you|to you)',
        '!(no|you|can|to) (thanks|thank you) ({customer-name}|again|once more|ever so much|both)',
        '(i|we) (would like to|want to|wish to|must|do|can only)? (thank|thanked) you',
        'thanking you',
        '(thanks|thank you) (enough|a (bunch|ton|million))',
        '(big|heartfelt|warm|special|sincere|huge|real|a|our|my) (thanks|thank you) (to|for|from)?',
        '(many|huge|warm|our|my) thanks',
        '(because of|thanks to) (you|people like you|your)',
      ],
      appreciates: [
        '!(would|will|might|not) appreciate (you|your|the|it|that|this|how|all|every|any) !(if)',
        '(is|are|be|was|were|much|greatly|really|very) appreciated',
        '(i am|we are|am|are) (so|very|truly|really|most|deeply)? (grateful|thankful|obliged|indebted) (for|to|that|you)',
        '(it|that|this|support|loyalty|trust|note|words|gift|feedback) (really|truly)? means (a lot|a great deal|so much|the world|much)',
        '(how|so|very|really) (kind|good|thoughtful|lovely|generous|nice) of you',
        '(saved|made) (me|us|my|our|somebody|someone) ... (day|evening|week|time|hours|walk)',
      ],
      inAdvance: ['(thanks|thank you|thanking you) in advance'],
      bare: ['(thanks|thank you) (so much|very much|a lot)? $'],
    },
  },
  groupsOff: ({ inAdvance }) => (inAdvance ? [] : ['inAdvance']),
  aside: ['bare'],
  isThere: thanksBeforeTheEnd,
  message: 'Nothing thanks the customer',
  suggestions: ['Thank for what they did: the report, the photos, the wait, the visit'],
  examples: {
    good: [
      'Hi {{name}},\n\nThanks for flagging this. The page shows the right price again.\n\nBest,\nMia',
      'Hi {{name}},\n\nThank you for sending the screenshots so quickly. I can see the error and will write by noon.',
      'Hi {{name}},\n\nYour order has left our warehouse, and it should be with you on Friday. Thanks again!',
      'Hi {{name}},\n\nI really appreciate your detailed report. The fix is out, and the export works again.',
      'Hi {{name}},\n\nYour gift arrived on Friday. Thank you. It pays for a week of food.\n\nWarmly,\nRosalind',
      'Hi {{name}},\n\nThe fix ships on Thursday. Cheers for the crash log, it led us straight to the cause.',
      'Hi {{name}},\n\nPlease send us the form by Friday. Thanks in advance for your help.',
      'Hi {{name}},\n\nI am grateful that you told us. The form is shorter now.',
      'Hi {{name}},\n\nThank you sooo much for the cake. It was gone by ten, and the box is back at the desk.',
      { text: 'Now sign in again.', form: 'fragment' },
      {
        text: 'Dear {{name}},\n\nPlease accept our condolences. Nothing has to be decided today.',
        topics: ['bereavement'],
      },
    ],
    bad: [
      {
        text: 'Hi {{name}},\n\nYour plan is active again, and all of your boards are where you left them.\n\nThanks,\nMia',
        marks: ['Hi {{name}}'],
      },
      {
        text: 'Hi {{name}},\n\nNo thanks to the outage, the export failed. It works again now.',
        marks: ['Hi {{name}}'],
      },
      {
        text: 'Hi {{name}},\n\nWe would appreciate it if you sent the form today. It is the last one we need.',
        marks: ['Hi {{name}}'],
      },
      {
        text: 'Hi {{name}},\n\nThank you for not sharing this link. It is only for your team.',
        marks: ['Hi {{name}}'],
      },
      {
        text: 'Hi {{name}},\n\nPlease send us the form by Friday. Thanks in advance.',
        options: { inAdvance: false },
        marks: ['Hi {{name}}'],
      },
    ],
  },
});

/** “Thank you.” in the middle of a reply thanks; before the name it takes leave. */
function thanksBeforeTheEnd(reading: Reading): boolean {
  const { sentences } = reading.rendering;
  const end = sentences.findLastIndex(({ ends }) => ends !== '');
  return reading.matches('bare').some(({ sentence, from }) => {
    const isAlone = from === sentences[sentence]?.from;
    return !isAlone || sentence < end;
  });
}
