import { defineRule, type Reading, shown } from 'replylint/rule';

const WE = '(we|our team|our support team|our staff|our agents|our engineers|our support|our agent)';

const ADVERB =
  '(now|just|already|also|gladly|happily|of course|certainly|then|therefore|since|immediately|sincerely|deeply|both|successfully|personally|today|manually|still|currently)?';

const DONE =
  '(refunded|reset|sent|re-sent|resent|fixed|resolved|checked|updated|cancelled|canceled|changed|looked|reviewed|processed|issued|transferred|forwarded|escalated|passed|added|removed|restored|reactivated|unlocked|extended|credited|replaced|moved|merged|closed|reopened|booked|arranged|scheduled|confirmed|contacted|called|asked|investigated|found|located|noted|corrected|adjusted|applied|attached|waived|reported|spoken|tested|verified|enabled|disabled|deleted|upgraded|downgraded|rebooked|reshipped|shipped your|marked|shared|received confirmation|ordered|traced|logged|raised|granted|activated|deactivated|approved|converted|renewed)';

const DO =
  '(refund|reset|send|resend|fix|resolve|check|update|cancel|change|look|review|process|issue|transfer|forward|escalate|pass|add|remove|restore|reactivate|unlock|extend|credit|replace|move|merge|close|reopen|book|arrange|schedule|confirm|contact|call|ask|investigate|find|locate|note|correct|adjust|apply|attach|waive|report|speak|test|verify|enable|disable|delete|help|assist|write|reply|respond|follow up|get back|come back|get in touch|be in touch|keep you|let you|update you|inform you|apologise|apologize|make sure|walk you|guide you|see what|take a look|get this|get you|gladly|mark|share|trace|raise|log|grant|activate|approve|be happy|reach out)';

const DOING =
  '(refunding|resetting|sending|fixing|resolving|checking|updating|cancelling|changing|looking|reviewing|processing|investigating|forwarding|escalating|passing|adding|removing|working|replacing|moving|closing|contacting|calling|asking|arranging|tracing|writing|reaching|following|trying|issuing|crediting|going to)';

/** Whoever signs as a team speaks as one on purpose. */
const TEAM = /\b(?:team|support|staff|crew|desk|department|office|help ?desk|service)\b/iu;

/** “Ana, Acme Support”, “Ana from the Acme team”: a person in a team. */
const BESIDE_A_NAME = /[,|/]|\b(?:from|at|of)\b/iu;

const MOST_WORDS_OF_A_NAME = 6;

