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
      replies: [...inGerman('Ihr', 'Ihr', 'Ihr', 'Ihr'), { ...inGerman('dein')[0], title: 'Brief an ein Kind' }],
    },
    { replies: inGerman('dein', 'dein', 'dein', 'dein', 'Ihr'), options: { form: 'familiar' } },
  ],
  bad: [{ replies: inGerman('dein', 'dein', 'dein', 'dein', 'Ihr'), marks: ['Ihr'] }],
};
