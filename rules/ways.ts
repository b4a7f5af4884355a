import type { Match, Reading } from 'replylint/rule';

/** What an agent will do about it, and what an agent did. */
const DOING =
  'add|arrange|ask|attach|book|call|change|check|connect|contact|cover|credit|email|enclose|escalate|extend|file|find|fix|flag|follow|forward|get|give|hand|help|hold|include|issue|keep|let|list|look|loop|mail|make|move|offer|open|order|pass|pause|pay|post|put|raise|rebook|recommend|refund|reopen|replace|reply|reserve|restore|ring|save|schedule|see|send|set|ship|show|sort|split|start|stop|suggest|swap|switch|take|tell|transfer|try|update|waive|work|write';
const DONE =
  'added|arranged|asked|attached|booked|called|changed|checked with|connected|contacted|covered|credited|emailed|enclosed|escalated|extended|filed|fixed|flagged|forwarded|given|gave|handed|included|issued|kept|listed|looped|moved|offered|opened|ordered|passed|paused|paid|posted|put|raised|rebooked|refunded|reopened|replaced|reserved|restored|rung|rang|saved|sent|set|shipped|sorted|started|stopped|swapped|switched|transferred|tried|waived|written|wrote';

/** Verbs that begin a sentence which says what the customer can do. */
const DO =
  'add|apply|ask|book|bring|buy|call|change|check|choose|click|collect|come|complete|contact|copy|create|disable|dm|download|drop|email|e-mail|enable|enter|exchange|export|file|fill|find|follow|forward|get|give|go|have a look|head|hold|install|keep|log|look|mail|message|move|open|order|pay|phone|pick|ping|point|post|press|put|reach|read|rebook|register|replace|reply|request|resend|reset|resubmit|return|ring|save|scan|see|select|sell|send|set|share|show|sign|speak|start|stop by|submit|swap|switch|take|talk|tap|tell|text|transfer|try|turn|type|update|upgrade|upload|use|visit|wait|walk|write';

