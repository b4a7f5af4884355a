import { describe, expect, test } from 'vitest';
import { localeNamed, localeOfText, settledLocale } from '../src/language/locale.js';
import { folderWith, replylint } from './command-line.js';

describe('the language of a text', () => {
  const TABLE: readonly (readonly [string, string | undefined])[] = [
    ['Thank you for your message, we will look into it and write to you tomorrow.', 'en'],
    ['Vielen Dank für Ihre Nachricht, wir melden uns bei Ihnen.', 'de'],
    ['Merci pour votre message, nous revenons vers vous dans la journée.', 'fr'],
    ['Gracias por su mensaje, le responderemos en un plazo de dos días.', 'es'],
    ['Obrigado por sua mensagem, você vai receber uma resposta em dois dias.', 'pt'],
    ['Grazie per il suo messaggio, le risponderemo con una mail nella giornata.', 'it'],
    ['Bedankt voor je bericht, we komen er morgen op terug met een antwoord.', 'nl'],
    ['Спасибо за ваше сообщение, мы ответим завтра.', 'ru'],
    ['ご連絡ありがとうございます。', 'ja'],
    ['A child could do this.', 'en'],
    ['Non-payment will result in disconnection.', undefined],
    ["I'm sorry. I'm sorry.", undefined],
    ['OK', undefined],
  ];

  test.each(TABLE)('%s', (text, locale) => expect(localeOfText(text)).toBe(locale));

  test.each([
    ['de', 'de'],
    ['pt_BR', 'pt-BR'],
    ['Italiano', 'it'],
  ])('the name %s', (name, locale) => expect(localeNamed(name)).toBe(locale));
});

const ENGLISH = `Hi {{ticket.requester.first_name}},

thank you for your message about the lamp. You failed to send the form.

Is there anything else I can do for you?

Kind regards,
{{agent.name}}
`;
const ITALIAN = `Buongiorno {{ticket.requester.first_name}},

grazie per la sua richiesta. Abbiamo spedito la lampada oggi, e le arriva venerdì con il corriere.

Cordiali saluti
{{agent.name}}
`;

describe('a language that a path seems to name', () => {
  test.each([
    'it/laptop.md',
    'hr/leave.md',
    'uk/late.md',
    'no/stock.md',
    'id/proof.md',
    'tax-id.md',
    'how-to-do-it.md',
    'de/late.md',
  ])('%s: a long text decides for itself', async (path) => {
    const { out, code } = await replylint(['-f', 'compact', path], { cwd: folderWith({ [path]: ENGLISH }) });
    expect(out).toContain('no-blame-shifting');
    expect(code).toBe(1);
  });

  test.each([
    ['OK!', 'it', 'it'],
    ['Hvala na poruci, je na putu i stiže za dva dana, to je sve.', 'hr', 'hr'],
    ['Благодарим за съобщението, ще отговорим утре.', 'bg', 'bg'],
    ['Tak for din besked, vi har sendt den til dig og det er på vej.', 'nb', 'nb'],
    [ENGLISH, 'en-GB', 'en-GB'],
    [ENGLISH, 'it', 'en'],
    ['Merci pour votre message, nous revenons vers vous dans la journée.', 'it', 'fr'],
    ['Cererea se poate trimite prin formularul de contact, iar echipa îți va scrie mâine.', 'ro', 'ro'],
    ['Gracias por su mensaje, el técnico llega mañana con los repuestos para su horno.', 'ro', 'es'],
    [ITALIAN, 'it', 'it'],
    [ITALIAN, undefined, 'it'],
  ])('%j under %s is %s', (text, inPath, locale) => expect(settledLocale(text, inPath)).toBe(locale));

  test('a reply of a language file that shares its small words with another language', async () => {
    const cwd = folderWith({
      'canned-replies/ro.json': JSON.stringify({
        password: {
          label: 'Parola',
          content: 'Mulțumim pentru mesaj. Parola este în cont, și poți să o schimbi.\n\nAna',
        },
        account: {
          label: 'Contul',
          content:
            'Bună {{name}},\n\nacest cont se șterge prin formularul de contact, iar echipa de suport te va asista.\n\nAna',
        },
        return: { label: 'Retur', content: 'Mulțumim pentru mesaj. Formularul se trimite de magazin, prin curier.' },
      }),
    });
    const rows = JSON.parse((await replylint(['list', '-f', 'json', '.'], { cwd })).out);
    expect(rows.map(({ locale }: { locale: string }) => locale)).toEqual(['ro', 'ro', 'ro']);
  });

  test('front matter and the configuration win over the text', async () => {
    const cwd = folderWith({
      'a.md': `---\nlocale: fi\n---\n${ENGLISH}`,
      'b.md': ENGLISH,
      '.replylintrc.json': '{"overrides": [{"files": "b.md", "locale": "fi"}]}',
    });
    const { err, code } = await replylint(['-f', 'compact', '.'], { cwd });
    expect(err).toContain('2 replies in fi (a.md, b.md; rules: ');
    expect(code).toBe(0);
  });
});

const FINNISH = `Hei {{ticket.requester.first_name}},

kiitos viestistä. Lamppu on nyt matkalla, ja se on perillä tiistaina.

Terveisin
{{agent.name}}
`;

describe('languages without phrases', () => {
  const FILES = { 'it/a.md': ITALIAN, 'it/b.md': ITALIAN, 'c.md': ITALIAN, 'd.md': ITALIAN, 'fi/e.md': FINNISH };

  test('one notice names replies, files and rules', async () => {
    const { err } = await replylint(['--rule', 'greeting: warn', '.'], { cwd: folderWith(FILES) });
    expect(err).toMatch(
      /^replylint: Not fully checked, because some rules have no phrases in the language: 1 reply in fi \(fi\/e\.md; rules: .+\), 4 replies in it \(c\.md, d\.md, it\/a\.md and 1 other file; rules: \S+, \S+, \S+ and \d+ other rules\); to hide this notice, add "fi", "it" to "languages" in the configuration\n$/,
    );
  });

  test('`languages` settles it, and a path stands for no other language', async () => {
    const cwd = folderWith({
      ...FILES,
      'no/f.md': 'OK!\n',
      '.replylintrc.json': '{"languages": ["en-US", "it", "fi"]}',
    });
    expect((await replylint(['.', 'no/f.md'], { cwd })).err).toBe('');
    const list = await replylint(['list', '--format', 'json', 'no/f.md'], { cwd });
    expect(JSON.parse(list.out)[0].locale).toBe('en');
  });

  test.each([
    ['"en"', 'languages: expected a list of languages, found "en"'],
    ['[]', 'languages: expected a list of languages, found'],
    ['["english"]', 'languages › item 1: "english" is not a known language. Did you mean "en"?'],
  ])('"languages": %s is an error', async (value, says) => {
    const { err, code } = await replylint(['.'], {
      cwd: folderWith({ 'a.md': ENGLISH, '.replylintrc.json': `{"languages": ${value}}` }),
    });
    expect(err).toContain(says);
    expect(code).toBe(2);
  });
});
