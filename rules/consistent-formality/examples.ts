import type { LibraryExamples } from 'replylint/rule';

const inGerman = (...forms: readonly string[]) =>
  forms.map((your, nth) => ({
    locale: 'de',
    text: `Hallo,\n\nwir haben ${your} Paket Nummer ${nth} gefunden.`,
  }));

export const examples: LibraryExamples = {
  good: [
    { replies: inGerman('dein', 'dein', 'dein', 'Ihr', 'Ihr') },
    { replies: inGerman('dein', 'Ihr') },
    {
      replies: [
        ...inGerman('Ihr', 'Ihr', 'Ihr', 'Ihr'),
        { locale: 'de', title: 'Brief an ein Kind', text: 'Hallo,\n\nwir haben dein Paket gefunden.' },
      ],
    },
    { replies: inGerman('dein', 'dein', 'dein', 'dein', 'Ihr'), options: { form: 'familiar' } },
  ],
  bad: [{ replies: inGerman('dein', 'dein', 'dein', 'dein', 'Ihr'), marks: ['Ihr'] }],
};
