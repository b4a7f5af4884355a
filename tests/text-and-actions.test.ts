import { describe, expect, test } from 'vitest';
import { folderWith, replylint } from './command-line.js';

const PROMISE = 'Hi Kim,\n\nwe will get back to you by Friday.\n\nBest,\nSam';
const CONFIG = { '.replylintrc.json': '{"extends": [], "rules": {"text-and-actions": "warn"}}' };

/** Returns the findings in an export with one macro. */
async function found(macro: object): Promise<readonly string[]> {
  const { out } = await replylint(['-f', 'json', 'a.json'], {
    cwd: folderWith({ ...CONFIG, 'a.json': JSON.stringify(macro) }),
  });
  const [{ messages }] = JSON.parse(out);
  return messages.map(({ message }: { message: string }) => message);
}

const zendesk = (...actions: readonly object[]) => ({
  macros: [{ id: 1, title: 'Later', actions: [{ field: 'comment_value', value: PROMISE }, ...actions] }],
});
const gorgias = (...actions: readonly object[]) => ({
  data: [
    { id: 1, name: 'Later', actions: [{ name: 'setResponseText', arguments: { body_text: PROMISE } }, ...actions] },
  ],
});
const chatwoot = (...actions: readonly object[]) => ({
  payload: [{ id: 1, name: 'Later', actions: [{ action_name: 'send_message', action_params: [PROMISE] }, ...actions] }],
});
const intercom = (...actions: readonly object[]) => ({
  type: 'list',
  data: [{ type: 'macro', id: '1', name: 'Later', visible_to: 'everyone', body_text: PROMISE, actions }],
});

const front = (...actions: readonly unknown[]) => ({
  _results: [{ id: 'rsp_1', name: 'Later', body: `<p>${PROMISE.replaceAll('\n\n', '</p><p>')}</p>`, actions }],
});
const zendeskText = (text: string, ...actions: readonly object[]) => ({
  macros: [{ id: 1, title: 'Later', actions: [{ field: 'comment_value', value: text }, ...actions] }],
});
const LETTER = 'Hi {{ticket.requester.first_name}},\n\nthe voucher is in your account.\n\nBest,\nSam';
const NOTE = { field: 'comment_mode_is_public', value: 'false' };
const URGENT = 'Hi Kim,\n\nI have marked your case as urgent.\n\nBest,\nSam';
const ESCALATED = 'Hi Kim,\n\nI have escalated your case to our finance team.\n\nBest,\nSam';

