import { defineAvoidanceRule } from 'replylint/rule';

const SORRY =
  '(sorry|apologies|apology|apologise|apologize|apologises|apologizes|apologising|apologizing|regret|regrets|regretting)';

const TROUBLE =
  '(inconvenience|inconveniences|trouble|troubles|disruption|disruptions|confusion|difficulty|difficulties|frustration|frustrations|distress|upset|hassle|hassles|delay|delays|issue|issues|problem|problems|discomfort|misunderstanding|misunderstandings|disappointment|annoyance|offence|offense|worry|concern|nuisance|disturbance|hardship|stress|impact|error|errors)';

/** What a refusal that only begins with “sorry” goes on with. “But we can’t …” is `no-dead-end`'s business. */
const THEN =
  '(this is|that is|it is|those are|these are|there is nothing|rules are|you (should|have|had|need|must|did|were|will|agreed|signed|chose|only|can not)|nobody|no one|everyone|everybody|company|policy|as)';

export default defineAvoidanceRule({
  id: 'no-hollow-apology',
  segment: 'responding',
  principle: 'Apologise for the thing that happened, not for “any inconvenience”.',
  why: 'An apology for whatever it may have been shows that nobody looked. Named, the fault is half mended.',
  source: 'Yes, YOU Need To Read And Share This: Greeting; The key to great customer service',
  presets: { recommended: 'warn', strict: 'error' },
  options: {
    allowTheInconvenience: {
      type: 'flag',
      default: false,
      description: 'Let “the inconvenience” pass, for replies that name it in the same breath.',
    },
  },
  phrases: {
    en: {
      any: [
        '(please)? (excuse|forgive|pardon) (us for)? any (inconvenience|inconveniences|trouble|delay|delays|confusion|disturbance|errors)',
        `${SORRY} ... (for|about|over|of) ... any ... ${TROUBLE}`,
        `${SORRY} (for|about)? any (and all)? ... ${TROUBLE}`,
        '(inconvenience|inconveniences) (is|are) (deeply|sincerely|very much|much|greatly|highly)? regretted',
        'any (such|potential|possible|temporary|further|resulting|and all)? (inconvenience|inconveniences) !(to|for|at) (that|which|this|it|you|we|caused|resulting|arising|incurred|may|might|is|are|has|experienced|suffered)',
        'any (trouble|disruption|confusion|upset|distress|annoyance|frustration|offence|offense) (that|which)? (this|it|we|our)? (may|might|could|has|have) (have)? (caused|cause)',
        '(sorry|apolog*) for (anything|whatever) (that)? ... (may|might|could|upset|offended|went|happened)',
        `${SORRY} (for|about) (whatever|whichever|(all|some)? (the)? (possible|potential|eventual)) ... ${TROUBLE}`,
        '(inconvenience|inconveniences) caused (is|are|to you|by this)?',
      ],
      maybe: [
        `${SORRY} ... ... (may|might|could) have (caused|been|felt|upset|led|given|inconvenienced|offended|affected|experienced|suffered|had|encountered)`,
        '(inconvenience|trouble|disruption|confusion|upset|distress|annoyance|frustration) (that|which)? (this|it|we|our) (may|might|could) (have)? (cause|caused)',
        // “If that came across as rude, we apologise.”
        'if (our|my|the|this|that|we|i|you|it|anything|something|anyone|somebody|any) ... (came across|came over|seemed|sounded|felt|was|were|caused|upset|offended|hurt|gave|left|made|has|have) ... (i|we) (do|can only|sincerely|truly|deeply|really|also)? (apologise|apologize|regret)',
        'if (our|my|the|this|that|we|i|you|it|anything|something|anyone|somebody|any) ... (came across|came over|seemed|sounded|felt|was|were|caused|upset|offended|hurt|gave|left|made|has|have) ... (i|we) (am|are) (so|very|truly|really|deeply)? sorry',
        '(sorry|apologies|apologise|apologize) if !(not) (this|it|that|you|we|i|the|there|my|our|your|anything|any|somebody|someone|anyone)',
      ],
      the: [
        '(we|i) (do|fully|can|truly)? (understand|realise|realize|acknowledge|recognise|recognize|appreciate) (that)? (the|this|any|your) (is an)? (inconvenience|inconveniences)',
        `${SORRY} ... (for|about) (all)? (the|this|your|our|these|that) (great|huge|big|serious|considerable|temporary|slight|minor|major|significant|unfortunate|terrible|massive)? (inconvenience|inconveniences)`,
        '(regret|regrets) (the|this|your) (inconvenience|inconveniences)',
        '(sorry|apologies|apologise|apologize) for (inconvenience|inconveniences|inconveniencing)',
      ],
      feel: [
        '(sorry|regret|apolog*) (that|to (hear|learn|see|read) (that)?|if|for how|how|about how)? you (may|might|have|are|still|all)? (feel|felt|feeling|think|thought|see|saw|believe|believed|perceive|perceived|took|take|taken|find|found) (so|it (so|that way|this way|like that|like this|as such|differently|otherwise|in (this|that) (way|light))|things (so|that way|this way|like that|like this|differently)|(that|this) way|like (that|this)|the way)',
        '(sorry|regret|apolog*) (that|to (hear|learn|see|read) (that)?|if)? you (may|might|have)? (feel|felt|think|believe|perceive|perceived) (that)? (we|our|your|the|i|my|us|this|it)',
        '(sorry|regret|apologise|apologize) (that|if) you (were|are|got|felt|feel|took)? (offended|offence|offense)',
        '(sorry|regret) (that)? you (think|believe|see it) so',
        '(sorry|regret) (for|about) (the way|how) you (feel|felt|perceive|perceived|see)',
      ],
      but: [
        `^sorry (about|for)? (that|this)? but ${THEN}`,
        `^(i|we) (am|are) (so|very|really|truly|terribly)? sorry (about|for)? (that|this|to hear that|you feel)? but ${THEN}`,
        `^(my|our)? apologies but ${THEN}`,
        `^(i|we) apolog* but ${THEN}`,
      ],
    },
  },
  groupsOff: ({ allowTheInconvenience }) => (allowTheInconvenience ? ['the'] : []),
  message: {
    any: 'apologises for whatever trouble there may be, not for what happened',
    maybe: 'apologises for something that may not even have happened',
    the: 'apologises for the inconvenience, not for what happened',
    feel: 'makes the customer’s feelings the fault',
    but: 'takes the apology back in the same breath',
  },
  suggestions: {
    any: ['Name what happened: “I’m sorry your order came two days late”'],
    maybe: ['Name what happened, without “may”, “might” or “if”'],
    the: ['Name what happened: “I’m sorry the lift was out all weekend”'],
    feel: ['Say what was done to them: “I’m sorry we left you waiting”'],
    but: ['End the sentence after the apology, then say what is possible'],
  },
  counts: (match, { rendering }) => {
    const said = rendering.text.slice(match.start, match.end);
    return match.group === 'but' || !/^\p{L}+,\s+(?:if|how)\b/iu.test(said);
  },
  examples: {
    good: [
      'Sorry for the delay: the parcel left today.',
      'I’m sorry your export failed. It runs again, and the file is in your inbox.',
      'I’m sorry you’ve had to deal with this.',
      'We apologise for the wrong size and have sent the right one.',
      'Sorry you had to wait three days for an answer.',
      'Let me know if the new date is any inconvenience.',
      'My apologies, I mixed up the two orders.',
      'Sorry, if you meant the other invoice, it is attached too.',
      'Can’t change the name from here, sorry, but the desk can do it at check-in.',
      'I’m sorry, but we can’t refund this one. You can swap it until Friday.',
      'If the new lamp flickers too, let me know, and I apologise in advance for the extra trip.',
      'I’m sorry you found the form so confusing. I filled it in for you.',
      'The lift is out until noon. If that is any inconvenience to you, I will have your bags carried up.',
    ],
    bad: [
      {
        text: 'We apologize for any inconvenience this may have caused.',
        marks: ['apologize for any inconvenience this may have caused'],
      },
      { text: 'Sorry for any inconvenience.', marks: ['Sorry for any inconvenience'] },
      { text: 'We regret any trouble caused.', marks: ['regret any trouble'] },
      { text: 'We apologise for the inconvenience.', marks: ['apologise for the inconvenience'] },
      { text: 'Sorry if this caused you trouble.', marks: ['Sorry if this'] },
      { text: 'If this sounded harsh, we apologise.', marks: ['If this sounded harsh, we apologise'] },
      { text: 'Sorry for whatever trouble there was.', marks: ['Sorry for whatever trouble'] },
      { text: 'We regret that you see things differently.', marks: ['regret that you see things differently'] },
      { text: 'I’m sorry you feel that way.', marks: ['sorry you feel that way'] },
      { text: 'I’m sorry that you think so.', marks: ['sorry that you think so'] },
      { text: 'Sorry, but this is how it works.', marks: ['Sorry, but this is'] },
      { text: 'We regret any disruption this might cause.', marks: ['regret any disruption'] },
      {
        text: 'I apologize for any confusion this may have caused.',
        marks: ['apologize for any confusion this may have caused'],
      },
      { text: 'Any inconvenience is deeply regretted.', marks: ['Any inconvenience is'] },
    ],
  },
});
