import { describe, expect, test } from 'vitest';
import { folderWith, messagesIn } from './command-line.js';

const PROMISE = 'Hi Kim,\n\nwe will get back to you by Friday.\n\nBest,\nSam';
const CONFIG = { '.replylintrc.json': '{"extends": [], "rules": {"text-and-actions": "warn"}}' };

/** Returns the findings in an export with one macro. */
async function found(macro: object): Promise<readonly string[]> {
  const messages = await messagesIn(folderWith({ ...CONFIG, 'a.json': JSON.stringify(macro) }), ['a.json']);
  return messages.map(({ message }) => message);
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
        '“I have refunded your” says that the order is refunded, but the macro has no refund action, although other macros have one',
      ]);
      expect(await found({ data: [macroWith(1), macroWith(2)] })).toEqual([]);
    });

    test('a cancellation that one macro only speaks of', async () => {
      const text = 'Hi Kim,\n\nI have cancelled your order.\n\nBest,\nSam';
      const macroWith = (id: number, said: string, ...names: readonly string[]) => ({
        ...{ id, name: `Stop ${id}` },
        actions: [
          { name: 'setResponseText', arguments: { body_text: said } },
          ...names.map((name) => ({ name, arguments: {} })),
        ],
      });
      const other = macroWith(1, text, 'shopifyCancelLastOrder');
      expect(await found({ data: [other, macroWith(2, text)] })).toEqual([
        '“I have cancelled your order” says that the order is cancelled, but the macro has no cancellation action, although other macros have one',
      ]);
      expect(await found({ data: [macroWith(1, text), macroWith(2, text)] })).toEqual([]);
      const asked = text.replace('I have cancelled', 'You asked us how to cancel');
      expect(await found({ data: [other, macroWith(2, asked)] })).toEqual([]);
    });

    test('a priority that one macro only speaks of', async () => {
      const raised = macro(1, URGENT, { field: 'priority', value: 'urgent' });
      expect(await found({ macros: [raised, macro(2, URGENT, { field: 'status', value: 'open' })] })).toEqual([
        '“marked your case as urgent” says that the case has priority, but the macro has no action that raises the priority, although other macros have one',
      ]);
      expect(await found({ macros: [raised, macro(2, URGENT, tags)] })).toEqual([]);
    });
  });

  describe('against macros that say the same', () => {
    const macro = (nth: number, text: string, ...actions: readonly object[]) => ({
      ...{ id: nth, title: `Case ${nth}` },
      actions: [{ field: 'comment_value', value: `Hi Kim,\n\n${text}\n\nBest,\nSam` }, ...actions],
    });
    const group = (value: string) => ({ field: 'group_id', value });
    const tag = (value: string) => ({ field: 'current_tags', value });
    const HANDED = [
      'I have passed your message on to the harbor team.',
      'Your request was forwarded to our harbor team.',
      'Our harbor team now has your case.',
    ];
    const handed = HANDED.map((text, nth) => macro(nth + 1, text, group('41')));

    test.each([
      ['I am handing your question over to our harbor team.', 'I am handing your question over to our harbor team'],
      ['The harbor team is now looking into it.', 'The harbor team is now looking into it'],
    ])('another group for the same team: %s', async (text, words) =>
      expect(await found({ macros: [...handed, macro(9, text, group('52'))] })).toEqual([
        `“${words}”, but the macro sets the group “52”, while 3 macros that name the harbor team set “41”`,
      ]),
    );

    test.each<[string, readonly object[]]>([
      ['the same group', [...handed, macro(9, HANDED[0] ?? '', group('41'))]],
      ['another team', [...handed, macro(9, 'I have passed your message on to the crane team.', group('52'))]],
      ['few others', [...handed.slice(1), macro(9, HANDED[0] ?? '', group('52'))]],
      ['two that differ', [...handed, ...[8, 9].map((nth) => macro(nth, HANDED[0] ?? '', group('52')))]],
      ['a team that only told us', [...handed, macro(9, 'The harbor team told me that it is fixed.', group('52'))]],
      ['a case', [...handed, macro(9, `If it rains, ${HANDED[0]?.replace('I', 'we')}`, group('52'))]],
      ['the group of the ticket', [...handed, macro(9, HANDED[0] ?? '', group('current_groups'))]],
    ])('but not %s', async (_, macros) => expect(await found({ macros })).toEqual([]));

    const PAID = [
      'I have refunded your ticket.',
      'We have approved your claim, and the money is on its way.',
      'Your refund for the ferry has gone through.',
    ];
    const paid = PAID.map((text, nth) => macro(nth + 1, text, tag('fare claim_granted')));
    const refused = macro(5, 'We cannot offer you a refund for this trip.', tag('claim_refused'));

    test.each([
      ["I've just sent your money back, as agreed.", "I've just sent your money back"],
      ['We have granted your claim for the missed boat.', 'We have granted your claim'],
    ])('the tag of the opposite decision: %s', async (text, words) =>
      expect(await found({ macros: [...paid, refused, macro(9, text, tag('claim_refused'))] })).toEqual([
        `“${words}”, but the macro sets the tag “claim_refused”, while 3 macros that say the same set “claim_granted”`,
      ]),
    );

    test.each<[string, readonly object[]]>([
      ['a tag for another way to pay', [...paid, refused, macro(9, PAID[0] ?? '', tag('claim_card'))]],
      ['the tag that fits', [...paid, refused, macro(9, 'We are unable to refund the cabin.', tag('claim_refused'))]],
      ['both decisions', [...paid, refused, macro(9, `${PAID[0]} We cannot refund the cabin.`, tag('claim_refused'))]],
      ['both tags', [...paid, refused, macro(9, PAID[0] ?? '', tag('claim_granted claim_refused'))]],
      ['a tag of another kind', [...paid, refused, macro(9, PAID[0] ?? '', tag('ferry_refused'))]],
      [
        'a refund to come',
        [...paid, refused, macro(9, 'Your refund has not been approved yet.', tag('claim_refused'))],
      ],
    ])('but not %s', async (_, macros) => expect(await found({ macros })).toEqual([]));
  });
});
