import type { LibraryExamples } from 'replylint/rule';

const SENT =
  'Hi Kim,\n\nyour parcel has left our warehouse and will reach you within three days. You can follow the parcel with the number in your confirmation.\n\nBest,\nSam';
const LATE =
  'Hi Kim,\n\nthe carrier could not hand your order over yesterday. Please accept our apologies; it is handed over to a neighbor tomorrow if nobody opens.\n\nBest,\nSam';

const MOVED =
  'Hi Kim,\n\nour shop in Lyon has moved to the other side of the river, next to the old bridge. Tram 4 stops at its door, and the opening hours are as before.\n\nBest,\nSam';

export const examples: LibraryExamples = {
  good: [
    {
      replies: [
        { title: 'Sent', text: SENT },
        { title: 'Late', text: LATE },
      ],
    },
    {
      replies: [
        { title: 'Sent (parcel)', text: SENT },
        { title: 'Sent (letter)', text: SENT.replace('parcel', 'letter') },
      ],
    },
    {
      replies: [
        { title: 'Parcel', text: SENT },
        { title: 'Letter', text: SENT.replaceAll('parcel', 'letter') },
      ],
    },
    { replies: [SENT, SENT.replace('three days', 'two days')] },
    { replies: [SENT.replace('our warehouse', 'Lyon'), SENT.replace('our warehouse', 'Turin')] },
    { replies: [LATE, LATE.replace('could not hand', 'could hand')] },
    {
      replies: [
        { locale: 'en-GB', text: SENT },
        { locale: 'en-US', text: SENT },
      ],
    },
    {
      replies: [
        { file: 'acme/sent.md', text: SENT },
        { file: 'zenith/sent.md', text: SENT },
      ],
    },
    {
      replies: [
        { form: 'chat', text: SENT },
        { form: 'full', text: SENT },
      ],
    },
    { replies: ['We will look into it.', 'We will look into it.'] },
  ],
  bad: [
    {
      replies: [
        ...[SENT, LATE, MOVED].map((text, index) => ({ file: 'all.md', title: `Case ${index}`, text })),
        ...[SENT, LATE, MOVED].map((text, index) => ({ file: `single/${index}.md`, text })),
      ],
      marks: ['Hi Kim'],
    },
    {
      replies: [
        { title: 'Sent', text: SENT },
        { title: 'On its way', text: SENT },
      ],
      marks: ['Hi Kim'],
    },
    { replies: [SENT, SENT.replace('Hi Kim', 'Dear Lou').replace('Sam', 'Kit')], marks: ['Dear Lou'] },
    {
      replies: [SENT.replace('Kim', '[Name]'), SENT.replace('Kim', '{{ticket.requester.first_name}}')],
      marks: ['Hi {{ticket.requester.first_name}}'],
    },
    {
      replies: [
        { title: 'Sent', text: SENT },
        LATE,
        { title: 'Sent (new)', text: SENT.replace('has left', 'just left') },
      ],
      marks: ['Hi Kim'],
    },
    {
      replies: [
        LATE,
        LATE.replace('Please accept our apologies', 'We apologize'),
        LATE.replace('handed over', 'given'),
      ],
      marks: ['Hi Kim'],
    },
  ],
};
