import { describe, expect, test } from 'vitest';
import { localeNamed, localeOfText } from '../src/language/locale.js';

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
