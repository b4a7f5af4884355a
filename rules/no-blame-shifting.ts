import { defineAvoidanceRule, type Match, type Reading } from 'replylint/rule';
import { acted, cause, customer } from './blame/customer.js';
import { citation, colleague, partner, shield, system, whoseFault } from './blame/others.js';
import { showsWay, ways } from './ways.js';

const KINDS = ['customer', 'colleague', 'partner', 'system', 'policy'] as const;

export default defineAvoidanceRule({
  id: 'no-blame-shifting',
  segment: 'responding',
  principle: 'Own it: never make the customer, a colleague, a partner, the system or “the policy” the cause.',
  why: 'Blame wins an argument and loses a customer. Whoever answers speaks for the whole company.',
  source: 'The key to great customer service; Excellence In Customer Service',
  presets: { recommended: 'error' },
  options: {
    onto: {
      type: 'some',
      of: KINDS,
      default: KINDS,
      description:
        'Which kinds of blame to report: `colleague` is another team too, `partner` is anybody outside and “not our fault”, `policy` is a rule without a reason and without another way.',
    },
  },
  phrases: {
    en: {
      customer,
      cause,
      acted,
      colleague,
      partner,
      whoseFault,
      system,
      policy: shield,
      citation,
      why: ['why (did|have|had) not you', 'why (did|have|had|would) you (not|even|wait|ever)'].map((phrase) => ({
        phrase,
        ignoredIn: ['code', 'quoted'],
      })),
      owned: [
        '!(not|no) (my|our) (own)? (mistake|fault|error|oversight|bad|slip|failure|responsibility)',
        '(is|was|one is) (entirely|all|fully|squarely|still)? (on|down to) (us|me) ',
        '(we|i) (got (this|that|it) wrong|messed up|dropped the ball|take (full)? responsibility|own (this|that|it)|let you down|should have)',
        '(ours|mine) to (fix|answer|own|put right|sort)',
      ],
      reason: [
        'because',
        'so that',
        'the reason',
        '(in order)? to (protect|keep|make sure|prevent|ensure|avoid)',
        'since',
        'as (we|they|it|the)',
        'this (keeps|protects|way|means)',
        'that is why',
        'for (safety|security|hygiene|privacy|legal) reasons',
      ],
      ...ways,
      refused: [
        '(not|no|never|none|nothing|only|unable|unfortunately|cannot|final|void|invalid|forfeited|declined|rejected|refused|denied|excluded|ineligible|non-refundable|nonrefundable|impossible|prohibited|forbidden|closed)',
      ],
    },
  },
  groupsOff: ({ onto }) => [
    ...KINDS.filter((kind) => !onto.includes(kind)),
    ...(onto.includes('policy') ? [] : ['citation']),
    ...(onto.includes('partner') ? [] : ['whoseFault']),
    ...(onto.includes('customer') ? [] : ['cause', 'acted', 'why']),
  ],
  ignoredIn: ['code', 'quoted', 'conditional', 'question'],
  message: {
    extra: 'shifts the blame',
    customer: 'blames the customer',
    cause: 'blames the customer',
    acted: 'blames the customer',
    whoseFault: 'puts it on somebody else',
    why: 'blames the customer',
    colleague: 'blames a colleague or another team',
    partner: 'puts it on somebody else',
    system: 'hides behind a system',
    policy: 'hides behind a rule',
    citation: 'hides behind a rule',
  },
  suggestions: {
    customer: ['Say what is the case without “you”, such as “the file was not attached”, or speak of yourself'],
    cause: ['Say what happened and what helps now, without “because you”'],
    why: ['Ask what you need to know, without the reproach'],
    colleague: ['Own it in the company’s name: “we”, what you do about it, and by when'],
    partner: ['Say what you do about it, whoever caused it'],
    system: ['Say what you can do, or whom you ask to do it'],
    policy: ['Give the reason in one sentence, then what is possible'],
    citation: ['Give the reason in one sentence, then what is possible'],
  },
  counts: (match, reading) => counts(match, reading),
  examples: {
    good: [
      'If you did not receive our mail, please look into the spam folder.',
      'You should have received the link by now, and you should have access to the board.',
      'You did nothing wrong: the bug was on our side.',
      'We failed to send the invoice. Here it is.',
      'Our warehouse packed the wrong colour. That is our mistake, and the right one left today.',
      'The carrier scanned your parcel in Leipzig on Tuesday; I have asked them where it is now.',
      'Your bank may need three days until the refund shows.',
      'You received the wrong size because we mixed up two labels.',
      'Our return policy allows 30 days.',
      'Company policy aside, you can exchange it until Friday.',
      'Under our terms we need the original box, because we resell it as new.',
      'You wrote: “You forgot to attach the file.” It is attached now.',
      {
        text: 'The driver could not be bothered to ring. A new parcel leaves us today.',
        options: { onto: ['customer'] },
      },
    ],
    bad: [
      {
        text: 'You failed to send the form, and you never replied to our mail.',
        marks: ['You failed to', 'you never replied'],
      },
      { text: 'The site went down because you deleted the wrong folder.', marks: ['because you deleted the wrong'] },
      { text: 'You should have read the terms before you signed.', marks: ['You should have read'] },
      { text: 'Why did you not tell us sooner?', marks: ['Why did you not'] },
      {
        text: 'That is the billing team’s fault, I keep telling them.',
        marks: ['billing team’s fault', 'I keep telling them'],
      },
      { text: 'The courier lost it again, that is on them and not on us.', marks: ['that is on them'] },
      { text: 'The system won’t let me change it.', marks: ['system won’t let me'] },
      { text: 'Per our policy, sales are final.', marks: ['Per our policy'] },
    ],
  },
});