export default defineRule({
  id: 'first-person-voice',
  segment: 'personal',
  principle: 'Say “I” for what you do yourself.',
  why: '“I” tells the customer that somebody has taken it on; agents who say it are found more helpful, and their customers buy more. “We” for everything hides who acts.',
  source: 'Excellence In Customer Service; The key to great customer service; Packard, Moore and McFerran 2018',
  presets: { strict: 'warn', chat: 'warn' },
  appliesTo: { forms: ['full', 'chat'], exceptTopics: ['legal', 'outage'] },
  options: {
    allowTeamSignature: {
      type: 'flag',
      default: true,
      description: 'Let a reply that is signed by a team, and by nobody in it, say “we”.',
    },
  },
  phrases: {
    en: {
      company: [
        `${WE} (have|has|had) ${ADVERB} ${DONE}`,
        `${WE} (will|shall|can|could|would|may|might) ${ADVERB} (be able to|love to|like to|be happy to|be glad to)? ${DO}`,
        `${WE} (are|is|were|was|have been|has been) ${ADVERB} (so|very|really|truly|always)? ${DOING}`,
        '(we) (sincerely|deeply|truly|really|do|humbly)? (apologise|apologize|understand (your|how|that|why))',
        `(we) ${ADVERB} (refunded|reset|sent|re-sent|fixed|checked|updated|cancelled|canceled|changed|looked|reviewed|processed|issued|transferred|forwarded|escalated|passed|added|removed|restored|unlocked|extended|credited|replaced|moved|merged|reopened|contacted|called|asked|investigated|found|corrected|adjusted|applied|attached|waived|tested|verified|enabled|noticed)`,
        '(how|what|where) (can|may|could|should|else can|else could|else may) we (help|assist|do)',
        'let us (look|check|get back|see what|fix|find out|investigate)',
      ],
      person: ['(i|me|my|mine|myself)'],
      farewell: ['^ @farewell'],
    },
  },
  *check(reading, { allowTeamSignature }) {
    const { rendering } = reading;
    const [first] = reading
      .matches('company')
      .filter((match) => !reading.inContext(match, ['code', 'quoted', 'conditional']));
    if (!first) return;
    if (reading.matches('person').some((match) => !reading.inContext(match, ['code', 'quoted']))) return;
    if (allowTeamSignature && isSignedByTeam(reading)) return;
    yield {
      span: { start: first.start, end: first.end },
      message: `“${shown(rendering.text.slice(first.start, first.end))}” hides who acts: the reply never says “I”`,
      suggestions: ['Say “I” for what you do yourself, and “we” for what the company does'],
    };
  },
  examples: {
    good: [
      'I’ve refunded your order; our bank partner needs 3 days.',
      'We ship on weekdays. I’ve marked yours as express.',
      'I’m checking with our engineers.',
      'My colleague and I looked at it.',
      'Hi, I’m Ana. We have refunded your order.',
      'I’d suggest plan B.',
      'Hi [Name],\n\nWe are closed on Sundays, and we have two shops in Ghent.\n\nBest,\nAna',
      'Hi [Name],\n\nWe have refunded your order.\n\nBest,\nThe Acme team',
      { text: 'We have reset your password.', form: 'auto' },
      'Hello [Name],\n\nWe have moved your booking to Friday.\n\nKind regards,\n{{company.name}}',
      { text: 'We are looking into it.', form: 'full', topics: ['outage'] },
    ],
    bad: [
      {
        text: 'Hi [Name],\n\nWe have refunded your order. We will check our logs.\n\nBest,\nAna',
        marks: ['We have refunded'],
      },
      { text: 'We are looking into it and will update you.', form: 'chat', marks: ['We are looking'] },
      { text: 'Our team has reset your password.', form: 'chat', marks: ['Our team has reset'] },
      { text: 'We can help you with this.', form: 'chat', marks: ['We can help'] },
      { text: 'We’ve sent the invoice again.', form: 'chat', marks: ['We’ve sent'] },
      { text: 'We apologise and have fixed it.', form: 'chat', marks: ['We apologise'] },
      { text: 'We will call you on Monday.', form: 'chat', marks: ['We will call'] },
      { text: 'How can we help you?', form: 'chat', marks: ['How can we help'] },
      {
        text: 'Hi [Name],\n\nWe have moved your booking to Friday.\n\nKind regards,\nAna\nAcme Support',
        marks: ['We have moved'],
      },
      {
        text: 'Hi [Name],\n\nWe have refunded your order.\n\nBest,\nThe Acme team',
        options: { allowTeamSignature: false },
        marks: ['We have refunded'],
      },
    ],
  },
});

/** “The Acme team” stands in the last line, and no person beside or above it. */
function isSignedByTeam(reading: Reading): boolean {
  const { sentences, words, text } = reading.rendering;
  const [above, last] = sentences.slice(-2);
  if (!above || !last || last.ends !== '' || last.to - last.from > MOST_WORDS_OF_A_NAME) return false;
  const said = text.slice(last.start, last.end);
  if (BESIDE_A_NAME.test(said)) return false;
  const isName =
    above.ends === '' &&
    above.to - above.from <= MOST_WORDS_OF_A_NAME / 2 &&
    !reading.matches('farewell').some(({ sentence }) => sentences[sentence] === above);
  if (isName) return false;
  const signed = words.slice(last.from, last.to);
  if (signed.some(({ placeholder }) => placeholder?.role === 'agent-name')) return false;
  return TEAM.test(said) || signed.some(({ placeholder }) => placeholder?.role === 'organisation');
}
