import type { LibraryExamples } from 'replylint/rule';

export const examples: LibraryExamples = {
  good: [
    {
      replies: [
        { locale: 'en', includedAs: 'dc.a', text: 'Hi {{name}}, it takes 5 days: https://acme.example/en/a' },
        { locale: 'de', includedAs: 'dc.a', text: 'Hallo {{name}}, es dauert 5 Tage: https://acme.example/de/b' },
      ],
    },
    {
      replies: [
        { locale: 'en', includedAs: 'dc.a', text: 'It takes five days.' },
        { locale: 'de', includedAs: 'dc.a', text: 'Es dauert 5 Tage.' },
      ],
    },
    {
      replies: [
        { locale: 'en', includedAs: 'dc.a', text: 'Hi {{first_name}}, we are open until 5 pm.' },
        { locale: 'de', includedAs: 'dc.a', text: 'Guten Tag {{last_name}}, wir sind bis 17 Uhr da.' },
      ],
    },
    {
      replies: [
        { locale: 'en', includedAs: 'dc.a', text: 'It takes 5 days.' },
        { locale: 'de', includedAs: 'dc.b', text: 'Es dauert 7 Tage.' },
      ],
    },
    {
      replies: [
        { locale: 'en', includedAs: 'dc.a', text: 'It costs $5.' },
        { locale: 'de', includedAs: 'dc.a', text: 'Es kostet 4,50 €.' },
      ],
    },
    {
      replies: [
        { locale: 'en', includedAs: 'dc.a', text: 'It takes 5 days.' },
        { locale: 'de', includedAs: 'dc.a', text: 'Es dauert 7 Tage.' },
      ],
      options: { compare: ['placeholder'] },
    },
  ],
  bad: [
    {
      replies: [
        { locale: 'en', includedAs: 'dc.a', text: 'Hi Kim, your ticket is {{ticket.id}}.' },
        { locale: 'de', includedAs: 'dc.a', text: 'Hallo Kim, wir haben deine Anfrage.' },
      ],
      marks: ['Hallo Kim, wir haben deine Anfrage'],
    },
    {
      replies: [
        { locale: 'en', includedAs: 'dc.a', text: 'It takes 5 days.' },
        { locale: 'de', includedAs: 'dc.a', text: 'Es dauert 7 Tage.' },
      ],
      marks: ['7'],
    },
    {
      replies: [
        { locale: 'en', title: 'Late', file: 'a.json', text: 'See [our page](https://acme.example/late).' },
        { locale: 'de', title: 'Late', file: 'a.json', text: 'Mehr steht auf unserer Seite.' },
      ],
      marks: ['Mehr steht auf unserer Seite'],
    },
    {
      replies: [
        { locale: 'en', includedAs: 'dc.a', text: 'It takes a while.' },
        { locale: 'de', includedAs: 'dc.a', outdated: true, text: 'Es dauert etwas.' },
      ],
      marks: ['Es dauert etwas'],
    },
  ],
};
