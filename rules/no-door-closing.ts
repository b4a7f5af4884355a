import { defineAvoidanceRule } from 'replylint/rule';

const CASE =
  '(ticket|case|request|conversation|matter|issue|complaint|thread|query|enquiry|inquiry|claim|file|topic|report|dispute|chat|appeal|correspondence)';
const MESSAGE =
  '(email|e-mail|mail|message|address|mailbox|inbox|account|notification|number|sender|reply|text|letter)';

export default defineAvoidanceRule({
  id: 'no-door-closing',
  segment: 'concluding',
  principle: 'Never end by shutting the door.',
  why: 'Whoever is told that nobody reads, or that nothing more will be said, stays alone with what is still open. Name the way back, even when the answer will not change.',
  source: 'Yes, YOU Need To Read And Share This: Concluding; The key to great customer service',
  presets: { recommended: 'warn', strict: 'error' },
  options: {
    allowWithChannel: {
      type: 'flag',
      default: true,
      description:
        'Let it pass where the same reply names a way back: another address, or that a reply opens the case again.',
    },
  },
  phrases: {
    en: {
      unread: [
        `(do not|never|not to|cannot|refrain from|avoid) (please)? (reply|respond|answer|replying|responding|answering) (directly)? to this ${MESSAGE}?`,
        `you (can not|are not able to|are unable to) (reply|respond) to this ${MESSAGE}`,
        `(this|the|our) (automated|sending|sender|automatic|email|e-mail)? ${MESSAGE} (is|are) (not|never|no longer) (being|regularly|actively)? (monitored|read|checked|attended|staffed|watched|looked at)`,
        `(this|the|our) (email|e-mail)? ${MESSAGE} (is|are) (unmonitored|unattended|unstaffed)`,
        'unmonitored (mailbox|inbox|address|account|email|e-mail)',
        `(replies|responses|answers|messages|emails|mails) (sent)? (to (this|it|the) ${MESSAGE}|here)? (are|will be|get) (not|never|deleted|discarded|ignored|unread|dropped|rejected|bounced|automatically deleted)`,
        `(replies|responses|answers|messages|emails|mails) (sent)? (to (this|it|the) ${MESSAGE}|here)? (will|do) not (be|get) (read|answered|seen|monitored|processed|reviewed|delivered)`,
        `(replies|responses|answers|messages|emails|mails) (sent)? (to (this|it|the) ${MESSAGE}|here)? (reach|go to|are read by) (nobody|no one|nowhere)`,
        `(address|mailbox|inbox|account|system) ... (can not|does not|is unable to|is not able to) (receive|accept|take|process|handle) ... (mail|mails|email|emails|e-mails|replies|messages|responses|anything)`,
        '(nobody|no one) (reads|monitors|checks|watches|answers) (this|these|the|it)',
        '(send|address|direct|write|mail|email) ... (noreply*|no-reply*|donotreply*|do-not-reply*)',
      ],
      final: [
        '(decision|ruling|answer|outcome|verdict|position|determination|result|word) (is|are|remains|stands|was) (therefore|hereby|absolutely|always)? final',
        '(final and binding|final decision and)',
        '(this|that) is (our|my|the) (final|last) (decision|answer|word|position|response|reply|offer)',
        '(not|no longer) (be)? (subject|open) to (any)? (further)? (review|appeal|discussion|debate|negotiation)',
        '(end of|nothing to|no room for) (discussion|story|debate|discuss|negotiate|negotiation)',
        'no (further|more|additional) (correspondence|discussion|discussions|communication|communications|replies|reply|response|responses|emails|messages|contact|questions|comments|debate|appeals|answers)',
        '(will|shall|can|do) (not|no longer|never) (be)? (responding|respond|respond to|reply|replying|answer|answering|enter into|entering into|discuss|discussing|engage|engaging|correspond|corresponding|continue|continuing|entertain|entertaining|consider|considering) ... (further|this|any|future|more|additional|again|messages|emails|correspondence|discussion|conversation)',
        '(will|shall|be|go) (go|left|be)? (unanswered|unread|ignored)',
        `(consider|regard|treat|deem|considered|regarded|deemed) (this|the|your|that|it|our) ${CASE}? (to be|as)? (now|hereby|finally)? (closed|settled|finished|concluded|resolved|final|over|done)`,
        'nothing (left|more|further|else) (for us|for me|from our side)? to (add|say|discuss|be (said|added|discussed))',
        '(do not|never|stop|refrain from|cease) (please)? (contact|write|email|e-mail|call|ring|message|bother|contacting|writing|emailing|calling|messaging|approach) (to)? (us|me|our team|support) (again|about (this|it)|any more|anymore|any further|further|with this|regarding)',
        '(do not|never) bother (to)? (opening|open|reply|replying|writing|write|contacting|asking|calling|answering)',
        '(will|shall|is) not be (reopened|re-opened|reconsidered|revisited|discussed|looked at again)',
        '(can not|no longer) be (reopened|re-opened|reconsidered|revisited|discussed)',
        'there is no (appeal|way to appeal|possibility to appeal|right of appeal|point in (replying|writing|asking))',
      ],
      closed: [
        `(the|this|your|a|that) (support|service|help)? ${CASE} ({any}|{number})? (is|was|has been|will be|are|got|gets) (now|hereby|therefore|then|also|automatically|already|being|permanently)? (closed|shut|terminated|solved|concluded|settled)`,
        `(the|this|your) (support|service|help)? ${CASE} ({any}|{number})? (was|has been|will be) (now|automatically)? (marked|set|flagged|resolved)`,
        `${CASE} (closed|shut) $`,
        `(i|we) (have|am|are|will|will be) (now|therefore|just|also|hereby|going to)? (closed|closing|close|shut|shutting|solved|ended|ending|archived|archiving) (this|the|your|that|it|out) (support|service)? ${CASE}?`,
        `(i|we) (have|am|are|will|will be) (now|therefore|just|also|hereby)? (marked|marking|mark|set|setting) (this|the|your|that|it) (support|service)? ${CASE}? (as|to) (solved|resolved|closed|complete|completed|done)`,
        `^closing (this|the|your|it) (as|out|now|for|because|since|due)? ${CASE}?`,
      ],
      wayBack: [
        '(reopen*|re-open*|opens again|open it again|open again|opened again|wakes it|brings it)',
        '!(not|never|to|no) (reply|respond|answer|write) (back|here|in)? (any time|anytime|at any time|if|when|whenever|to (it|us|me)|and (it|we|i|the))',
        '(just|simply|can|could|may|always|also|still|or) (reply|respond|answer|write|ring|call|email|reach|contact)',
        '^(reply|respond|answer|write)',
        '!(not|never|stop) (contact|reach|email|e-mail|mail|call|ring|phone|message|text|write to|write|ask|find|visit|use|get hold of) (to)? (us|me|our|my|support|{link}|{any}|{number}|the (chat|form|team|desk|help|support|hotline|number))',
        '(reach|find|get) (me|us) (at|by|on|in|under|via|through)',
        'let (me|us) know',
        '(get|be) (back)? in touch',
        'do not hesitate',
        'feel free to',
        '(welcome|happy|glad) to (reply|write|contact|call|hear|help|look)',
        '(your|a|any) (reply|answer|message|word|line) ... (brings|reaches|opens|wakes|reopens|lands|comes)',
        'do write',
        '(tell|ping|shout|holler) (me|us)?',
        '(any|more|further|other) questions',
        '(you can|you may|right to|how to|want to|wish to|like to) (appeal|object|complain|ask for a review|request a review)',
        '(ombudsman|arbitration|tribunal)',
      ],
      asked: [
        '(as|like) (you)? (have|had)? (asked|requested|wished|wanted|agreed|instructed)',
        '(at|on|per) your request',
      ],
    },
  },
  ignoredIn: ['code', 'quoted', 'question'],
  excuses: { wayBack: 'reply', asked: 'sentence' },
  groupsOff: ({ allowWithChannel }) => (allowWithChannel ? [] : ['wayBack']),
  message: {
    unread: 'tells the customer that nobody reads the answer',
    final: 'ends the conversation for the customer',
    closed: 'closes the case without a way back',
  },
  suggestions: ['Name the way back: where to write, or that a reply opens the case again'],
  examples: {
    good: [
      'I’m closing this ticket for now. Reply any time and it will reopen.',
      'Your account has been closed as you asked.',
      'Please don’t reply with your password.',
      'Our store is closed on Sunday.',
      'This inbox is not monitored; contact us at help@example.com instead.',
      'This matter is still open on our side.',
      'Your ticket was marked as solved. If it comes back, just reply.',
      'The final decision between the two colours is yours.',
      'We have closed the case at your request.',
    ],
    bad: [
      { text: 'Please do not reply to this email.', marks: ['do not reply to this email'] },
      { text: 'This mailbox is not monitored.', marks: ['This mailbox is not monitored'] },
      { text: 'Our decision is final.', marks: ['decision is final'] },
      { text: 'Your ticket has been closed.', marks: ['Your ticket has been closed'] },
      { text: 'We now consider this matter closed.', marks: ['consider this matter closed'] },
      {
        text: 'Please do not contact us about this again.',
        marks: ['do not contact us about this'],
      },
      {
        text: 'This inbox is not monitored; contact us at help@example.com instead.',
        options: { allowWithChannel: false },
        marks: ['This inbox is not monitored'],
      },
    ],
  },
});
