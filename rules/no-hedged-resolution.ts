import { defineAvoidanceRule, type Match, type Reading } from 'replylint/rule';

/** How things are when they are well again. */
const WELL =
  '(fixed|resolved|sorted|solved|gone|repaired|restored|cured|corrected|working|running|loading|functioning|operational|up and running|back (up|online|on|to normal|in order|in place|again|now|where)|ok|okay|fine|good (now|again|to go)|all right|alright|right (now|again)|in order|active (now|again)|live (now|again)|available (now|again)|correct (now|again)|clear (now|again)|set (now|up)|done (now|with)|taken care of|cleared up|unblocked|unlocked|sorted out|ironed out|dealt with)';
/** What they do then. */
const WORKS =
  '(work (now|again)? !(around)|works|load (now|again|fine|properly|normally)|run (now|again|fine|properly|normally|smoothly)|function (now|again|properly|normally)|sync (now|again|properly)|behave)';
const CURES =
  '(fix|fixes|fixed|solve|solves|solved|resolve|resolves|resolved|sort|sorts|sorted|cleared|mended|cure|cures|cured|clear up|clears up|take care of|takes care of)';

export default defineAvoidanceRule({
  id: 'no-hedged-resolution',
  segment: 'responding',
  principle: 'State the result; check before you write.',
  why: '“Should work now” hands the testing to the customer. Look first, then say what is, and what you looked at.',
  source: 'Yes, YOU Need To Read And Share This; On certainty in support (Andrew Spittle)',
  presets: { strict: 'warn' },
  options: {
    allowWithCheck: {
      type: 'flag',
      default: true,
      description: 'Let it pass where the same reply asks whether it works, or to be told if it does not.',
    },
  },
  phrases: {
    en: {
      should: [
        `(should|ought to) (now|all|again|hopefully|then|finally|already|soon)? (now|all)? (be|have been) (now|all|again|fully|completely|finally|mostly|pretty much)? ${WELL}`,
        `(should|ought to) (now|all|again|hopefully|finally)? (now|again)? ${WORKS}`,
        `(should|ought to) (now|all|again|hopefully)? (have|do|now)? (${CURES} (it|this|that|the|your|things|everything)|do (it|the (trick|job))|done (it|the (trick|job))|help)`,
        'should (now|again) (again)? be able to',
        'should be able to ... (now|again)',
        '!(you|i|we|if) (should|ought to) !(it|you|the|this|that|there|they|anything|not) ... again $',
        'everything should (now|all|then)? be !(sent|in|on)',
        'ought to be',
        '(should|ought to) (now)? be (better|complete|usable|well|normal|stable|as (it|before|good)) (now|again|from)?',
        '(should|ought to) have (now)? (stopped|disappeared|vanished|gone|cleared|come back|returned|ended)',
        '(should|ought to) (now|again) have (access|it|everything|full)',
        '(should|ought to) have (access|it|everything) (now|again|back)',
        '(should|ought to) (now|again)? be (possible|history|over|behind (us|you)|a thing of the past|the end of|no (more|longer)) (again|now|it|this|that|the|any)?',
        '(should|ought to) (now)? (do|be it) $',
        '(is|are) (now)? supposed to (be|work|run|load)',
        'should (not|no longer) (now|any longer)? (happen|occur|appear|see|get|have|be|cause|come) (this|the|that|any|a|it|an|to|back|you|up|anymore|again|affected|locked|blocked|stuck)? ... (again|any more|anymore|any longer|now|error*|message*|problem*|issue*|warning*)',
        'should no longer (happen|occur|appear|see|get|have|be|cause|come|show)',
      ],
      hoped: [
        `hopefully (now)? (this|that|it|the|these|everything|all|we|your|things|you) ... (${CURES}|${WELL}|works|helps|does (it|the (trick|job))|do the trick|be able|not happen)`,
        `(has|have|is|are|will|this|that|it) hopefully (now|been|be)? (now|be|been)? (${CURES}|${WELL}|works|work)`,
        `(i|we) (do|really|just)? hope (that)? (this|that|it|the|these|everything|all) ... (${CURES}|${WELL}|works|does (it|the (trick|job))|do the trick)`,
        'hoping (this|that|it) ... (fixes|solves|works|resolves|does (it|the (trick|job)))',
        '(hoping|hope|hopefully|let us hope|here is hoping) (that)? (this|that|it) (is|was|will be|has) (it|been|the end|fixed|solved|now|that)',
        'let us hope (that|it|this|so|for)',
        '(maybe|perhaps|hopefully|possibly|probably) (that|this|it) (has|was|is)? (helped|helps|did it|does it|did the trick|it|works|worked|enough)',
        '(probably|hopefully|likely|presumably) ... (again|now) $',
        'fingers crossed',
        'touch wood',
        'knock on wood',
        'with (any|some|a bit of|a little)? luck ... (again|now|once more)',
        `with (any|some|a bit of|a little)? luck ... (${CURES}|${WELL}|works|be|is|this)`,
      ],
      believed: [
        `(i|we) (think|believe|guess|suppose|assume|reckon|suspect|expect|imagine|feel|trust) (that)? (it|this|that|the|your|we|i|everything|all|things|you) ... (${CURES}|${WELL}|works|work|managed to)`,
        `(seems|seem|appears|appear|looks|look) (now)? (to (be|have been)|like (it|this|that|everything) (is|has been|was)|as (if|though) (it|this|that|everything) (is|has been|was)|that (it|this|everything) is)? (now|all|again|mostly|fully|largely)? ${WELL}`,
        '(seems|seem|appears|appear) to (now)? (work|works|run|load|have (fixed|solved|worked|done|gone|helped|resolved|cleared|stopped|come back))',
        `(is|are|was|has|have|been|it|this|that) (now)? (most likely|very likely|quite likely|probably|presumably|likely|possibly|perhaps|maybe|apparently|supposedly|more or less) (now|been|be|all)? (${WELL}|${CURES}|works)`,
        `(might|may|could) (now|well|already|possibly)? have (now|been|already|finally)? (${CURES}|${WELL}|helped|done the trick)`,
        `(might|may) (now|well|already)? be (now)? ${WELL}`,
        '(might|may|could) (now|well|already) (work|load|run|help)',
        '(might|may|could) (work|load|run) (now|again|properly|normally)',
        `(maybe|perhaps|possibly|probably|presumably|likely|chances are) ... (this|that|it|the) ... (${CURES}|${WELL}|works|work)`,
        `(maybe|perhaps|probably|presumably|hopefully) (${CURES}|works|work now)`,
        'to the best of (my|our) knowledge',
        '(in theory|theoretically)',
        'my guess is',
        '(looks|works|runs|fine|good|stable) so far',
        '(is|are|works|runs|has) (i|we) (think|believe|guess|hope|suppose|assume)',
        `(i|we) (am|are) confident (that)? ... (${WELL}|works|runs|again)`,
        '(is|are) hopefully (over|history|behind|a thing|the end|it|back|better)',
        '(or so)? it (seems|appears) $',
        `(as far as|from what) (i|we) can (tell|see|judge) ... (is|are|has been|have been) (now|all)? (${WELL}|back|open|there|through)`,
        `(i|we) would (say|guess|think) (that)? (it|this|that|the|your) ... (${WELL}|works)`,
        `(looks|seems|appears|look|seem|appear) (like|as if|as though|that) ... (is|are|was|has|have) (now|been)? (${WELL}|${CURES})`,
        '(may|might|could) (well|now|even) work',
        '(if|assuming) (all|everything) (goes|went|has gone) (well|right|to plan|as planned)',
        '(i|we) (am|are) not (100|entirely|completely|quite|fully|totally|absolutely)? (percent)? (sure|certain) (whether|if|that|but) ... (it|this|that) ... (works|work|helps|helped|did|fixed|solved|fixes|solves)',
        'looks (good|fine|okay|ok|better|right|all right|alright|healthy|normal) (now|again|to (me|us)|from (here|our|my)|on (my|our))',
        `(more or less|sort of|kind of|pretty much|mostly|largely|almost) ${WELL}`,
        `as far as (i|we) (can|could|are|am) (tell|see|judge|aware|concerned|know) ... (${CURES}|${WELL}|works)`,
        `(${WELL}|works|work) (now|again)? (i|we) (think|believe|hope|guess|suppose|assume|reckon)`,
        '(i|we) (am|are) (fairly|pretty|reasonably|quite|almost|mostly|nearly) (sure|certain|confident) (that)? (it|this|that|the|your|we|i|everything)',
      ],
      expected: [
        'should (now)? be able to',
        'should (now)? (have|appear|show|see|be) (access|active|live|visible|correct|available|there|ready|open|valid|warm|clear|up|on|in)?',
      ],
      did: [
        '(i|we) (have|had)? (now|just|also|already|manually)? (reset|changed|given|granted|added|restored|refreshed|restarted|rebooted|cleared|updated|switched|activated|enabled|removed|replaced|corrected|re-sent|resent|unlocked|upgraded|moved|reinstalled|repaired|adjusted|set|turned|reconnected|patched|cleaned|deleted|rebuilt|tightened|fitted|swapped)',
      ],
      check: [
        '(does|did|do|is|are|has|have) (it|this|that|everything|the|your|all|you) ... (work|works|help|helped|load|now|again|fixed|solved|okay|ok|fine|right|better|gone|resolved|back)',
        '(can|could|would|will) you (please|kindly|just|quickly|also)? (check|confirm|try|test|verify|have a look|take a look|let (me|us) know|tell (me|us))',
        'please (also|just|quickly)? (confirm|let (me|us) know|tell (me|us))',
        '(let|tell) (me|us) (know|if|whether|how|when|what)',
        '(drop|send|give|write) (me|us) (a|one|your)',
        '(just|please|simply) (reply|write|answer|shout|ping|call|ring)',
        '(if|should|in case) ... (reply|write|tell|answer|contact|call|ring|ping|shout|reach|get in touch|come back|message|email|let (me|us) know)',
        '(reply|write|tell|answer|contact|call|ring|ping|shout|reach|get in touch|come back|message|email) ... (if|should|in case) (it|this|that|the|you|anything|not|there|any)',
      ],
      ahead: [
        '(by|on|before|from|until) (monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|noon|midnight|{number}|{any}|the (end|{number})|next|then|january|february|march|april|may|june|july|august|september|october|november|december)',
        '(within|tomorrow|tonight|shortly|soon)',
        '(in|after) (about|around|roughly|a|an|the|up to)? (next|few|couple of|another)? ({number}|hour|day|week|minutes|hours|days|weeks|minute|moment)',
        '(next (week|month|release|version|update|time)|this (week|month))',
      ],
    },
  },
  ignoredIn: ['code', 'quoted', 'question', 'conditional'],
  excuses: { check: 'reply', ahead: 'sentence' },
  counts: (match, reading) => match.group !== 'did' && (match.group !== 'expected' || followsDeed(match, reading)),
  groupsOff: ({ allowWithCheck }) => (allowWithCheck ? [] : ['check']),
  message: 'leaves open whether it is solved',
  suggestions: ['Try it, then say that it works and what you looked at'],
  examples: {
    good: [
      'Your parcel should arrive within 3 days.',
      'You should see a blue button at the top.',
      'The issue is fixed; I tested it with your file.',
      'If it should happen again, write to me.',
      'The refund should reach your bank by Friday.',
      'That blog is now under your other account.',
      'The sync should work now. Does it?\n\nLet me know if it stops again.',
      'The fix should be live by Friday.',
      'I wish you good luck with the tour. With any luck the rain stops for it.',
    ],
    bad: [
      { text: 'The issue should now be resolved.', marks: ['should now be resolved'] },
      { text: 'It should work now.', marks: ['should work now'] },
      { text: 'Hopefully this solves it.', marks: ['Hopefully this solves'] },
      { text: 'With any luck, you can log in again.', marks: ['With any luck, you can log in again'] },
      { text: 'I think it is fixed.', marks: ['I think it is fixed'] },
      { text: 'This should all be sorted.', marks: ['should all be sorted'] },
      { text: 'It seems to be working again.', marks: ['seems to be working'] },
      { text: 'We believe this is resolved.', marks: ['We believe this is resolved'] },
      {
        text: 'The sync should work now. Let me know if it stops again.',
        options: { allowWithCheck: false },
        marks: ['should work now'],
      },
    ],
  },
});

/** “You should be able to” is an instruction, but a guess after what was just done for the customer. */
function followsDeed({ from, sentence }: Match, reading: Reading): boolean {
  return reading.matches('did').some((deed) => deed.to <= from && sentence - deed.sentence <= 1);
}
