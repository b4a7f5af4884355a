// Creates the inputs of the benchmark. They are generated, the same in every run, and kept in a folder that Git
// ignores.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TOPICS = {
  refund: [
    'We have refunded {amount} to the card that you paid with.',
    'Most banks show the money within {n} working days.',
    'You do not need to send the {thing} back.',
    'The total covers the {thing} and the delivery.',
  ],
  delivery: [
    'Your {thing} left our warehouse on {day} and is with the carrier now.',
    'The tracking page can take {n} hours to show the first scan.',
    'If nobody is home, the driver leaves a card with the nearest pickup point.',
    'I have asked the carrier to call you before the next attempt.',
  ],
  account: [
    'You can set a new password from the sign-in page.',
    'The link works once and expires after {n} hours.',
    'To add a colleague, open **Team** and choose **Invite**.',
    'We merged the two accounts, so all {n} orders are in one place.',
  ],
  repair: [
    'The {thing} has a two-year warranty.',
    'A photo of the label is all we need to start the repair.',
    'Our workshop needs {n} working days, and both shipping labels are free.',
    'If the repair takes longer, we send you a new one.',
  ],
};
const GENERAL = [
  'Thank you for writing to us about your {thing}.',
  'I checked your account this morning, and everything is set up.',
  'I will look at it again on {day} and write to you.',
  'If something is unclear, reply here and I will walk you through it.',
  'This does not affect your other orders.',
  'Is there anything else that I can help you with?',
];
/** Sentences that rules report. One sentence in ten is one of these. */
const FLAWS = [
  'We apologize for any inconvenience caused.',
  'You failed to send the form, so the case was closed.',
  'As per our policy, this is not possible.',
  'Dear Valued Customer, your call is important to us.',
  'PLEASE READ THIS FIRST!!!',
];
const THINGS = ['lamp', 'router', 'kettle', 'desk', 'jacket', 'keyboard', 'projector'];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

/** Returns a generator of numbers that look random but depend only on the seed (mulberry32, public domain). */
function randomOf(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Returns the text of a reply, which depends only on its number. */
export function replyOf(index) {
  const random = randomOf(index + 1);
  const pick = (list) => list[random(list.length)];
  const topic = Object.keys(TOPICS)[index % 4];
  const sentence = () => {
    const from = random(10) === 0 ? FLAWS : random(2) === 0 ? GENERAL : TOPICS[topic];
    return pick(from)
      .replace('{thing}', pick(THINGS))
      .replace('{day}', pick(DAYS))
      .replace('{n}', String(2 + random(12)))
      .replace('{amount}', `€${5 + random(300)}.50`);
  };
  const paragraph = () => Array.from({ length: 3 + random(2) }, sentence).join(' ');
  const parts = ['Hi {{ticket.requester.first_name}},', paragraph()];
  if (random(2) === 0) parts.push('1. Open **Settings**.\n2. Choose **Save**.\n3. Sign in again.');
  if (random(3) === 0) parts.push(`{% if ticket.via == 'chat' %}${sentence()}{% else %}${sentence()}{% endif %}`);
  parts.push(paragraph(), 'Kind regards,\n{{current_user.name}}');
  return { id: index + 1, topic, title: `${topic} ${index + 1}`, text: `${parts.join('\n\n')}\n` };
}

const repliesUpTo = (count) => Array.from({ length: count }, (_, index) => replyOf(index));

const asMacro = ({ id, title, text }) => ({
  id,
  title,
  active: true,
  actions: [{ field: 'comment_value_html', value: `<p>${text.trim().replaceAll('\n\n', '</p><p>')}</p>` }],
});

/** Texts that must not slow down a linter. Each is about five megabytes long. */
const ODD = {
  'one-line.txt': () => `Hi Kim, ${'your parcel is on its way and it will be there soon '.repeat(100_000)}`,
  'braces.txt': () => `Hi Kim,\n\n${'{'.repeat(1_000_000)}\n\nBest,\nSam\n`,
  'conditionals.txt': () =>
    `Hi Kim,\n\n${"{% if a == 'b' %}yes{% else %}no{% endif %} ".repeat(10_000)}\n\nBest,\nSam\n`,
  'long-page.md': () =>
    `# Replies\n\n${repliesUpTo(6000)
      .map(({ title, text }) => `## ${title}\n\n${text}`)
      .join('\n')}`,
  'long-reply.md': () =>
    `Hi Kim,\n\n${repliesUpTo(1100)
      .map(({ text }) => text)
      .join('\n')}`,
};

/** Functions that create each input in a folder, by the name of the input. Names include the size. */
const MAKERS = {
  'small/a.md': (file) => writeFileSync(file, replyOf(1).text),
  ...Object.fromEntries([1000, 10_000].map((count) => [`templates-${count}`, (folder) => templates(folder, count)])),
  ...Object.fromEntries(
    [10_000, 100_000].flatMap((count) => [
      [
        `macros-${count}.json`,
        (file) => writeFileSync(file, `${JSON.stringify({ macros: repliesUpTo(count).map(asMacro) }, null, 1)}\n`),
      ],
      [
        `replies-${count}.ndjson`,
        (file) =>
          writeFileSync(
            file,
            repliesUpTo(count)
              .map(({ id, title, text }) => `${JSON.stringify({ id, title, body: text })}\n`)
              .join(''),
          ),
      ],
    ]),
  ),
  ...Object.fromEntries(Object.entries(ODD).map(([name, text]) => [name, (file) => writeFileSync(file, text())])),
};

function templates(folder, count) {
  for (const { id, topic, text } of repliesUpTo(count)) {
    mkdirSync(join(folder, topic), { recursive: true });
    writeFileSync(join(folder, topic, `${id}.md`), text);
  }
}

/**
 * Creates an input if it does not exist yet.
 * @param {string} folder the folder that contains the inputs
 * @param {string} name a name such as `templates-1000`
 * @returns {string} the path of the input
 */
export function inputOf(folder, name) {
  const path = join(folder, name);
  if (!existsSync(path)) {
    mkdirSync(join(path, '..'), { recursive: true });
    MAKERS[name](path);
  }
  return path;
}