const HELPERS = new Set(['owned', 'reason', 'refused', ...Object.keys(ways)]);

function counts(match: Match, reading: Reading): boolean {
  const { group } = match;
  if (HELPERS.has(group)) return false;
  if (group === 'cause') return !isOurs(match, reading) && wentWrong(match, reading);
  if (group === 'acted') return isReproach(match, reading);
  if (group === 'whoseFault' && !isSomebodyElses(match, reading)) return false;
  if (group === 'customer') return !isOurs(match, reading);
  if (group === 'policy' || group === 'citation') return isBare(match, reading);
  if (group === 'extra' || group === 'why') return true;
  return !near(match, reading, 'owned') && !(isLapse(match, reading) && near(match, reading, 'way'));
}

/** What tells that something went wrong, and not only why things are as they are. */
const TROUBLE =
  /^(?:fail|wrong|broke|brok|block|lock|reject|declin|bounc|delay|lost|damag|crash|missing|burn|crack|stain|ruin|invalid|incorrect|late$|error|stuck|stopp|wip|delet|gone$|overdue|suspend|void|leak|flood|jam|overheat|shrunk|tore|torn|dead$|empty$|corrupt|disconnect|frozen|froze$|expire)/;

function wentWrong({ sentence }: Match, { rendering: { words, sentences } }: Reading): boolean {
  const { from = 0, to = 0 } = sentences[sentence] ?? {};
  return words
    .slice(from, to)
    .some(({ folded }, index, all) => TROUBLE.test(folded) && all[index - 1]?.folded !== 'not');
}

/** What sets an act against what should have been. */
const REPROACH = new Set([
  'although',
  'despite',
  'instead',
  'anyway',
  'yourself',
  'without',
  'regardless',
  'nevertheless',
]);
const TWO_SIDED = new Set([
  'we',
  'us',
  'our',
  'i',
  'my',
  'me',
  'received',
  'arrived',
  'find',
  'found',
  'if',
  'when',
  'can',
  'could',
  'please',
  'no',
  'nothing',
  'right',
]);

/** True where the customer’s act is told together with what went wrong, and nobody else has a part in it. */
function isReproach(match: Match, reading: Reading): boolean {
  const { words, sentences } = reading.rendering;
  const { from = 0, to = 0 } = sentences[match.sentence] ?? {};
  const around = words.slice(from, to).map(({ folded }) => folded);
  if (around.some((word) => TWO_SIDED.has(word) || SORRY.test(word))) return false;
  return wentWrong(match, reading) || words.slice(match.to, to).some(({ folded }) => REPROACH.has(folded));
}

/** “The florist’s”, but not “your”, “our” or “nobody’s”. */
function isSomebodyElses({ from }: Match, { rendering: { words } }: Reading): boolean {
  const owner = words[from - 1]?.folded ?? '';
  return /.'s$/.test(owner) && !/^(?:nobody|no-one|anyone|everyone|one|today|yesterday)'s$/.test(owner);
}

/** Words that make what befell “you” the doing of somebody else, or a thing to be sorry for. */
const SORRY = /^(?:sorry|apolog.*|regret|unfair|thank|thanks|understandabl[ey])$/;
const BEFALLEN = new Set([
  'we',
  'i',
  'our',
  'us',
  'got',
  'received',
  'were',
  'been',
  'charged',
  'found',
  'saw',
  'noticed',
  'think',
  'feel',
  'spotted',
  'see',
  'say',
  'said',
  'told',
  'something',
  'anything',
  'nothing',
  'not',
  'what',
  'describe',
  'need',
  'want',
  'get',
  'find',
  'tell',
  'know',
  'show',
  'showed',
  'reported',
  'mentioned',
  'report',
  'asked',
  'went',
  'if',
  'meant',
  'can',
  'could',
  'may',
  'will',
  'would',
  'might',
  'should',
]);

function isOurs({ entry, from, to, sentence }: Match, { rendering: { words, sentences } }: Reading): boolean {
  const first = sentences[sentence]?.from ?? from;
  if (words.slice(first, from).some(({ folded }, at) => SORRY.test(folded) && words[first + at + 1]?.folded !== 'but'))
    return true;
  // “Because you got the wrong size”: what decides stands in the gap.
  const you = words.slice(0, to).findIndex(({ folded }, at) => at >= from && folded === 'you');
  return entry.phrase.includes('...') && you >= 0 && words.slice(you, to).some(({ folded }) => BEFALLEN.has(folded));
}

/** True where a phrase of the group stands in the match's sentence or in one beside it. */
function near({ from, to, sentence }: Match, reading: Reading, group: string): boolean {
  return reading
    .matches(group)
    .some((other) => Math.abs(other.sentence - sentence) <= 1 && (other.to <= from || to <= other.from));
}

/** A fact about somebody else rather than a finger pointed: no blame where it comes with what is done about it. */
function isLapse({ from, to }: Match, { rendering: { words } }: Reading): boolean {
  return (
    /^(?:failed|forgot|decided|insists?|insisted|neglected|no|to|not|department|billing|finance|accounting|sales|shipping|logistics|legal|dispatch|payroll|returns|warehouse|desk|call|area|control|influence|power|reach|hands)$/.test(
      words[to - 1]?.folded ?? '',
    ) && to > from
  );
}

/** True for a rule that stands there alone: no reason beside it, and no other way in the whole reply. */
function isBare(match: Match, reading: Reading): boolean {
  if (near(match, reading, 'reason') || showsWay(reading)) return false;
  return match.group === 'policy' || reading.matches('refused').some(({ sentence }) => sentence === match.sentence);
}
