import { describe, expect, test } from 'vitest';
import { folderWith, messagesIn } from './command-line.js';

const CONFIG = { '.replylintrc.json': '{"extends": [], "rules": {"consistent-formality": "warn"}}' };
const FORMAL = {
  de: 'Guten Tag {{name}},\n\nwir haben Ihre Karten gefunden.\n\nHerzliche Grüße\n{{agent_name}}\n',
  fr: 'Bonjour {{name}},\n\nvotre billet est prêt.\n\nBien cordialement,\n{{agent_name}}\n',
};
const FAMILIAR = {
  de: 'Hallo {{name}},\n\nwir haben deine Karten gefunden.\n\nHerzliche Grüße\n{{agent_name}}\n',
  fr: 'Bonjour {{name}},\n\nton billet est prêt.\n\nBien cordialement,\n{{agent_name}}\n',
};

async function found(locale: 'de' | 'fr', path: string, front = ''): Promise<number> {
  const formal = Array.from({ length: 6 }, (_, nth) => [
    `mail/case-${nth}.md`,
    `---\ntitle: Fall ${nth}\nlang: ${locale}\n---\n\n${FORMAL[locale]}`,
  ]);
  const cwd = folderWith({
    ...CONFIG,
    ...Object.fromEntries(formal),
    [path]: `---\nlang: ${locale}\n${front}---\n\n${FAMILIAR[locale]}`,
  });
  return (await messagesIn(cwd)).length;
}

describe('a familiar letter among formal ones', () => {
  test.each<['de' | 'fr', string, string]>([
    ['de', 'mail/other.md', 'title: Karten gefunden\n'],
    ['fr', 'mail/other.md', 'title: Billet\n'],
    ['de', 'mail/other.md', 'title: Kindersitz gefunden\naudience: customer\n'],
    ['de', 'mail/other.md', 'title: Karten gefunden\naudience: public\n'],
  ])('is reported (%s, %s, %s)', async (...given) => expect(await found(...given)).toBe(1));

  test.each<['de' | 'fr', string, string]>([
    ['de', 'mail/other.md', 'title: Karten gefunden\naudience: child   # not the parents\n'],
    ['fr', 'mail/other.md', 'title: Billet\naudience: child\n'],
    ['de', 'mail/other.md', 'title: Karten für ein Kind\n'],
    ['fr', 'mail/other.md', 'title: Billet pour les enfants\n'],
    ['de', 'mail/karten-kinder.md', 'title: Karten\n'],
    ['de', 'kinder/karten.md', 'title: Karten\n'],
  ])('is right for children (%s, %s, %s)', async (...given) => expect(await found(...given)).toBe(0));
});
