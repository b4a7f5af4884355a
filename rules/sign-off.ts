import { definePresenceRule, signatureOf } from 'replylint/rule';

const BY_TEAM = {
  message: 'The reply is signed by a team, not by a person',
  suggestion: 'Sign with the placeholder for the agent’s name, followed by the team’s name if you like',
};

export default definePresenceRule({
  id: 'sign-off',
  segment: 'concluding',
  principle: 'End with a closing and a name.',
  why: 'People remember who helped them. An unsigned reply seems to come from no one.',
  switchOff: 'Turn it off if your help desk adds the signature; better yet, set `signature` to `appended`.',
  source: 'The key to great customer service: How can I be memorable for the right reasons?',
  presets: { strict: ['warn', { requireName: true }] },
  appliesTo: { forms: ['full'] },
  suppliedBy: 'signature',
  convention: 'end with a name',
  looksIn: 'ending',
  options: {
    requireName: {
      type: 'flag',
      default: false,
      description: 'Accept only a person’s name or its placeholder. A team name or a closing alone does not count.',
    },
  },
  groups: ['farewell'],
  groupsOff: ({ requireName }) => (requireName ? ['farewell'] : []),
  isThere: ({ rendering }, { requireName }) => {
    const signature = signatureOf(rendering);
    return requireName ? signature?.by === 'person' : signature !== undefined;
  },
  message: 'The reply is not signed',
  says: ({ rendering }) => (signatureOf(rendering)?.by === 'team' ? BY_TEAM : undefined),
  suggestions: ['End with a closing, such as “Best regards”, and the placeholder for the agent’s name'],
});
