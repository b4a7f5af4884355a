import type { LibraryExamples } from 'replylint/rule';

const repliesBy = (...signers: readonly string[]) =>
  signers.map((signer, nth) => `Hi Kim,\n\nthe lamp number ${nth} is on its way to you.\n\nBest regards,\n${signer}`);

const closedWith = (...farewells: readonly string[]) =>
  farewells.map((farewell, nth) => `Hi Kim,\n\nthe lamp number ${nth} is on its way.\n\n${farewell}\nThe Acme Team`);

export const examples: LibraryExamples = {
  good: [
    { replies: closedWith(...Array<string>(10).fill('Best wishes,'), 'With our deepest sympathy,') },
    { replies: closedWith(...Array<string>(6).fill('Best wishes,'), 'Cheers,') },
    { replies: closedWith(...Array<string>(10).fill('Best wishes,'), 'Cheers,', 'Regards,', 'Regards,') },
    { replies: closedWith(...Array<string>(10).fill('Best wishes,'), 'Enjoy your new lamp!') },
    {
      replies: repliesBy(
        ...Array<string>(6).fill('{{agent.first_name}}\nAcme Care'),
        'Dr Ann Marsh\nData Protection Officer',
      ),
    },
    { replies: repliesBy('The Acme Team', 'The Acme Team', 'The Acme Team', 'The Acme Team', 'The Acme Team') },
    {
      replies: [
        ...repliesBy(...Array<string>(6).fill('The Acme Team')),
        'Hi Kim,\n\nthe pictures are in our press kit.\n\nBest regards,\nThe Acme press office',
      ],
    },
    { replies: repliesBy('The Acme Team', 'The Acme Team', 'The Acme Team', 'Acme Support', 'Acme Support') },
    { replies: repliesBy('{{agent.name}}', 'Mia', '{{agent.first_name}}', 'Tom', 'Ana') },
    { replies: repliesBy('The Acme Team', 'The Acme Team', 'The Acme Team', 'The Acme Team', '{{agent.name}}') },
    { replies: repliesBy('The Acme Team', 'The Acme Team', 'Acme Support') },
    {
      replies: [
        ...repliesBy('The Acme Team', 'The Acme Team', 'The Acme Team', 'The Acme Team', 'The Acme Team'),
        { locale: 'de', text: 'Hallo Kim,\n\ndie Lampe ist unterwegs.\n\nViele Grüße\nDein Acme-Team' },
      ],
    },
  ],
  bad: [
    { replies: closedWith(...Array<string>(10).fill('Best wishes,'), 'Cheers,'), marks: ['Cheers'] },
    {
      replies: repliesBy(
        ...Array<string>(6).fill('{{agent.first_name}}\nAcme Care'),
        '{{agent.first_name}}\nThe Acme Team',
      ),
      marks: ['The Acme Team'],
    },
    {
      replies: repliesBy('The Acme Team', 'The Acme Team', 'The Acme Team', 'The Acme Team', 'Acme Support'),
      marks: ['Acme Support'],
    },
    {
      replies: repliesBy('Acme Support', 'The Acme Team', 'The Acme Team', 'The Acme Team', 'The Acme Team'),
      marks: ['Acme Support'],
    },
    {
      replies: repliesBy('The Acme Team', 'The Acme Team', 'The Acme Team', 'The Acme Team', '{{agent.name}}'),
      options: { persons: true },
      marks: ['{{agent.name}}'],
    },
    {
      replies: repliesBy('Your Acme Team', 'Acme Support', ...Array<string>(6).fill('The Acme Team')),
      marks: ['Your Acme Team', 'Acme Support'],
    },
  ],
};
