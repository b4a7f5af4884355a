import { describe, expect, test } from 'vitest';
import { folderWith, messagesIn, replylint } from './command-line.js';

const CONFIG = { '.replylintrc.json': '{"extends": [], "rules": {"locale-parity": "warn"}}' };
const CASES = ['refund', 'late', 'lost', 'broken', 'invoice'];

async function found(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const messages = await messagesIn(folderWith({ ...CONFIG, ...files }));
  return messages.map(({ line, message }) => `${line} ${message}`);
}

const english = (what: string) =>
  `Hi {{name}},\n\nthank you for your message about ${what}. It takes 5 days.\n\nBest,\nSam\n`;
const german = (what: string, days = 5) =>
  `Hallo {{name}},\n\nvielen Dank für deine Nachricht zu ${what}. Es dauert ${days} Tage.\n\nViele Grüße\nSam\n`;

describe('variants of one reply in several languages', () => {
  test('in a folder for each language: another number, and one that is missing', async () => {
    const files = Object.fromEntries(
      CASES.flatMap((name) => [
        [`en/${name}.md`, english(name)],
        ...(name === 'lost' ? [] : [[`de/${name}.md`, german(name, name === 'late' ? 7 : 5)]]),
      ]),
    );
    expect(await found(files)).toEqual([
      '3 Says “7” where the variant in “en” says “5”',
      '1 Has no variant in “de”, but 4 of 5 replies have one',
    ]);
  });

  test('in folders whose files declare the language, too, and with one that lists its languages', async () => {
    const declaring = (text: string, front: string) => `---\n${front}\n---\n\n${text}`;
    const files = Object.fromEntries(
      CASES.flatMap((name) => [
        [`en/${name}.md`, declaring(english(name), `title: In English, ${name}\nlang: en`)],
        [`de/${name}.md`, declaring(german(name, name === 'late' ? 7 : 5), `title: Auf Deutsch, ${name}\nlang: de`)],
      ]),
    );
    const only = declaring(english('loans'), 'lang: en\nlocales: [en] # only here');
    expect(await found({ ...files, 'en/loan.md': only })).toEqual(['8 Says “7” where the variant in “en” says “5”']);
  });

  test('that is meant for one of four languages, unlike one that lacks the last of them', async () => {
    const texts = Object.entries({ en: english, de: german, fr: english, es: english });
    const files = Object.fromEntries(
      texts.flatMap(([locale, text]) =>
        [...CASES, 'tax', 'gift', 'keys', 'swap', 'loan'].flatMap((name) =>
          (name === 'loan' && locale !== 'de') || (name === 'swap' && locale === 'es')
            ? []
            : [[`${locale}/${name}.md`, `---\nlang: ${locale}\n---\n\n${text(name)}`]],
        ),
      ),
    );
    expect(await found(files)).toEqual([expect.stringMatching(/^\d+ Has no variant in “es”, but 8 of 10 /)]);
  });

  test('in the name of the file, and without a language in one of them', async () => {
    const lost = german('refund').replace('{{name}}', 'Kim');
    expect(await found({ 'refund.md': english('refund'), 'refund.de.md': lost })).toEqual([
      '1 Lacks a placeholder from the variant in “en”: “{{name}}”',
    ]);
  });

  test('in columns of a table', async () => {
    const rows = CASES.map((name) => [name, english(name), german(name, name === 'lost' ? 3 : 5)]);
    const table = [['title', 'body_en', 'body_de'], ...rows].map((row) => row.map((cell) => `"${cell}"`).join(','));
    expect(await found({ 'replies.csv': table.join('\n') })).toEqual([
      expect.stringMatching(/Says “3” where the variant in “en” says “5”$/),
    ]);
  });

  test('in dynamic content, with one that the help desk marks as outdated', async () => {
    const variants = [
      { id: 11, content: english('it'), locale_id: 1, active: true, default: true, outdated: false },
      { id: 12, content: german('ihr'), locale_id: 8, active: true, default: false, outdated: true },
    ];
    const items = [{ id: 1, name: 'It', placeholder: '{{dc.it}}', default_locale_id: 1, variants }];
    expect(await found({ 'dynamic-content.json': JSON.stringify({ items }, null, 1) })).toEqual([
      expect.stringMatching(/This variant is older than the one in “en”$/),
    ]);
  });

  test('a link to another page, but not to the same page under another address', async () => {
    const page = (language: string, path: string) => `https://acme.example/${language}/${path}`;
    const files = Object.fromEntries(
      CASES.flatMap((name) => [
        [`en/${name}.md`, `${english(name)}\n${page('en', name === 'late' ? 'help' : 'privacy')}\n`],
        [`de/${name}.md`, `${german(name)}\n${page('de', { late: 'hilfe', lost: 'terms' }[name] ?? 'privacy')}\n`],
      ]),
    );
    expect(await found(files)).toEqual([
      expect.stringMatching(/Has “acme\/privacy” where the variant in “de” has “acme\/terms”$/),
    ]);
  });

  test('in dynamic content, where all texts with a locale id decide its language', async () => {
    const [ASK, CALL] = [
      'Il bello è che Paul scrive a Marie.',
      'Vous trouverez nos horaires sur notre site, avec le plan.',
    ];
    const french = `Merci pour votre message. ${CALL} Nous vous répondrons demain, et vous pourrez nous appeler.`;
    const item = (name: string, en: string, fr: string, id: number) => ({
      id,
      name,
      placeholder: `{{dc.${name}}}`,
      default_locale_id: 1,
      variants: [
        { id: id * 10, content: en, locale_id: 1, active: true, default: true, outdated: false },
        { id: id * 10 + 1, content: fr, locale_id: 16, active: true, default: false, outdated: false },
      ],
    });
    const cwd = folderWith({
      'content.json': JSON.stringify({
        items: [item('ask', english('it'), ASK, 1), item('call', english('us'), french, 2)],
      }),
    });
    const { out } = await replylint(['list', '-f', 'json', '.'], { cwd });
    expect(JSON.parse(out).map(({ locale }: { locale: string }) => locale)).toEqual(['en', 'fr', 'en', 'fr']);
  });

  test('with keys that are equal by chance', async () => {
    const texts = (language: string, links: readonly string[]) =>
      JSON.stringify(
        Object.fromEntries(
          links.map((link, index) => [`reply-${index}`, { label: `${language} ${index}`, content: link }]),
        ),
      );
    const en = CASES.map(
      (name) => `Thank you for your message. Please see https://acme.example/${name} for what to do.`,
    );
    const de = [
      'Vielen Dank für deine Nachricht. Bitte sieh selbst nach.',
      ...CASES.slice(1).map(
        (name) =>
          `Vielen Dank für deine Nachricht. Bitte sieh unter https://acme.example/a/${name} und https://acme.example/b nach.`,
      ),
    ];
    expect(await found({ 'replies/en.json': texts('A', en), 'replies/de.json': texts('B', de) })).toEqual([]);
  });

  test('a language that is no code, but looks like a pattern', async () => {
    const { out } = await replylint(['.'], {
      cwd: folderWith({ ...CONFIG, 'a.md': `---\ntitle: Refund\nlocale: "(("\n---\n\n${english('loans')}` }),
    });
    expect(out).not.toContain('failed');
  });
});
