import { defineAvoidanceRule, holds, holdsOrFollows, isNear, type Match, type Reading } from 'replylint/rule';
import { calm, harm, refusal, spur } from './pressure/harm.js';
import { haste } from './pressure/haste.js';
import { asked, offer, push } from './pressure/offer.js';
import { scarcity } from './pressure/scarcity.js';
import { hurry, shortage } from './pressure/shortage.js';
import { threat } from './pressure/threat.js';
import { upsell } from './pressure/upsell.js';

/** What each kind of pressure is found by. */
const KINDS = {
  upsell: ['upsell', 'offer', 'push', 'asked'],
  scarcity: ['scarcity', 'shortage', 'hurry'],
  threat: ['threat', 'harm', 'refusal', 'spur', 'calm'],
  haste: ['haste'],
} as const;

const NOT = new Set(['not', 'never', 'no', 'nothing', 'none', 'nobody']);
/** What is over threatens no more. */
const PAST = new Set(['can', 'had', 'was', 'were', 'been', 'did']);
/** A ticket that closes harms nobody: an answer opens it again. */
const TICKETS = new Set([
  'ticket',
  'tickets',
  'conversation',
  'thread',
  'chat',
  'case',
  'request',
  'topic',
  'issue',
  'enquiry',
  'inquiry',
]);

/** “Only three left!” */
const isCried = ({ sentence }: Match, { rendering }: Reading) => rendering.sentences[sentence]?.ends === '!';

const isThreat = (match: Match, reading: Reading) =>
  (isNear(reading, match, 'spur') || isNear(reading, match, 'haste', 1)) &&
  !isNear(reading, match, 'calm', 1) &&
  !holds(reading, match, TICKETS);

/** Groups that only count in company. Each tells whether the match has it. */
const IN_COMPANY: Readonly<Record<string, (match: Match, reading: Reading) => boolean>> = {
  offer: (match, reading) => isNear(reading, match, 'push') && !isNear(reading, match, 'asked', 3),
  shortage: (match, reading) => isNear(reading, match, 'hurry') || isCried(match, reading),
  harm: (match, reading) =>
    isThreat(match, reading) && !holds(reading, match, NOT) && !holdsOrFollows(reading, match, PAST),
  refusal: (match, reading) => isThreat(match, reading),
  push: () => false,
  asked: () => false,
  hurry: () => false,
  spur: () => false,
  calm: () => false,
};

