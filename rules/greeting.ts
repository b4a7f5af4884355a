import { definePresenceRule } from 'replylint/rule';

/** A title or a picture may precede the salutation. */
const FIRST_LINES = 3;

export default definePresenceRule({
  id: 'greeting',
  segment: 'greeting',
  principle: 'Open by greeting the customer.',
  why: 'The first words show whether a person or a machine is writing. A reply without a greeting feels like being ignored at the counter.',
  pairs: 'Your parcel left today. → Hello Ana, your parcel left today.',
  switchOff: 'Switch it off if your help desk adds the greeting; better, set `salutation` to `appended`.',
  source: 'Yes, YOU Need To Read And Share This: Greeting',
  presets: { recommended: 'error', chat: 'off' },
  appliesTo: { forms: ['full'] },
  suppliedBy: 'salutation',
  convention: 'greet',
  looksIn: 'opening',
  groups: ['salutation'],
  // A heading is not an opening unless it greets: “### Dear Ana,”.
  isThere: (reading) => reading.matches().some(({ sentence }) => sentence < FIRST_LINES),
  message: 'The reply does not greet the customer',
  suggestions: ['Begin with a greeting and the customer’s name'],
});
