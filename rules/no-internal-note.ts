import {
  defineAvoidanceRule,
  type Finding,
  type Match,
  type Passage,
  passagesOf,
  type Reading,
  type Rendering,
  type Rule,
  shown,
  type Word,
} from 'replylint/rule';
import {
  BY_NAME,
  CUES,
  ENOUGH,
  FILL_IN,
  FOREIGN,
  GOES_ON,
  IN_CASE,
  LINE,
  ORDER,
  SENTENCE,
  TELEGRAM,
  TO_SOMEBODY,
  VERBS,
} from './note/evidence.js';

/** Hosts that only colleagues can reach. */
const INTERNAL_HOST =
  /^(?:https?:\/\/)?(?:(?:[\w-]{1,40}\.){0,4}(?:staging|stage|preprod|uat|qa|intranet|internal|corp)\.[\w.-]{1,80}|[\w.-]{1,80}\.(?:internal|intranet|corp|lan|local))(?:[:/?#]|$)/i;

const said = defineAvoidanceRule({
  id: 'no-internal-note',
  segment: 'hygiene',
  principle: 'Keep notes for colleagues out of what the customer receives.',
  why: 'A line such as “delete before sending” goes out on the one busy day when nobody deletes it. It shows the customer the back of the shop.',
  source: 'My Problems Are Not My Customers’; All Customers Are Different',
  presets: { recommended: 'error' },
  options: {
    hosts: {
      type: 'list',
      default: [],
      description: 'Further hosts that customers must not see, such as `jira.acme.io`.',
    },
  },
  phrases: {
    '*': { host: ['{link}'] },
    en: {
      note: [
        '(draft|wip|work in progress) (only|not approved|do not send|not for sending)',
        '^(draft|wip|work in progress) $',
        'not (yet)? (approved|signed off) (by|yet)',
        'needs (approval|sign-off|translation|translating|rewriting|rewording) (by|from|before|first)',
        '(for|strictly)? (internal|staff|agents|agent|team) (use|eyes) only',
        '^(this (part|section|paragraph|bit|note) is)? (strictly)? for (the)? (staff|internal|agents|agent|team|employees|colleagues|reps|office|management) (use|eyes|information|reference|purposes)? only',
        '(see|per|read|under|following) (the|our)? (internal|private|staff) (note|notes|comment|comments|memo|instructions)',
        '(please|pls|can you|could you|can someone|can somebody|can anyone|could someone) (please|pls)? (double-check|check|confirm|ok|okay|approve|clear|run) (this|it|that|these|them|the (wording|figure|figures|amount|reply|numbers|draft)) (with|by|past) (the)? (finance|legal|compliance|marketing|accounting|management|hr|pr|ops|engineering|shift lead|team lead|boss)',
        '(tread|treading) (carefully|lightly) with (this|him|her|them)',
        'tread (carefully|lightly) $',
        '(refund|refunds|discount|discounts|credit|credits|goodwill|compensation|voucher|vouchers) ... without (approval|sign-off|a sign-off|escalation|asking (a|the) (lead|manager|supervisor))',
        'without ((a|the)? (supervisor|lead|team lead|manager)) (approval|sign-off)',
        '(go|going|goes|stay|staying) (above|over|beyond|below|under|higher than) {number} (with|for|on) this (one|customer|client|case|guest)',
        '^(internal|staff|agents|agent|team) only',
        '(note|notes|instruction|instructions|steps|reminder|hint|tip) (to|for) (agents|agent|self|staff|team|support|the (agent|agents|team|author|shift)|colleagues|reps|csrs) !(members|lead|leads)',
        '(do not|never) (send|forward|show|paste|share|read out|mention) (this|it|below|the (rest|following))? (note|macro|part|line|text)? (to|with) (the)? (customer|customers|client|clients|requester|caller)',
        'not for (the)? (customers|customer|clients|client|public|external use)',
      ],
      // As a heading or before a colon; who sells a help desk writes of internal notes, too.
      label: [
        '(internal|private|staff) (note|notes|comment|comments|memo|info|information only|instructions|instruction)',
      ],
      addressed: [
        '^(for)? (internal|internally|staff|colleagues|back office|backoffice) (note|info|fyi|use)? !({number})',
        '^(macro|template)? (agent|agents|author|csr|csrs|reviewer|translator|editor|copywriter|colleagues|supervisor)',
        '^(the)? (night|day|early|late|morning|evening|weekend) shift',
        '^(shift|team) lead',
      ],
      edit: [
        '^(please|pls)? (add|include|append|paste) (the|our)? (standard|usual|correct|right|appropriate|relevant) (sign-off|closing|disclaimer|footer|greeting|boilerplate|paragraph)',
        'paste (para|paragraph|section|block) (a|b|c|{number})',
        'last (updated|reviewed|edited) by',
        '(delete|remove|strike|edit|adapt|adjust|change|replace|fill|personalise|personalize|customise|customize|check|update|review|proofread) (this|these|the|it|me|all|as|in)? (line|lines|paragraph|paragraphs|part|sentence|section|note|block|text|wording|bracket|brackets|brackets above|placeholder|placeholders|macro|template|needed)? before (sending|posting|publishing|replying|you (send|hit|press|post) !(it|the|your|us|in))',
        'before (you|we)? (hit|press|hitting|pressing) send',
        '(delete|remove|strike|cut|drop) (as|where|if|when) (appropriate|applicable|needed|necessary|not (needed|applicable|relevant|required|appropriate))',
        '(delete|remove|strike|cut|drop|keep|skip|omit|leave|take) (out)? (this|the|that) (line|paragraph|sentence|bit|bullet) (out)? (if|for|unless|when|before|once) !(you|your)',
        'take (this|the|that) (line|paragraph|sentence|bit|part) out before',
        '(pick|choose|use|keep|select) (whichever|whatever|the one that|the ones that|what|those that) (applies|apply|fits|fit|is relevant|is needed) and (delete|remove|cut|drop)',
        '(delete|remove|cut|drop|strike) (the|whichever|whatever) (other one|others|one that|ones that) !(you|your)',
        '(pick|choose|use|keep|select|leave) (only)? (the|one|whichever|your) ... (option|options|version|versions|paragraph|paragraphs|line|lines|sentence|sentences|block|variant|wording|one|ones) ... and (delete|remove|cut|drop|strike|erase|scrap) (all)? (the)? (rest|other|others|remaining|remainder|unused) !(from|of|in|at)',
        '(delete|remove|cut|strike|erase) (all|everything|the (lines|options|paragraphs|sentences|parts|ones)) (but|except|that do not|which do not|not) (the one|the ones|one|apply|fit|needed|applicable|relevant)',
        'use (a|b|c|1|2|version {number}|option (a|b|one)) (for|if|when) ... (use)? (b|c|2) (for|if|when)',
        '^(please|pls)? (soften|reword|rephrase|tone down|personalise|personalize|tailor) (this|the|it|for|to|if|as|down)',
      ],
      choose: [
        '^(choose|pick|select|use) one (option|version|of the following|of these|paragraph)?',
        '(choose|pick|select)',
      ],
      macro: [
        '(macro|canned (reply|response|answer)|saved (reply|response)|standard (paragraph|reply|answer|text)|boilerplate|text (block|module)) {number}',
        '(use|send|apply) (only)? this (macro|one|canned reply|saved reply|version|reply) (only)? (if|when|for|after|as|to)',
        'only (use|send|apply) (this|these|for|if|when|to)',
        '(do not|never) use this (macro|reply|version|template|one|canned reply|saved reply)',
        '(start|beginning|end) of (the|this)? (macro|canned (reply|response)|saved (reply|response)|snippet)',
        '^(macro|canned reply|canned response|saved reply) (for|to|by|owner|author|name|version|used)',
      ],
      customer: [
        '^(please|pls|then|also|always|and|do not|never)? (tell|inform|remind|advise|refund|apologise to|apologize to|explain to|reassure|ask|call) (the)? (customer|cust|caller|requester) !(service|support|care|team|portal)',
        '(do not|never) (tell|inform|remind|promise|let) (the|this) (customer|client|caller|guest|requester|tenant|patient|buyer|member) (about|that|know|what|why|anything|how|which|who|see|find)',
        '(do not|never) (mention|reveal|disclose|say|explain|show|admit|promise) ... to (the|this) (customer|client|caller|guest|requester|tenant|patient|buyer)',
        '(do not|never) (refund|credit|compensate) (without|more than|over|above|unless|again)',
        '!(a|the|our|your|every|each|another|one|any|no|this|that|new|old|other|existing|valued|loyal|of|as) (customer|cx|client|requester|caller|cust) (has|is|was|had) (complained|called|phoned|asked|emailed|threatened|refused|demanded|claimed|already|angry|upset|rude|difficult|annoyed|vip|a vip|been (told|warned|refunded|informed|advised|rude|difficult))',
        '(repeat|serial|known|notorious|habitual) (complainer|complainant|moaner|refunder)',
        'if (customer|client|cust|caller|requester) (is|has|was|had|paid|lives|bought|wants|asks|does|did|cannot|already)',
        '(do not|never) (offer|promise|refund|give|grant) (them|him|her)? more than',
        '(only)? if pushed',
        '(the|this) (customer|client|requester|caller|cust) (wants|wanted|wishes|is (asking|angry|upset|complaining|requesting|threatening|claiming|insisting|unhappy|annoyed)|was (angry|upset|told|advised|informed)|asks|asked|says|said|claims|claimed|complains|complained|insists|insisted|threatens|threatened|reports|reported|requests|requested|called|refuses|refused|seems|sounds|would like|has (asked|requested|been (told|informed|advised)|already (asked|called|complained)))',
        'if (the)? (they|he|she|customer|client|cust|caller|guest) (sound|sounds|seem|seems) (upset|angry|annoyed|cross|irate|unhappy|frustrated)',
        'if (they|he|she|customer|client|cust|caller) (hesitate|hesitates|push back|pushes back|insist|insists|escalate|escalates|threaten|threatens|kick off)',
        'if (they|customer|cust|client|caller) (gave|left|rated|scored|mentioned|mention|asked for)',
        '^(customer|client|caller|cust|requester|user) (wants|wanted|unable|cannot|reports|reported|states|stated|says|said|claims|requests|requested|called|is (asking|unable|angry|upset|requesting))',
      ],
      approval: [
        '(legal|compliance|marketing|product|finance|management|pr|engineering) (still)? (has|have|needs|need|must|wants|want) (still)? (to)? (ok|okay|approve|confirm|sign|clear|review|check|reword|answer)',
        '(once|until|when|before|after) (legal|compliance|marketing|product|finance|management|pr|engineering) (has|have)? (ok*|approve*|confirm*|signed|cleared|review*|checked|answer*|replied)',
        '(legal|compliance|marketing|product|management) (says|said|wants|insists) (never|no|not|this|that|we|us|yes)',
        '(waiting|wait) for (legal|compliance|marketing|product|management) (to|approval|review|sign|feedback)',
        '(to)? (confirm|check|clear|verify|agree) (the)? (wording|phrasing|copy) (with|w|before|again)',
        '^(please|pls|then|always|first)? (ask|check with|confirm with|verify with|clear with|speak to|consult) (the)? (shift lead|team lead|team leader|duty manager|shift manager|line manager|legal|compliance|tier {number}|l2|l3)',
        '^(please|pls|then|always|first)? ask (supervisor|manager|lead|boss|colleague*)',
        '(check|confirm|clear|verify) with ... (on duty|on shift)',
      ],
      ticket: [
        '^(please|pls|then)? (set|change|move|switch|put|assign|reassign|escalate|tag|merge|transfer|route|solve|close) (the|this)? (ticket|case|conversation|chat|request) (to|as|with|into|on|and)',
        '(set|move|change) ticket (to|as)',
        '^(please|pls|then)? (escalate|escalated|reassign|hand over|handed over|hand off) (it|this|ticket|case)? to (tier|level|l|the)? ({number}|l2|l3|tier|billing|engineering|second line|supervisor|team lead|back office)',
        '^(please|pls|then)? (check|verify|see|search|update|look up|look in|log in|note in) (the|in|our|their|his|her)? (crm|jira|confluence|intranet|playbook|runbook|sop|dob|back office|backoffice|admin panel|internal)',
        '^(please|pls|then)? assign (it)? to (tier|level|billing|engineering|{number}|l2|l3)',
        '^(check|run|verify|ask for) (the|their|his|her)? (fraud score|risk score|account notes|dob|ltv|crm)',
        '(check|see) (the)? (fraud|risk) score',
      ],
      machine: [
        'as (a|an) (ai|large|artificial)? (language)? (model|intelligence)',
        'as an ai (assistant|chatbot|bot|language model|i)',
        '(here is|here are|below is|this is) (a|the|your|my|one)? (draft|revised|rewritten|polished|suggested|improved|refined|possible|shorter|professional) (draft|reply|response|answer|email|message|version|text)',
        '(per|under|within|against|following) my (guidelines|instructions|programming|training)',
        'my (training data|knowledge cutoff|knowledge cut-off)',
        'regenerate response',
        '^(sure|certainly|of course|absolutely) here is (a|the|your|my) (reply|response|email|message|draft|rewritten|polished|version)',
      ],
    },
  },
  // A note may well stand in a block quote; what stands in quotation marks is somebody’s words.
  ignoredIn: ['code'],
  counts: (match, reading, { hosts }) =>
    !isInQuotationMarks(match, reading) && (COUNTS[match.group]?.(match, reading, hosts) ?? true),
  message: {
    note: 'is meant for colleagues, not for the customer',
    label: 'is meant for colleagues, not for the customer',
    host: 'is an address that only colleagues can reach',
    addressed: 'speaks to a colleague',
    edit: 'tells the agent how to edit the reply',
    choose: 'tells the agent to choose',
    macro: 'is about the macro, not about the customer’s case',
    customer: 'speaks about the customer instead of to them',
    approval: 'is an open question among colleagues',
    ticket: 'tells the agent how to work the ticket',
    machine: 'is what the machine that wrote it said of itself',
  },
  suggestions: ['Keep it in the macro’s description or in an internal comment'],
  examples: {
    good: [
      'Our engineers looked at it, and you can share this with your team.',
      'Please remove the battery before sending the camera back.',
      'Hello [Customer name], your visit is on [date of the next visit].',
      'Choose one of these two and let me know; the offer stays open until [DATE].',
      'Your customers will see the new price, and the customer portal is at https://my.acme.io.',
      'I have set the ticket to solved. If they refuse the parcel, tell me.',
      'Please ask your supervisor, and check with your bank before you send the money.',
      'Go to Settings, choose: Export. We note for team members what you like; is it [the blue or the red one]?',
      'In Finder (press Cmd+Shift+G and paste that in) you see the log. ADD TO CART is grey until then.',
      'The survey is at [ INSERT LINK TO SURVEY ].',
      'Agent: {{agent.name}}\n\nYour card is on its way.',
      'We have 12 High Street on file. Is this still correct?',
      'As we wrote, “internal use only” is printed on the label.',
      'Our terms are at https://staging-furniture.example, and the shop at https://shop.example/internal.',
      'Use code A for socks and code B for shoes.',
      'To hide internal comments from your clients, choose “Team only”. Internal notes are never sent.',
      'The back door is for staff only; ring at the front. Internal: 64 GB, and no card slot.',
      'Choose the option that you like, and remove the rest from your basket.',
      'We tell the client about every change. A customer has already asked for this.',
      'Could you check this with your bank? No card is charged without your approval.',
      'Reset it (remove the battery first), check the mail (spam folder, too), and use cold water (if you have some).',
      'The bus leaves at nine (otherwise take the next one; ask the driver for a ticket).',
      '**Note:** the pool is closed. *** 20% off everything ***',
      'Press [Delete account], then [Check details]. Your guide is [name of the guide, and mobile number].',
      'Reminder for all members: bring the card (number on the back, check online if it is worn).',
      'If you are a student: bring your card. For reception: 101.',
      { text: 'The price is 12 (check price in CRM).', options: { allow: ['check price'] } },
    ],
    bad: [
      { text: 'Internal note: check this twice.', marks: ['Internal note'] },
      { text: 'Internal: handle this one first, please.', marks: ['Internal'] },
      { text: '## For staff only\n\nRefunds over £50 only with the lead.', marks: ['For staff only'] },
      { text: 'Never tell the guest why the room was changed.', marks: ['Never tell the guest why'] },
      {
        text: 'Keep the paragraph that fits and delete the others.',
        marks: ['Keep the paragraph that fits and delete the others'],
      },
      {
        text: 'Could someone ok this with legal? Client has called twice.',
        marks: ['Could someone ok this with legal', 'Client has called'],
      },
      { text: 'Do not send this to the customer!', marks: ['Do not send this to the customer'] },
      { text: 'Agent: pick one of the two options.', marks: ['Agent'] },
      { text: 'Hi [Name],\n\nDelete this line before sending.', marks: ['Delete this line before sending'] },
      { text: 'See https://staging.acme.io/orders for it.', marks: ['https://staging.acme.io/orders'] },
      { text: 'The customer wants a refund.', marks: ['The customer wants'] },
      { text: 'As an AI language model, I cannot answer that.', marks: ['As an AI language model'] },
      { text: 'Here is the draft reply:\n\nHi Ana,', marks: ['Here is the draft reply'] },
      {
        text: '[If they are in Wales: leave out the second line] Your permit is on its way.',
        marks: ['[If they are in Wales: leave out the second line]'],
      },
      { text: 'The fee is £20 (only if they asked).', marks: ['(only if they asked)'] },
      {
        text: 'Use this macro only when the parcel is lost. Your parcel is lost.',
        marks: ['Use this macro only when'],
      },
      { text: 'Escalated to tier 2.', marks: ['Escalated to tier 2'] },
      { text: 'CHOOSE ONE: we replace it, or we refund it.', marks: ['CHOOSE ONE'] },
      { text: 'Your check was <<CHOOSE: passed / not passed>>.', marks: ['CHOOSE'] },
      { text: '--- end of macro, set ticket to Pending ---', marks: ['end of macro', 'set ticket to'] },
      { text: 'Your tyres are here (verify size w/ workshop).', marks: ['(verify size w/ workshop)'] },
      {
        text: 'Your bill is 80 (copy from last one), due in May (ask Marek).',
        marks: ['(copy from last one)', '(ask Marek)'],
      },
      {
        text: '<<< swap product name >>> The kettle is back. [drop next sentence for cats]',
        marks: ['<<< swap product name >>>', '[drop next sentence for cats]'],
      },
      { text: 'Hello Tom, **adapt for UK store** it is back.', marks: ['adapt for UK store'] },
      { text: 'FOR RECEPTION: keep room 12 back.\n\nDear Ms Hill,', marks: ['FOR RECEPTION: keep room 12 back.'] },
      { text: 'Your claim is settled. (bitte Datum ergänzen)', locale: 'en', marks: ['(bitte Datum ergänzen)'] },
      { text: 'The room is ready (Kim, is this still so?).', marks: ['(Kim, is this still so?)'] },
      {
        text: 'We need [list what is missing, ask Bea if unsure].',
        marks: ['[list what is missing, ask Bea if unsure]'],
      },
      { text: 'Your watch is here.\n\nINSERT FINDINGS FROM JOB SHEET', marks: ['INSERT FINDINGS FROM JOB SHEET'] },
      { text: 'The strap is £20 (Doris: still the old price?).', marks: ['(Doris: still the old price?)'] },
      { text: 'Legal still has to approve this.', marks: ['Legal still has to approve'] },
      {
        text: 'The log is at https://wiki.acme.io/x.',
        options: { hosts: ['wiki.acme.io'] },
        marks: ['https://wiki.acme.io/x'],
      },
    ],
  },
});

/** Beside what is said: passages that are set apart, and speak to the agent in whatever words. */
const rule: Rule = {
  ...said,
  *check(reading, values) {
    const found = [...said.check(reading, values)];
    yield* found;
    yield* notesIn(reading, found);
  },
};
export default rule;

/** “Press [Delete account]”: what stands before the label of a button. */
const PRESSED = /\b(?:click|press|tap|hit|push|select|choose|button|open|menu|under|on|to|the|then|see)\s{0,2}$/i;

/** `[KB link]` names what the agent puts in. */
const NAMES_VALUE = /^\s?[\w-]{1,20} (?:link|url|article|page|number|id)\s?$/i;

function* notesIn(reading: Reading, found: readonly Finding[]): Generator<Finding> {
  const { rendering } = reading;
  const { text, words, locale } = rendering;
  const allowed = reading.matches('allowed');
  let [word, known, reported] = [0, 0, -1];
  for (const passage of passagesOf(rendering)) {
    const { start, end, setting } = passage;
    while ((words[word]?.end ?? Number.POSITIVE_INFINITY) <= start) word += 1;
    while ((found[known]?.span.end ?? Number.POSITIVE_INFINITY) <= start) known += 1;
    const first = words[word];
    if (!first || first.start >= end || !isWritten(first, rendering)) continue;
    if (start < reported || (found[known]?.span.start ?? end) < end) continue;
    if (setting === 'slot' && NAMES_VALUE.test(passage.inside)) continue;
    if (setting === 'slot' && PRESSED.test(text.slice(Math.max(0, start - 12), start))) continue;
    if (!isNote(passage, locale) || allowed.some((match) => match.start < end && start < match.end)) continue;
    reported = end;
    yield {
      span: { start, end },
      message: `“${shown(text.slice(start, end))}” tells the agent what to do`,
      suggestions: ['Keep it in the macro’s description or in an internal comment'],
    };
  }
}

/** True where a passage tells the agent what to do: where enough of what it says is said to no customer. */
function isNote({ inside, setting }: Passage, locale: string): boolean {
  const said = inside
    .trim()
    .replace(/^[.…*–-]{1,6}\s?/, '')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ');
  if (!said.includes(' ') && setting !== 'aside') return false;
  const lower = said.toLowerCase();
  const language = locale.slice(0, 2);
  const fillsIn = setting === 'slot' && FILL_IN.test(lower) && !GOES_ON.test(lower);
  if (setting === 'line' && !LINE.test(lower) && !isForeign(lower, language)) return false;
  let found = (BY_NAME.test(said) ? 3 : 0) + (IN_CASE.test(said) ? 4 : 0) + (!fillsIn && ORDER.test(said) ? 3 : 0);
  if (setting !== 'line' && TO_SOMEBODY.test(said)) found += 7;
  if (isForeign(lower, language)) found += 4;
  for (const { says, weight, only } of CUES[language] ?? [])
    if ((!only || only.includes(setting)) && !(fillsIn && VERBS.has(says)) && says.test(lower)) found += weight;
  if (found > 0 && ENOUGH[setting] > 2 && lower.split(' ').length >= TELEGRAM && !SENTENCE.test(lower)) found += 1;
  return found >= ENOUGH[setting];
}

/** True for a note in another language than the reply’s. */
function isForeign(lower: string, language: string): boolean {
  return Object.entries(FOREIGN).some(([code, says]) => code !== language && says.test(lower));
}

/** Neither code, nor somebody’s words, nor a value that the help desk fills in. */
function isWritten({ code, quoted, placeholder, sentence }: Word, { sentences, blocks }: Rendering): boolean {
  if (code || (quoted && blocks[sentences[sentence]?.block ?? -1]?.kind !== 'quote')) return false;
  return placeholder?.kind !== 'machine' || placeholder.text.startsWith('[[');
}

function isInQuotationMarks({ from, sentence }: Match, { rendering: { words, sentences, blocks } }: Reading): boolean {
  return words[from]?.quoted === true && blocks[sentences[sentence]?.block ?? -1]?.kind !== 'quote';
}

/** The last word on matches that mean something only in their place. */
const COUNTS: Readonly<Record<string, (match: Match, reading: Reading, hosts: readonly string[]) => boolean>> = {
  host: ({ from }, { rendering: { words } }, hosts) => {
    const address = words[from]?.folded ?? '';
    return INTERNAL_HOST.test(address) || hosts.includes(address.replace(/^https?:\/\//, '').split(/[/:?#]/)[0] ?? '');
  },
  label: ({ from, to, end, sentence }, { rendering: { text, sentences } }) =>
    /^\s*(?:[:)\]–—]|-\s)/.test(text.slice(end, end + 3)) ||
    (sentences[sentence]?.from === from && sentences[sentence].to === to),
  // “Agent: Anna” is a field of a form.
  addressed: ({ to, end, sentence }, { rendering: { text, words, sentences } }) =>
    text[end] === ':' && words[to]?.kind === 'word' && (sentences[sentence]?.to ?? 0) - to >= 3,
  // To a customer one would not write “CHOOSE ONE:”.
  choose: ({ start, end }, { rendering: { text } }) =>
    text[end] === ':' && text.slice(start, end) === text.slice(start, end).toUpperCase(),
};