export default defineAvoidanceRule({
  id: 'no-pressure',
  segment: 'respect',
  principle: 'Put no pressure on the customer: no upsell, no threat, no haste.',
  why: 'Who asked for help and is sold to, threatened or hurried feels harassed, and stops asking. A fact about a price or a date helps when it is said calmly, with what is still possible afterwards.',
  source: 'Yes, YOU Need To Read And Share This: a reader’s comment on sales quotas',
  presets: { recommended: 'warn' },
  options: {
    kinds: {
      type: 'some',
      of: ['upsell', 'scarcity', 'threat', 'haste'],
      default: ['upsell', 'scarcity', 'threat', 'haste'],
      description: 'Which kinds of pressure to report.',
    },
  },
  phrases: {
    en: {
      upsell,
      offer,
      push,
      asked,
      scarcity,
      shortage,
      hurry,
      threat,
      harm: harm.map((phrase) => ({ phrase, ignoredIn: ['code', 'quoted'] as const })),
      refusal: refusal.map((phrase) => ({ phrase, ignoredIn: ['code', 'quoted'] as const })),
      spur,
      calm,
      haste,
    },
  },
  ignoredIn: ['code', 'quoted', 'negated'],
  groupsOff: ({ kinds }) => Object.entries(KINDS).flatMap(([kind, groups]) => (kinds.includes(kind) ? [] : groups)),
  counts: (match, reading) => IN_COMPANY[match.group]?.(match, reading) ?? true,
  message: {
    upsell: 'sells to a customer who asked for help',
    offer: 'sells to a customer who asked for help',
    scarcity: 'hurries the customer into a purchase',
    shortage: 'hurries the customer into a purchase',
    threat: 'threatens the customer',
    harm: 'threatens the customer',
    refusal: 'threatens the customer',
    haste: 'puts haste on the customer',
  },
  suggestions: {
    upsell: ['Answer first; mention the other plan only where it solves what they asked'],
    scarcity: ['Give the date calmly, or leave it out'],
    threat: ['Say what the rule is, when it takes effect, and what they can still do'],
    haste: ['Say by when it helps and why, and what happens if it takes longer'],
  },
  examples: {
    good: [
      'No need to act now: the old plan stays as it is until you change it.',
      'Our summer sale starts on Thursday, in case you would like to wait for it.',
      'Your code is valid until 30 June.',
      'Unlock the car twice with the key. The old one is off since noon. Please buy a stronger lock this time.',
      'I’ll check the copy before it’s packed. You can send it back at your own cost.',
      'Could you send the form by Friday, so that it catches the Monday van?',
      'You can upgrade or downgrade at any time under Billing.',
      'Once you upgrade to version 4.2, the crash is gone.',
      'I’ll close this ticket on Friday; a reply reopens it at any time.',
      'Please change your password right away; I will check the log-ins from here.',
      'Your subscription ends on 30 June. Your files stay where they are for a year.',
      'A wrong digit can lead to a returned payment, so I checked it twice.',
      'You won’t lose your data, and there is no rush.',
      'If we don’t hear from you by Friday, we will assume that it works and close the ticket. Just reply to reopen it.',
      'Reply with a time that suits you, or we can settle it by mail.',
      'We can ship it today if the address reaches us before two.',
      'You asked what the difference is: the Pro plan has the audit log, the one you have does not.',
      'Unpaid orders are released after seven days. You can place the order again at any time.',
      'Without the serial number I can’t look up the warranty, so could you send it?',
      'Premium support answers at weekends too, and since you are on Premium you can call tonight.',
      'If the part is not there by Monday, I will send another one.',
      'There are still seats on the 9:40 and on the 11:15.',
      'You don’t need the Pro plan for that. The free one does it.',
      'The listing was removed because the photo showed a phone number. Upload another and it is back within the hour.',
      { text: 'Upgrade now and save 20%.', options: { kinds: ['threat'] } },
    ],
    bad: [
      {
        text: 'If the fee is not on our account by Monday, the bike goes back on sale.',
        marks: ['the bike goes back on'],
      },
      { text: 'Should the balance not reach us, your line is cut off.', marks: ['your line is cut off'] },
      { text: 'Honestly, our Fast Lane pass would have spared you all of this.', marks: ['our Fast Lane pass'] },
      {
        text: 'Only three left at this price, so I’d move quickly.',
        marks: ['Only three left at this', 'I’d move quickly'],
      },
      { text: 'We have been more than patient with you.', marks: ['We have been more than patient with you'] },
      { text: 'Upgrade now and save 20%.', marks: ['Upgrade now'] },
      { text: 'Others want the seats, so pay now.', marks: ['so pay now'] },
      { text: 'Why not upgrade to Premium?', marks: ['Why not upgrade to Premium'] },
      { text: 'Have you considered our extended warranty?', marks: ['Have you considered our extended warranty'] },
      { text: 'Act now: this offer ends tonight.', marks: ['Act now', 'offer ends tonight'] },
      { text: 'Don’t miss out, only three seats left!', marks: ['Don’t miss out', 'only three seats left'] },
      {
        text: 'Failure to reply within 24 hours will result in the closure of your account.',
        marks: ['Failure to reply within 24 hours will result'],
      },
      {
        text: 'Your account will be suspended unless we receive the form.',
        marks: ['Your account will be suspended'],
      },
      { text: 'Pay by Friday or we will cancel the contract.', marks: ['Pay by Friday or we will'] },
      { text: 'We will be forced to take legal action.', marks: ['We will be forced to', 'take legal action'] },
      { text: 'You must respond within 24 hours.', marks: ['You must respond within 24 hours'] },
      { text: 'Your immediate attention is required.', marks: ['immediate attention is required'] },
      { text: 'This is your final reminder.', marks: ['final reminder'] },
    ],
  },
});
