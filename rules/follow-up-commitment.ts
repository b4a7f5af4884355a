import { defineAvoidanceRule, type Match, type Reading } from 'replylint/rule';

const THING =
  '(this|it|that|them|these|your ... (problem|issue|request|case|ticket|message|question|report|feedback|complaint|claim|details|email|mail|enquiry|inquiry|query|order|file|files|comments|suggestion|concern|concerns|matter)|your (problem|issue|request|case|ticket|message|question|report|feedback|complaint|claim|details|email|mail|enquiry|inquiry|query|order|file|files|comments|suggestion|concern|concerns|matter)|the ... (problem|issue|request|case|ticket|message|question|report|feedback|complaint|claim|details|matter|logs|bug|file|files|photos)|the (problem|issue|request|case|ticket|message|question|report|feedback|complaint|claim|details|matter|logs|bug|file|files|photos)|everything|all of (this|it))';
const PASSED =
  '(escalated|forwarded|passed|handed|referred|relayed|transferred|submitted|raised|reported|flagged|logged|taken|assigned|sent|shared)';

export default defineAvoidanceRule({
  id: 'follow-up-commitment',
  segment: 'future',
  principle: 'If something is pending, say who does what by when.',
  why: '“We are looking into it” ends the sentence and starts the waiting. With a name and a time the customer can put it aside until then.',
  source: 'Yes, YOU Need To Read And Share This: Responding; Excellence In Customer Service',
  presets: { strict: 'warn' },
  options: {
    eventInsteadOfTime: {
      type: 'flag',
      default: true,
      description: 'Let an event stand for the time: “I will write as soon as it is live”.',
    },
  },
  phrases: {
    en: {
      pending: [
        '(i|we|he|she|they|team|colleague*|engineer*|developer*|department|specialist*|manager|staff|experts|technicians|people|am|are|is|will be|been|currently|still|now|already|actively) (currently|still|now|already|actively|also|all)? (looking|digging|checking) (further|deeper|closely|more closely)? (into|in to)',
        '(am|are|is|will be|been|currently|still|now|already|actively) (currently|still|now|already|actively|also)? (investigating|reviewing|examining|analysing|analyzing|researching|assessing|evaluating|troubleshooting|processing|working on|looking at|going through|chasing|trying to (find|reproduce|fix|resolve|trace|locate)|clarifying)',
        '(will|shall|going to|let (me|us)) (also|now|gladly|certainly|further|personally|of course)? (look into|look at|investigate|review|examine|dig into|check (with|on|into)|find out|follow up on|escalate|forward|chase|take (this|it) up)',
        `(i|we) (have|had)? (now|also|already|just|therefore)? ${PASSED} ${THING} (on|over|up|along|directly|internally)? (to|with|as|for)`,
        `(i|we) (have|had)? (now|also|already|just|therefore)? (escalated|forwarded|passed on|handed over|passed along|referred) ${THING}`,
        `(i|we) (have|had)? (now|also|already|just|therefore)? (passed|handed|sent) (on|over|along|up) ${THING}`,
        `(has|have|was|were|is|are|being|will be) (now|also|already|been|just)? (been)? (now|already)? (escalated|forwarded|passed (on|to|along|over)|handed (on|over|to !(you))|referred to|relayed|transferred to|assigned to|submitted to|raised with|reported to|flagged (to|with)|logged|placed in)`,
        '(team|colleagues|engineers|developers|technicians|people|staff|experts|i|we|they) (am|are|is|have been|has been) (still|currently|already|now|all)? working (very)? (hard|flat out|intensively|urgently|closely|around the clock|round the clock|day and night|diligently|full speed|overtime|tirelessly|at full speed) (on|to|with)',
        '(a|an|the)? (trace|search|investigation|enquiry|inquiry|review|audit|tracing request|claim|bug report|fault report) (has been|have been|was|is being) (now|already|also|just)? (opened|started|launched|begun|requested|initiated|set up|raised|filed|lodged|logged)',
        '(am|are|is) (already|now|well|fully|also)? aware that (the|your|our|some|this|that|it|there|a|an) ... (fail*|down|broken|slow*|unavailable|not working|crash*|missing|wrong|error*|hang*)',
        '(under|in|pending|awaiting) (internal|further|closer|active|manual|technical)? (review|investigation|consideration|examination|process|progress|approval|assessment|clarification)',
        '(waiting|wait) (to hear)? (for|on|from) (a|an|the|our|their|his|her|its|some|confirmation|news|feedback|word|another|parts|approval|information) !(you)',
        'awaiting (a|an|the|our|their|confirmation|news|feedback|parts|approval|information)',
        '(aware|informed) of (the|this|an|that|these|some|your) ... (issue*|problem*|outage*|error*|bug*|fault*|delay*|incident*|disruption*|difficult*|matter)',
        '(is|are|being|will be) (currently|now|still|being|already)? (being)? (investigated|reviewed|examined|checked|looked (into|at)|processed|worked on|assessed|evaluated|analysed|analyzed|clarified|verified|dealt with)',
        '(i|we) (have|had)? (now|also|already|just)? (asked|contacted|consulted|informed|notified|alerted|emailed|messaged|written to) (my|our|the|a|an) ... (team|colleague*|department|engineer*|developer*|supplier|carrier|courier|warehouse|manager|supervisor|bank|partner|manufacturer|technician*|specialist*|depot|seller|finance|billing|driver|provider|airline|hotel|clinic|doctor|people)',
        '(opened|raised|created|logged|filed) (a|an|the) (ticket|case|bug|bug report|report|issue|claim|request|investigation|trace|enquiry|inquiry) (with|for|to|at|internally|on)',
        '(will|shall) (also|then|certainly|of course|definitely|gladly)? (get back to|come back to|be in touch|be in contact|follow up|report back|revert|keep (you|everyone) (posted|updated|informed|in the loop|up to date)|let you know|get in touch|update you|contact you|inform you|notify you|advise you)',
        '(is|are|sits|lies|rests) (now|currently|already|still)? (with|in the hands of) (our|the|my|a) ... (team|department|colleague*|engineer*|developer*|specialist*|manager|supervisor|experts|technician*|warehouse|supplier|carrier|courier|management|legal|finance|billing|workshop|lab)',
        '(has|have|was|were) (now|also|already|been)? (been)? (informed|notified|alerted|contacted|asked|told) (of|about|to|and)',
        '(i|we|team|they|engineers|developers|technicians) (am|are|is) (currently|still|already|now|all)? on (it|the case|the matter|this)',
        '(doing|trying|do|try) (our|my|their) (very)? (best|utmost)',
        '(taking|take) care of (it|this|that|the)',
        'see what (i|we) can do',
        '!(you|if|when) (am|are|is) (still|currently|now|already|also|busy)? (looking for|fixing|going over|searching|tracing|checking|reading (it|your|this|through)|sorting (it|this|that|out)|chasing|repairing|testing)',
        '(is|are) (still|currently|now|already)? being (traced|prepared|repaired|fixed|tested|sorted|searched|packed|discussed|arranged)',
        '(has|have) been (informed|notified|alerted|told) $',
        '(sent|taken|given|shown) ... to (the|our|my|a) (workshop|lab|laboratory|team|technician*|engineer*|specialist*|developer*|supplier|manufacturer|manager|department|experts|lawyers|depot|warehouse)',
        '(case|ticket|request|claim|matter|question|report|complaint|file|application|parcel) is (now|currently|still) with',
        '(opened|started|launched|begun|requested|initiated|set up) (an|a|the) (internal|full|formal|new)? (investigation|search|trace|enquiry|inquiry|check|review|audit)',
        'be patient',
        'known to (us|our)',
        '(will|shall) act on',
        '(i|we) (will|shall|am going to) (also|now|gladly)? (check|ask|discuss|clarify|raise|take|speak|talk) ... (with|to|up with) (my|our|the) (manager|team|supervisor|colleague*|department|engineer*|developer*|warehouse|supplier|management|lawyer*|bank|courier|carrier|seller|driver|finance|billing)',
        '(need|needs) (a (little|bit)|some|a few)? more (time|days|hours)',
        '(on|on back|on special) order !(number)',
        '(has|have) been (ordered|requested|commissioned)',
        '(under way|underway|in the works|in the pipeline|in hand with)',
        '(doing|do) (all|everything|whatever|what|the best) (we|i|they) can',
        `(i|we) (have|had)? (now|also|already|just|therefore)? (escalated|forwarded|passed|put|handed|referred|relayed|reported|flagged|raised|submitted) ... (to|with) (our|the|my|a|tier|level|billing|finance|accounts|legal|management|engineering|development|{organisation})`,
        '(i|we|team|department|colleagues|warehouse|engineers|courier|carrier|supplier|workshop|depot|they) (am|are|is) (currently|still|now|already|also)? (discussing|searching|looking for|hunting|checking|testing|arranging|negotiating|monitoring|consulting|tracing|trying|preparing|verifying|clarifying|waiting)',
        '(bear with|hang tight|hang in there)',
        '(i|we) (have|had)? (taken|made) (a)? note of',
        '(gone|going|went|goes) to (our|the) ... (team|department|colleague*|engineer*|manager|specialist*|technicians|workshop|lab|supplier)',
        '(requested|ordered) (a|an|the) (review|investigation|check|trace|replacement part|part|parts) (from|with|by|of)',
        '(is|are|remains|was|been|be) (still|currently|now|put)? (pending|on hold|in the queue|in our queue|outstanding with|queued|unresolved)',
      ],
      promise: [
        '(i|we|he|she|they|you|it|who|team|support|colleague*|engineer*|specialist*|someone|somebody|manager|department|desk|dr|{any}|one of us|expert*|adviser|advisor|technician*|panel|surveyor|warehouse|supplier|courier|driver|office|everything|problem|issue|fix|answer|result|results|decision|update|updates|reply|refund|case|claim|replacement|part|page) (will|shall|should|aim to|expect to|plan to|hope to|promise to|can|usually|normally|typically|generally|always) ',
        '(will|shall) !(not|never)',
        '(takes|take|needs|need|expect|allow|due|scheduled|planned|expected|estimated)',
        '(next|an|another|the) (update|news|reply|answer|decision|status)',
        '(update|updates|news|status|progress) (here|on|at|every|follow*|is|are|by|from|via)',
        '(hear|get|receive|have|know|see) (back|from|an answer|a reply|it|more|news|the)',
        '(keep you|let you know|get back to you|be in touch|come back to you|write to you|call you|ring you|update you|reply to you|report back)',
        '(answers|replies|calls|rings|writes|decides|meets|comes|arrives|reviews|checks|sends|responds|ships|lands|visits)',
      ],
      time: [
        "{number} (to|or|and)? ({number})? (business|working|full|calendar|more|clear|further)? (second*|minute*|hour*|day*|week*|month*|min|mins|hrs|h|am|pm|gmt|utc|cet|est|o'clock)",
        '(within|in|every|once|half) (a|an|the|one|per|half)? (an|a|next|few|couple of)? (hour|hours|day|days|week|weeks|fortnight|month|minutes|working day|business day|business days)',
        '(hourly|daily|weekly)',
        '(by|at|until|before|from|after|on|around|about) {number}',
        'the {number}',
        '(by|on|within|in|until|before|at|after|from|for) (about|around|up to)? ({other}|{ticket}|{any})',
        '{other} (hours|days|business|working|minutes|weeks)',
        '(monday*|tuesday*|wednesday*|thursday*|friday*|saturday*|sunday*|weekend)',
        '(january|february|march|april|june|july|august|september|october|november|december|christmas|easter)',
        '(in|by|until|from|before|early|late|mid) may',
        '(today|tonight|tomorrow*|overnight|noon|midday|midnight)',
        '(this|next|tomorrow) (morning|afternoon|evening|week|weekend|month|quarter)',
        '(end of|close of|by the end of) (the)? (day|business|play|week|month|today)',
        'the same (day|hour|afternoon|morning|evening|week)',
      ],
      event: [
        '(as soon as|once|when|the moment|the minute|after|the day) (i|we|it|he|she|they|this|that|there|the|your|a|an|something|anything|everything|our) !(can)',
        '(even)? if (there is|i have|we have) (no|nothing|any) (movement|new|news|update)',
      ],
      done: [
        '(is|are|was|were|has been|have been) (now|already|all|since)? (fixed|resolved|solved|done|sorted|repaired|refunded|replaced|restored|back up|back online|live|working again)',
        '(i|we) (have)? (now|already|also)? (fixed|resolved|solved|refunded|replaced|restored|repaired|sorted|corrected)',
      ],
    },
  },
  ignoredIn: ['code', 'quoted', 'question', 'negated', 'conditional'],
  counts: (match, reading, { eventInsteadOfTime }) =>
    match.group === 'pending' &&
    isFirst(match, reading) &&
    !isDone(match, reading) &&
    !isCommitted(reading, eventInsteadOfTime ? ['time', 'event'] : ['time']),
  message: 'says that something is pending, but not who does what by when',
  suggestions: ['Add who writes next and when: “I’ll update you by Thursday noon”'],
  examples: {
    good: [
      'I’m looking into it and will update you by Thursday.',
      'We’ve escalated this; Ana will reply within 24 hours.',
      'We’re working on a fix. I’ll write as soon as it is live.',
      'I passed this to billing. You’ll hear from them tomorrow.',
      'We’re investigating and will post updates every hour.',
      'Your refund is done.',
      'Thank you for looking into the settings yourself.',
      'We’re aware that the page fails in Firefox; the fix goes live on Monday, and I’ll write then.',
      'A search was started by accident. I closed it, and all is as before: it is fixed.',
      'Your claim is under review. You will have our answer by [date].',
    ],
    bad: [
      { text: 'We are looking into this issue.', marks: ['are looking into'] },
      { text: 'Your ticket has been escalated to tier 2.', marks: ['has been escalated'] },
      { text: 'We’re working on a fix. Thanks for your patience.', marks: ['We’re working on'] },
      { text: 'I have forwarded this to the billing team.', marks: ['I have forwarded this to the'] },
      { text: 'Our engineers are working hard on it.', marks: ['engineers are working hard on'] },
      { text: 'A trace has been opened with the carrier.', marks: ['A trace has been opened'] },
      { text: 'Your request is under review.', marks: ['under review'] },
      {
        text: 'We’re working on a fix. I’ll write as soon as it is live.',
        options: { eventInsteadOfTime: false },
        marks: ['We’re working on'],
      },
    ],
  },
});

/** True where the reply says that it is done; what is to be done “once it is live” is not. */
function isDone(match: Match, reading: Reading): boolean {
  return reading
    .matches('done')
    .some(
      (done) =>
        (done.to <= match.from || done.from >= match.to) &&
        !reading.inContext(done, ['conditional', 'negated', 'question']) &&
        !reading.matches('event').some(({ sentence }) => sentence === done.sentence),
    );
}

/** One report a reply: what is missing is missing once. */
function isFirst(match: Match, reading: Reading): boolean {
  const ignored = match.entry.ignoredIn ?? (['code', 'quoted', 'question', 'negated', 'conditional'] as const);
  const first = reading.matches('pending').find((one) => !reading.inContext(one, ignored));
  return first === match;
}

/** True where some sentence says both that something will be done and when. */
function isCommitted(reading: Reading, whens: readonly ('time' | 'event')[]): boolean {
  const times = whens.flatMap((when) => reading.matches(when));
  return reading.matches('promise').some(({ sentence }) => times.some((time) => time.sentence === sentence));
}
