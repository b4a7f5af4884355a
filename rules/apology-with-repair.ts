import { defineRule, type Match, type Reading, shown } from 'replylint/rule';

/** What was done to put a thing right, said with or without who did it. */
const DONE =
  '(refunded|fixed|reset|re-sent|resent|reshipped|replaced|corrected|restored|credited|cancelled|canceled|changed|moved|updated|resolved|repaired|added|removed|reopened|arranged|booked|ordered|issued|processed|extended|waived|merged|unlocked|reactivated|applied|switched|transferred|upgraded|escalated|raised|forwarded|reported|attached|rebuilt|redone|rewritten|recalculated|redelivered|shipped|dispatched|reserved|reversed|returned|rolled back|scheduled|rescheduled|rebooked|reprinted|adjusted|deducted|blocked|deleted|stopped|retrained|briefed)';

/** What counts as done only where it is said who does it. */
const DONE_BY_US =
  '(sent|asked|passed|spoken|checked|found|included|put|set|taken|given|tested|cleaned|closed|doubled|written|called|started|agreed|told|looked|made (sure|a note|the change|it|you|this right))';

export default defineRule({
  id: 'apology-with-repair',
  segment: 'responding',
  principle: 'Let an apology be followed by what happens now.',
  why: 'Regret alone leaves the customer where they were. Taking responsibility and offering a repair are what an apology is judged by.',
  source: 'Excellence In Customer Service; The key to great customer service; Lewicki, Polin and Lount 2016',
  presets: { strict: 'warn' },
  appliesTo: { forms: ['full', 'chat', 'auto'], exceptTopics: ['bereavement'] },
  phrases: {
    en: {
      filled: ['{other}'],
      apology: [
        '(sorry|apologies|apologise|apologize|apologises|apologizes|apologising|apologizing)',
        '(our|my|an|sincere|full) (sincere|deepest|sincerest|full|heartfelt|unreserved)? apology',
        '(i|we|team|staff) (deeply|sincerely|truly|very much|greatly|really)? (regret|regrets) !(to)',
      ],
      /** Sorrow that is nobody's fault, and courtesies. */
      light: [
        'sorry (for|about|to hear (of|about)) (the|your|this|such)? (sad|great|tragic|terrible|recent|deep)? (loss|bereavement|passing)',
        'sorry (to|for|about) (bother*|interrupt*|disturb*|ask*|trouble you|trouble|insist|nudge|chase|be a pain|see you (go|leave|leaving)|jump in|butt in|repeat|the (basic|silly|obvious|many|extra|long) (question|questions|message|mail|list))',
        '(no need|not need|not have|nothing|no reason|never|not) to (apologise|apologize|be sorry)',
        '(no|not) (need for)? (an)? (apology|apologies)',
        '(you|they|he|she|customer|courier|carrier) (apologise|apologize|apologised|apologized|said sorry|are sorry)',
        'better safe than sorry',
        'nothing to be sorry',
      ],
      repair: [
        '{include}',
        `(i|we|they|he|she|team|colleague|colleagues|{agent-name}) (have|has|am having|are having|had)? (now|just|already|also|since|therefore|both|today|personally|then|manually)? (${DONE.slice(1, -1)}|${DONE_BY_US.slice(1, -1)})`,
        `(has|have|is|are|was|were) (now|just|already|also|since|all)? (been)? (now|fully|already|just)? ${DONE}`,
        '(i|we|they|he|she|team|colleague|colleagues|courier|driver|technician|{agent-name}|you|it|everything|replacement|refund|parcel|order|money|fix|update|credit|new one|one|item|items) (will|shall) !(not|never|always|continue|strive|try|keep|do)',
        '(will|shall) (be|arrive|reach|leave|go out|ship|cover|bring|follow|come|land|appear|replace|refund|send|call|write|fix|take|start|get|receive|have|see|hear|repair|ring|visit|collect|deliver|clean|paint|fit|install|restore|return|pay|correct|adjust|credit|mend)',
        '(i|we) (am|are) (now|just|also|already|currently|personally)? (going to|about to|sending|refunding|crediting|fixing|replacing|looking|checking|working|arranging|adding|issuing|investigating|asking|putting|shipping|cancelling|rebuilding|retraining|changing|on it|making|moving|waiving|calling|tracing|reviewing|escalating)',
        '(let|allow) (me|us) (just|quickly|please|also|see|know|check|look|fix|have|make|put|get|find|take|sort|help|walk|explain|try|send|reset|start|show|do|ask|add|arrange|go|give|dig|pull|confirm|set|move|change|work|bring|correct|refund)',
        "(let's|let us) (not|just|quickly|please|first)? (reset|fix|get|see|try|find|check|look|sort|make|start|go|put|take|solve|work|do|set|move|have|begin|figure)",
        '(refund|refunds|refunded|replacement|replacements|credit note|voucher|coupon|discount|compensation|free of charge|on the house|at no cost|at our (cost|expense)|reimburse*|money back|goodwill|full credit|store credit|waive*|exchange) !(policy)',
        '(can|could|would|will|may|might) (you|i|we) (please|kindly|just|also|maybe|then)? (send|share|tell|give|confirm|check|try|reply|let|provide|attach|forward|offer|do|arrange|call|ask|get|have|like|refund|replace|fix|help|see|take|look|make|change|move|set|show|reset|resend|ship|walk|find|sort|come|bring|add|cancel|point|dm|message|put|keep|exchange|choose|use|swap|go|reach|pick|open|click|start)',
        '(please|just) (send|share|tell|give|confirm|check|try|reply|let|provide|attach|forward|call|use|click|open|choose|sign|log|follow|go|clear|restart|reset|update|write|keep|throw|return|ring|visit|see|find|email|dm|message|select|download|refresh|reload)',
        '(send|drop|shoot|give|message|dm|email|call|ring|text|write) (us|me) (a|an|your|the|on|at|in|by|directly|back|and|so|with|{number})',
        '(so|that|and) (that)? (i|we) can (now|then|also|still)? (fix|solve|help|look|check|find|send|replace|refund|sort|trace|put|make|get|arrange|start|correct|dig|investigate|reset|change)',
        'so (that)? (i|we) can (now|then|also|still)? see',
        // What people do about it, in the past tense without “have”.
        '(i|we|they|he|she|team|colleague|manager|supervisor|lead|owner|director|head|chef|foreman|trainer|workshop|warehouse|kitchen|engineers|engineer|technician|driver|housekeeping|reception|accountant|lawyer|plumber|electrician) (now|just|already|also|since|personally)? (talked|spoke|met|wrote|rang|called|went|apologised|apologized|returned|brought|collected|picked|came|took|cut|trained|warned|gave|set up|switched|put) (with|to|the|him|her|them|back|you|it|a|an|his|their|up|over|in|all|every|everyone|on)',
        // What the customer has now.
        'you (now|also|therefore|then|both|still|of course)? (get|receive|have|keep|pay) (the|a|an|your|all|every|{number}|it|them|this|nothing|only|half|both|one|two) ... (back|free|refunded|again|today|tomorrow|tonight|instead|credited|extra|less|off|by {number}|by (monday|tuesday|wednesday|thursday|friday|saturday|sunday|noon|tomorrow|{any})|within {number}|for (it|this|the trouble|nothing))',
        '(is|are) (now|all|fully|already)? (open|live|up|visible|available|accessible|active|clean|warm|quiet|safe|complete|valid|usable|there|in place|in stock|in order|here|on|running|listed|unlocked|whole|dry) (again|now|once more|for you)',
        'with all (of)? (your|the) ... (in place|intact|restored|safe|there)',
        '(in the post|yours to keep|on (the|its|his|her|their) way|out for delivery)',
        '(reply|answer|write|text|call|ring) ... and (i|we|he|she|they|it|the) (will|can|send|sends|book|books|go|goes|pay|pays|come|comes|do|does|take|takes)',
        '(here is|here are|you can|you may|you could|you are welcome to|feel free to|instead|meanwhile|in the meantime|the next step|next steps|what (i|we) can (do|offer)|my suggestion|i suggest|we suggest|i recommend|we recommend|i would suggest|i would recommend|to (fix|solve|resolve|reset|restore|change|make up|make this|put this|get this|avoid) )',
        '(make|making|made|put|putting|set|setting) (it|this|that|things|everything|matters) (up|right|straight) !(soon)',
        '(a|the|your|another) (new|right|correct|second|fresh|replacement) (one|item|parcel|order|copy|lamp|size|invoice|code|link|key|card|driver|date|slot|appointment|part|room|table|pair|batch|version) (is|ships|leaves|arrives|will|has|left|goes|comes|follows|was|on)',
        '(is|are) (now|all|already|both|back|being|fully|again|up)? (and running|fixed|back|restored|resolved|sorted|live|corrected|working|done|on (its|their|the) way|attached|in your|refunded|replaced|repaired|ready|correct|reset|active|online|right|free|yours)',
        '(works|work|runs|run|loads|load|opens|shows|arrives|ships|leaves|goes out|is due|comes) (again|now|today|tomorrow|on|this|by|tonight|within|first thing|correctly|properly)',
        '(shipped|dispatched|left|delivered) (today|this|yesterday|again|on|our|by)',
        '(from now on|from today|starting (today|now|tomorrow)|in (the)? future (we|i|it|this)|so (that)? (this|it) (does|will|can) not happen|to prevent (this|it|another)|it will not happen)',
        '{link}',
      ],
    },
  },
  *check(reading) {
    const { rendering } = reading;
    const apology = reading.matches('apology').find((match) => isApology(match, reading));
    if (!apology) return;
    const repaired = [...reading.matches('repair'), ...reading.matches('filled')]
      // A value in the apology’s own sentence names what went wrong.
      .filter(({ group, sentence }) => group === 'repair' || sentence !== apology.sentence)
      .some((match) => !reading.inContext(match, ['code', 'quoted', 'negated']) && !isWithin(match, apology));
    if (repaired || rendering.links.length > 0 || rendering.sentences.some(({ ends }) => ends === '?')) return;
    yield {
      span: { start: apology.start, end: apology.end },
      message: `“${shown(rendering.text.slice(apology.start, apology.end))}” stands alone: nothing says what happens now`,
      suggestions: ['Say what you have done or will do about it, or ask for what you need to begin'],
    };
  },
  examples: {
    good: [
      'I’m sorry the lamp arrived broken. A replacement ships today.',
      'Sorry for the wait, I’ve refunded the delivery fee.',
      'We apologise for the outage. Service is restored and here’s what we changed.',
      'I’m sorry about the wrong size; you’ll get the right one by {{date}}.',
      'So sorry! Could you send me the order number so I can fix it?',
      'Sorry for the trouble with the login. Let’s reset it together.',
      'We are so sorry for your loss. Take all the time that you need.',
      'I’m sorry for how you were spoken to. The manager talked to the whole shift this morning.',
      'My apologies for the late flowers. You get the full £240 back by Friday.',
      'It was wrong of us to close the account, and I am sorry. It is open again.',
      'Sorry that {{product}} came late. {{next_step}}',
      'No need to apologise, your message reached the right desk.',
      'Hi [Name],\n\nI’m sorry about the mix-up. [resolution]\n\nBest,\nAna',
      { text: 'Sorry for the confusion!', form: 'fragment' },
    ],
    bad: [
      {
        text: 'Hi [Name],\n\nWe are sorry for the delay. Thank you for your patience.\n\nBest,\nAna',
        marks: ['sorry'],
      },
      {
        text: 'Hi [Name],\n\nWe apologise for the bad experience. Your feedback matters to us.\n\nBest,\nAna',
        marks: ['apologise'],
      },
      {
        text: 'Hi [Name],\n\nI’m sorry that you waited so long, and I can see how annoying it was.\n\nBest,\nAna',
        marks: ['sorry'],
      },
      {
        text: 'Hi [Name],\n\nWe are sorry that {{product}} was billed twice. Such mistakes cost time.\n\nBest,\nAna',
        marks: ['sorry'],
      },
      { text: 'Sorry about that. Have a nice day.', form: 'chat', marks: ['Sorry'] },
      {
        text: 'Hello [Name],\n\nOur team deeply regrets this.\n\nKind regards,\nThe Acme team',
        marks: ['team deeply regrets'],
      },
      { text: 'We’re really sorry this has been your experience.', form: 'chat', marks: ['sorry'] },
      {
        text: 'Hi [Name],\n\nApologies for the wrong item. It should not have happened.\n\nBest,\nAna',
        marks: ['Apologies'],
      },
    ],
  },
});

function isApology(match: Match, reading: Reading): boolean {
  if (reading.inContext(match, ['code', 'quoted', 'negated'])) return false;
  return !reading.matches('light').some((light) => isWithin(match, light));
}

function isWithin(inner: Match, outer: Match): boolean {
  return inner.from < outer.to && outer.from < inner.to;
}
