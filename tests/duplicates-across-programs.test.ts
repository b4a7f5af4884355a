import { describe, expect, test } from 'vitest';
import { folderWith, messagesIn } from './command-line.js';

const CONFIG = {
  '.replylintrc.json': '{"extends": [], "rules": {"no-near-duplicates": "warn"}}',
  'readme.txt': '',
};

const DOORBELL =
  'The doorbell shows a red light when its battery is low. Unscrew the lower cover, slide the battery out to the left, and charge it overnight with the cable from the box.';
const BADGE =
  'You can collect the visitor badge for booking # at the side entrance from 8 am. Please bring a photo ID, because the guards compare it with the list.';

/** A Zendesk macro in the form of its export. */
const macro = (id: number, title: string, text: string, ...actions: readonly object[]) => ({
  ...{ id, title },
  actions: [{ field: 'comment_value', value: text }, ...actions],
});
const letter = (text: string) =>
  `Dear {{ticket.requester.first_name}},\n\nThank you for writing to us.\n\n${text}\n\nKind regards,\n{{current_user.first_name}}\nBellhop Support`;
const chat = (short_code: string, content: string) => ({ id: short_code.length, short_code, content, account_id: 1 });
const template = (text: string, front = 'title: Wall unit\nlang: en') =>
  `---\n${front}\n---\n\nHello {{first_name}},\n\n${text}\n\nWarm wishes,\n{{agent_name}}\n`;

async function messages(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const found = await messagesIn(folderWith({ ...CONFIG, ...files }));
  return found.map(({ message }) => message);
}

const zendesk = (...macros: readonly object[]) => ({ 'desk/macros.json': JSON.stringify({ macros }) });
const chatwoot = (...answers: readonly object[]) => ({ 'chat/canned.json': JSON.stringify(answers) });

describe('a text in two programs', () => {
  test('a macro and a line for chat', async () => {
    const found = await messages({
      ...zendesk(macro(1, 'Devices::Battery low', letter(DOORBELL))),
      ...chatwoot(chat('redlight', `Hey {{contact.name}}! ${DOORBELL} Take care!`)),
    });
    expect(found).toEqual([
      'Repeats “redlight” in chat/canned.json word for word, except for the opening and the closing',
    ]);
  });

  test('a macro and a template in a folder', async () => {
    const found = await messages({
      ...zendesk(macro(1, 'Devices::Battery low', letter(DOORBELL))),
      'mail/wall-unit.md': template(DOORBELL),
    });
    expect(found).toHaveLength(1);
  });

  test('fields with other names', async () => {
    const found = await messages({
      ...zendesk(macro(1, 'Visits::Where to go', letter(BADGE.replace('#', '{{ticket.ticket_field_7781}}')))),
      'mail/side-entrance.md': template(BADGE.replace('#', '{{gate_label}}')),
    });
    expect(found).toHaveLength(1);
  });

  test('fields with names that begin alike', async () => {
    const found = await messages({
      ...zendesk(macro(1, 'Visits::Where to go', letter(BADGE.replace('#', '{{site.gate_name}}')))),
      'mail/side-entrance.md': template(BADGE.replace('#', '{{gate_label}}')),
    });
    expect(found).toHaveLength(1);
  });

  test('many at once are one finding', async () => {
    const cases = Array.from({ length: 9 }, (_, nth) =>
      ['lamp', 'sofa', 'kettle', 'rug', 'clock', 'quilt', 'oven', 'bench', 'vase']
        .slice(nth)
        .concat('end')
        .map((thing, at) => `Part ${thing} of set ${nth * 31 + at * 7} belongs beside ${thing} ${nth}.`)
        .join(' '),
    );
    const found = await messages({
      ...zendesk(...cases.map((text, nth) => macro(nth + 1, `Set ${nth} by mail`, letter(text)))),
      ...chatwoot(...cases.map((text, nth) => chat(`code${'x'.repeat(nth)}`, text))),
    });
    expect(found).toEqual(['9 replies in chat/canned.json repeat replies in desk/macros.json']);
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    [
      'another matter in the same frame',
      chatwoot(chat('redlight', DOORBELL.replace('battery is low', 'door is open').replace('battery', 'magnet'))),
    ],
    ['another number', chatwoot(chat('redlight', DOORBELL.replace('overnight', 'for 3 hours')))],
    ['the contrary', chatwoot(chat('redlight', DOORBELL.replace('shows', 'does not show')))],
    ['the same title for the other channel', chatwoot(chat('battery low', DOORBELL))],
    ['a title of the same series', chatwoot(chat('Battery low (chat)', DOORBELL))],
    ['another language', { 'mail/wall-unit.md': template(DOORBELL, 'title: Wall unit\nlang: de') }],
    ['an automatic mail', { 'mail/wall-unit.md': template(DOORBELL, 'title: Wall unit\nform: auto') }],
    ['a note for the team', { 'mail/wall-unit.md': template(DOORBELL, 'title: Wall unit\naudience: staff') }],
  ])('but not %s', async (_, other) => {
    expect(await messages({ ...zendesk(macro(1, 'Devices::Battery low', letter(DOORBELL))), ...other })).toEqual([]);
  });

  test('but not with fields for two values', async () => {
    const found = await messages({
      ...zendesk(macro(1, 'Visits::Where to go', letter(BADGE.replace('#', '{{ticket.gate_name}}')))),
      'mail/side-entrance.md': template(BADGE.replace('#', '{{floor_name}}')),
    });
    expect(found).toEqual([]);
  });

  test('but not in one program, where two fields are two values', async () => {
    const found = await messages({
      'mail/one.md': template(BADGE.replace('#', '{{gate_name}}'), 'title: Front door'),
      'mail/two.md': template(BADGE.replace('#', '{{gate_label}}'), 'title: Side entrance'),
    });
    expect(found).toEqual([]);
  });
});