/** Phrases that show a way forward, and those of a general close, which show none. */
export const ways = {
  way: [
    'you (can|could|may|might) (also|still|always|then|of course|either|instead|however|now|easily|simply|just|again|at any time|already)? !(not|no|only|never|see|understand|imagine|expect)',
    'you (are|will be) (always|very|most|still|also)? (welcome|free|able) to',
    'you (will|would|should)? (still|also|then)? (find|get|receive|hear from|have until|be able)',
    `(i|we) (have|has)? (already|also|just|now|gladly|therefore|instead)? (${DONE})`,
    '(i|we) (would)? (recommend|suggest|advise|propose)',
    `(i|we|team|support|colleague|somebody|someone|they|she|he) (can|could|will|would|shall|may|might|would like to|would be happy to|will be happy to|am happy to|are happy to|are going to|am going to|am glad to|are glad to|would love to|want to) (also|still|gladly|always|then|now|certainly|however|instead|happily|even|only)? (${DOING}|be in touch|be happy|do)`,
    '(i am|we are) (also|now|currently|already|still|just)? (adding|arranging|asking|attaching|booking|checking|crediting|extending|forwarding|giving|holding|issuing|keeping|looking|offering|passing|paying|putting|refunding|replacing|sending|sorting|swapping|testing|tracing|transferring|working|writing)',
    'let (me|us) (put|pass|connect|transfer|find|ask|forward|check|see|help|show|suggest|offer|take|look|try)',
    '(instead|alternatively|alternative|alternatives|otherwise|workaround|ombudsman|meanwhile)',
    '(appeals (board|form|team|desk)|to appeal|appeal (form|within|against|to|at|by))',
    '(in the meantime|until then|by then|as soon as)',
    'the (next|quickest|fastest|easiest|best|simplest|only|other) (step|way|thing|option|place|route|chance) (is|would be|to|that|here|for)',
    '(what|here is what|here are|here is) (i|we|you) (can|could)',
    'here (is|are) (a|the|two|three|some|what|how|your|an|another|our|where|who)',
    'would (you|that|this|it) (like|prefer|rather|help|work|suit|be)',
    '(shall|should|may|can|could) (i|we) !(be)',
    '(could|can|would|will) you (please|kindly|also|try|send|tell|share|check|let|give|confirm|reply|upload|add|say)',
    '(please|kindly) (also|just|then|instead|simply|either)? !(note|be|accept|understand|do|not|bear|excuse|forgive|know|rest|remember|refrain|stop|consider|find|feel|let|no|never|so|too|that|this|like|because|a|an|the|our|been|as|don)',
    `^(or|and|then|but|so|instead|first|just|simply|either|next|also|for that|to do so|in that case|otherwise|if so)? (${DO}) !(you|for|is|are|was|wishes|luck|regards)`,
    `(or|and|then|so|but|please|rather|simply|to) (please|just|simply|then|either)? (contact|call|ring|email|e-mail|mail|reply|write to|visit|try|use|ask|apply|reopen|resubmit|appeal|exchange|rebook|choose|pick) !(for|questions)`,
    '(should|may|might) (help|work|do the trick|solve|be able to)',
    '(does|do|works|work) (this|that|it|ship|deliver|offer|accept|fit|the trick)',
    '(but|however|though|yet) ... (can|could|does|do|will|works|work|offers|offer|accepts|accept|is|are) !(not|no)',
    '(is|are) (still|also|now|always|free|currently)? (open|available|possible|in stock|bookable|on offer|covered|accepted|offered|included|welcome|an option|free) (from|until|at|in|for|on|again|instead|to|with|through|via|if|as|by|here|online)',
    '(available|back|possible|open|bookable|in stock) (again)? (from|on|in|by|at|until|soon|here|online|next)',
    '(a|the|one|another|next|further) (waiting list|wait list|waitlist|voucher|refund|credit|discount|replacement|exchange|second option|free) (is|are|will|can|on)',
    'if (it|this|that|you|anything|the|your) (is|would (like|prefer|rather)|helps|prefer|send|can|want|change|changes|wait|book|reply|add|upgrade|tell|share|need (it|this|that|one)|still have (it|the)|think we)',
    'once (you|your|we)',
    '(the|a|an|another|one|next|new|ones|it|they|that|this|these|those|which) (next|new|other|same|one|ones|following|second|smaller|larger|week|day|month|year)? ... (starts|start|begins|begin|opens|open|runs|leaves|departs|ships|arrives|goes back|go back|costs|takes) (from|at|on|in|by|to|about|around|up|within|with|again|{number}|one|two|three|four|five|six)',
    'by (land|phone|post|mail|email|e-mail|hand|bus|train|ferry|bank transfer|card|courier|text|sms|yourself)',
    '(another|a different|one of our other|the other|our other|a second|a smaller|a larger|the smaller|the larger|a new|a similar) (size|colour|color|date|day|slot|plan|model|version|branch|shop|store|room|hotel|seat|flight|route|way|option|address|card|provider|supplier|place|account|copy|browser|device|appointment|team|person|colleague)',
    'at (reception|the (desk|counter|gate|door|box office|front desk)|any (shop|branch|counter|store|desk|station|stop))',
    '(colleague|colleagues|team|somebody|someone|desk|office|shop|counter|department|provider|bank|maker|manufacturer|courier|carrier|technician|engineer|nurse|doctor|partner|branch) ... (can|will|does it|do it|knows|know|helps|help|is with you|are with you|takes care|look into|looks into) !(not|no|never)',
    '(it|they|he|she) (takes|does it|do it|do|does|works)',
    'you are (kindly|hereby|also)? (requested|asked|invited|advised|encouraged) to',
  ],
  close: [
    '(any|other|further|more|additional) (other|further|more)? (questions|question|queries|query|concerns|help|assistance|information|clarification)',
    '(do|does|did) not hesitate',
    '(anything|something) (else|further|more)',
    'feel free',
    '(thank|thanks) (you)? (for|again|in advance|very|so)',
    '(have|enjoy|wish you|wishing you) (a|all|the|your|every)',
    '(good|best of) luck',
    'all the best',
    '(future|other) (endeavours|endeavors|applications|projects|orders|pull requests)',
    '(look|looking) forward to (your|seeing|welcoming|serving|future)',
    'take care',
    '(apologise|apologize|apologies|sorry|regret|inconvenience)',
    '(thank|thanks)',
    '(as|like) (i|we) (have)? (already|previously)? (said|told|mentioned|explained|stated|wrote)',
    '(i|we) (have)? (already|previously)? (told|explained|checked|looked) !(with)',
    '(keep|kept) (you|your|this|that|it)? (application|cv|details|mind|in mind|on file)',
    'after (careful|thorough) (consideration|review)',
    '(no longer|not|never|nothing) (be)? (able|possible|willing) to',
  ],
};

/** True where the reply shows a way forward: says what can be done, asks, or leads on. */
export function showsWay(reading: Reading): boolean {
  const { words, links, sentences } = reading.rendering;
  if (
    links.length > 0 ||
    words.some(
      ({ kind, folded, placeholder }) => kind === 'address' || isPhone(kind, folded) || leadsOn(placeholder?.text),
    )
  )
    return true;
  const closing = new Set(reading.matches('close').map(({ sentence }) => sentence));
  const counts = (match: Match) => !closing.has(match.sentence) && !reading.inContext(match, ['quoted']);
  if (reading.matches('way').some(counts)) return true;
  return sentences.some(({ ends }, index) => ends === '?' && !closing.has(index));
}

/** True for a number with as many digits as a telephone’s. */
function isPhone(kind: string, folded: string): boolean {
  return kind === 'number' && folded.replace(/\D/g, '').length >= 6;
}

/** True for a placeholder that stands for a way on: an address, an alternative, an include that cannot be seen. */
function leadsOn(placeholder: string | undefined): boolean {
  return (
    placeholder !== undefined &&
    /link|url|phone|e?mail|address|alternative|option|solution|dc\.|include|render|partial|> /i.test(placeholder)
  );
}
