import { defineAvoidanceRule, isNear, type Match, type Reading } from 'replylint/rule';
import { again } from './burden/again.js';
import { busy } from './burden/busy.js';
import { covered, excuse } from './burden/excuse.js';
import { own } from './burden/own.js';
import { absence, shortage } from './burden/people.js';
import { staff } from './burden/staff.js';
import { volume } from './burden/volume.js';

/** Groups that only count in company. Each tells whether the match has it. */
const IN_COMPANY: Readonly<Record<string, (match: Match, reading: Reading) => boolean>> = {
  absence: (match, reading) => isNear(reading, match, 'excuse', 1) && !isNear(reading, match, 'covered', 1),
  excuse: () => false,
  covered: () => false,
};

export default defineAvoidanceRule({
  id: 'no-burden-signal',
  segment: 'greeting',
  principle: 'Never tell customers that they disturb you, or that you are too busy for them.',
  why: 'Your workload is not their concern, and an excuse built on it says that they come second. A time when they will hear from you helps; a reason why not does not.',
  source: 'Yes, YOU Need To Read And Share This: Greeting; All Customers Are Different',
  presets: { strict: 'warn' },
  options: {
    allowVolumeNotice: {
      type: 'flag',
      default: false,
      description: 'Let a notice of many requests pass, for teams that must announce it.',
    },
  },
  phrases: {
    en: {
      volume,
      busy,
      staff: [...staff, ...shortage],
      absence,
      excuse,
      covered,
      own,
      again,
    },
  },
  ignoredIn: ['code', 'quoted', 'conditional', 'negated'],
  groupsOff: ({ allowVolumeNotice }) => (allowVolumeNotice ? ['volume'] : []),
  counts: (match, reading) => IN_COMPANY[match.group]?.(match, reading) ?? true,
  message: {
    volume: 'makes your workload the customer’s concern',
    busy: 'tells the customer that you are too busy',
    absence: 'makes your staffing the customer’s concern',
    staff: 'makes your staffing the customer’s concern',
    own: 'makes your own trouble the customer’s concern',
    again: 'tells the customer that writing is a bother',
  },
  suggestions: ['Say when they will hear from you, without the reason why not sooner'],
  examples: {
    good: [
      'Our driver is out for delivery with your parcel, and our assistant is out of beta.',
      'You left without the ticket. I have eleven skeins left and I put them aside, and I checked it on two phones.',
      'Stuck in traffic with six people, what a start! Come when you can.',
      'You are the only one who can see it, and we are a small studio that loves what it does.',
      'Replies take up to 2 business days this week.',
      'We’re busy adding PDF export; it ships on 12 May.',
      'Please don’t send your password by email.',
      'No need to open a second ticket: reply here and it reaches me.',
      'It’s no bother at all.',
      'High-volume senders can use the API.',
      'Our lines are quietest after 2 pm.',
      'We are never too busy for a question like this one.',
      'You’re not the only one who ran into it, and a fix is out.',
      'The export handles a large number of files, up to 5,000 at once.',
      'I see two orders on your account; which of them is it?',
      'Your idea is on our backlog, and I will write when it ships.',
      'We are looking forward to meeting you on Friday.',
      'The scarf is safe; it is lying on my desk.',
      'If we are busy when you call, leave your number and I will ring back within the hour.',
      'Dr Weiss is on holiday next week; her colleague Dr Amin can see you on Tuesday.',
      'The booking system was down from nine to eleven. It is back, and your order went through.',
      'I took longer than I said I would. That was my doing, and I’m sorry.',
      'Many customers ask this, so I wrote it down step by step.',
      'We are a family business in Kent and make every jar by hand.',
      'Our office moved to Elm Street 4 in March, so please send letters there.',
      'I have taken over from Tom, and I have read your whole thread.',
      { text: 'Ticket volumes are high this week.', options: { allowVolumeNotice: true } },
    ],
    bad: [
      {
        text: 'My one seamstress has the flu, so your jacket takes another week.',
        marks: ['My one seamstress has the flu'],
      },
      {
        text: 'Two girls quit last month and I can’t find anybody, and the new till does not print.',
        marks: ['Two girls quit', 'the new till does not print'],
      },
      { text: 'We are too small a team for that.', marks: ['too small a team'] },
      { text: 'We have more faults than engineers.', marks: ['more faults than engineers'] },
      {
        text: 'Both our plumbers are on a course, so I can’t give you a date.',
        marks: ['Both our plumbers are on a course'],
      },
      { text: 'Our van has broken down again.', marks: ['Our van has broken down again'] },
      { text: 'Our new software takes twice as long as the old one.', marks: ['Our new software takes twice'] },
      { text: 'We answer over 500 letters a week.', marks: ['We answer over 500 letters a week'] },
      { text: 'It has been a hell of a week here.', marks: ['hell of a week'] },
      {
        text: 'Due to an unusually high volume of requests, replies are delayed.',
        marks: ['Due to an unusually high volume'],
      },
      {
        text: 'We are currently experiencing delays because of high ticket volume.',
        marks: ['because of high ticket volume'],
      },
      { text: 'We are extremely busy at the moment.', marks: ['We are extremely busy'] },
      { text: 'We’re swamped right now.', marks: ['We’re swamped'] },
      { text: 'Please do not send multiple requests.', marks: ['do not send multiple requests'] },
      {
        text: 'Please refrain from contacting us again about this.',
        marks: ['Please refrain from contacting us'],
      },
      {
        text: 'Replying will move your ticket to the back of the queue.',
        marks: ['move your ticket to the back'],
      },
      {
        text: 'We receive thousands of emails every day.',
        marks: ['We receive thousands of emails every day'],
      },
      { text: 'As you can imagine, we get many requests.', marks: ['we get many requests'] },
      { text: 'You keep asking the same question.', marks: ['You keep asking'] },
      { text: 'Please stop emailing us.', marks: ['Please stop emailing us'] },
      { text: 'I’m quite busy, so bear with me.', marks: ['I’m quite busy'] },
      {
        text: 'Two colleagues are off sick, so nobody could look at it.',
        marks: ['Two colleagues are off sick', 'so nobody could'],
      },
    ],
  },
});