describe('what a macro does against what it says', () => {
  test.each([
    ['Zendesk', zendesk({ field: 'status', value: 'solved' }), 'solved'],
    ['Zendesk', zendesk({ field: 'status', value: 'closed' }), 'closed'],
    ['Gorgias', gorgias({ name: 'setStatus', arguments: { status: 'closed' } }), 'closed'],
    ['Chatwoot', chatwoot({ action_name: 'resolve_conversation' }), 'solved'],
    ['Chatwoot', chatwoot({ action_name: 'change_status', action_params: ['resolved'] }), 'solved'],
    ['Intercom', intercom({ type: 'close_conversation' }), 'closed'],
    ['Front', front({ type: 'archive' }), 'closed'],
    ['Front', front('Archive'), 'closed'],
  ])('%s: a promise in a ticket that is closed', async (_, macro, status) =>
    expect(await found(macro)).toEqual([
      `“we will get back to you” promises a follow-up, but the macro sets the ticket to “${status}”`,
    ]),
  );

  test.each([
    ['Zendesk', zendesk({ field: 'status', value: 'pending' })],
    ['Zendesk', zendesk({ field: 'set_tags', value: 'solved' })],
    ['Gorgias', gorgias({ name: 'setStatus', arguments: { status: 'open' } })],
    ['Gorgias', gorgias({ name: 'snoozeTicket', arguments: { snooze_timedelta: '1d' } })],
    ['Chatwoot', chatwoot({ action_name: 'snooze_conversation' })],
    ['Intercom', intercom({ type: 'snooze' })],
    ['Front', front({ type: 'snooze' })],
    ['Front', front({ type: 'assign' })],
  ])('%s: a promise in a ticket that waits', async (_, macro) => expect(await found(macro)).toEqual([]));

  test('a letter to the customer that is added as a note', async () => {
    expect(await found(zendeskText(LETTER, NOTE))).toEqual([
      '“Hi {{ticket.requester.first_name}}” addresses the customer, but the macro adds an internal note',
    ]);
    const arguments_ = { body_text: LETTER.replace('requester.first_name', 'customer.firstname') };
    const note = { data: [{ id: 1, name: 'Later', actions: [{ name: 'addInternalNote', arguments: arguments_ }] }] };
    expect(await found(note)).toHaveLength(1);
  });

  test.each([
    zendeskText(LETTER),
    zendeskText('Ask {{ticket.requester.first_name}} for a photo, then call the depot.', NOTE),
    zendeskText('The customer was told: "We will send a new one."\n\nPlease open the search.', NOTE),
  ])('a letter that is sent, and a note for the team', async (macro) => expect(await found(macro)).toEqual([]));

  test('another priority', async () => {
    const priority = (value: string) => zendeskText(URGENT, { field: 'priority', value });
    expect(await found(priority('low'))).toEqual([
      '“marked your case as urgent” says that the case has priority, but the macro sets the priority to “low”',
    ]);
    expect(await found(priority('urgent'))).toEqual([]);
    expect(await found(zendeskText(URGENT, { field: 'status', value: 'hold' }))).toEqual([]);
  });

  test('a case that nobody gets', async () => {
    expect(await found(zendeskText(ESCALATED, { field: 'status', value: 'open' }))).toEqual([
      '“I have escalated your case to our” says that someone else now has the case, but the macro does not assign it to anyone',
    ]);
    const group = { field: 'group_id', value: '7' };
    expect(await found(zendeskText(ESCALATED, group, { field: 'status', value: 'open' }))).toEqual([]);
    expect(await found(zendeskText(ESCALATED, group, { field: 'status', value: 'solved' }))).toHaveLength(1);
  });

  describe('in a house whose macros do it by an action', () => {
    const tags = { field: 'current_tags', value: 'question' };
    const group = { field: 'group_id', value: '7' };
    const macro = (nth: number, text: string, ...actions: readonly object[]) => ({
      ...{ id: nth, title: `Case ${nth}` },
      actions: [{ field: 'comment_value', value: text }, ...actions],
    });
    const plain = (nth: number) => macro(nth, LETTER, tags);

    test('tags on every macro assign nothing', async () => {
      const handed = macro(1, ESCALATED, tags);
      const others = [plain(2), plain(3), plain(4)];
      expect(await found({ macros: [handed, ...others, macro(5, ESCALATED, tags, group)] })).toEqual([
        '“I have escalated your case to our” says that someone else now has the case, but the macro does not assign it to anyone',
      ]);
      expect(await found({ macros: [handed, ...others, plain(5)] })).toEqual([]);
      const untagged = [2, 3, 4].map((nth) => macro(nth, LETTER));
      expect(await found({ macros: [handed, ...untagged, macro(5, ESCALATED, group)] })).toEqual([]);
    });

    test('refunds that one macro only speaks of', async () => {
      const text = 'Hi Kim,\n\nI have refunded your order in full.\n\nBest,\nSam';
      const macroWith = (id: number, ...names: readonly string[]) => ({
        ...{ id, name: `Refund ${id}` },
        actions: [
          { name: 'setResponseText', arguments: { body_text: text } },
          ...names.map((name) => ({ name, arguments: {} })),
        ],
      });
      expect(await found({ data: [macroWith(1, 'shopifyFullRefundLastOrder'), macroWith(2)] })).toEqual([
        '“I have refunded your” says that the order is refunded, but the macro has no action that refunds it, although other macros have one',
      ]);
      expect(await found({ data: [macroWith(1), macroWith(2)] })).toEqual([]);
    });
  });
});
