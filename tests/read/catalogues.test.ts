import { describe, expect, test } from 'vitest';
import { compose, readerOf } from '../../src/compose/index.js';
import { CATALOGUES, HELPDESKS, placeholdersOf } from '../../src/read/index.js';
import { withFallback } from '../../src/rule/placeholder/fallback.js';
import { replyOf } from '../reply-of.js';

async function placeholderIn(text: string, helpdesk: string) {
  const reply = replyOf(text, 'text', { helpdesk, placeholders: placeholdersOf(helpdesk) });
  const { placeholders } = compose(reply, await readerOf('text', text), 'en');
  return { reply, placeholder: placeholders[0] };
}

const OWN = HELPDESKS.flatMap(({ id, placeholders }) =>
  placeholders.catalogue ? [{ id, ...placeholders, catalogue: placeholders.catalogue }] : [],
);
/** The placeholder for the customer’s first name, for help desks in which only some placeholders accept a fallback. */
const ASKED: Readonly<Record<string, string>> = { hubspot: "{{ personalization_token('contact.firstname') }}" };
const CLOSERS: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}' };

describe.each(OWN)('the catalogue of $id', ({ id, openers, catalogue }) => {
  const { opens, customer = '', paths, fallbacks, source } = catalogue;
  const written = ASKED[id] ?? `${opens}${customer}${CLOSERS[opens] ?? '}'}`;

  test('belongs to an adapter that writes placeholders so, and names its source', () => {
    expect(openers).toContain(opens);
    expect(paths).toContain(customer);
    expect(source).toMatch(/^https:\/\//);
  });

  test('gives the customer’s name its role', async () => {
    const { placeholder } = await placeholderIn(`Hi ${written},`, id);
    expect(placeholder).toMatchObject({ text: written, role: 'customer-name', kind: 'machine' });
  });

  test('advises a fallback that is read as one, or none', async () => {
    const { reply, placeholder } = await placeholderIn(`Hi ${written},`, id);
    const better = placeholder && withFallback(placeholder, reply, 'there');
    expect(better !== undefined).toBe(fallbacks !== undefined);
    if (better === undefined) return;
    const mended = await placeholderIn(`Hi ${better},`, id);
    expect(mended.placeholder).toMatchObject({ role: 'customer-name', fallback: 'there' });
    expect(mended.placeholder && withFallback(mended.placeholder, mended.reply, 'there')).toBeUndefined();
  });
});

test('no two help desks are called the same', () =>
  expect(new Set(CATALOGUES.map(({ name }) => name)).size).toBe(CATALOGUES.length));
