import { describe, expect, test } from 'vitest';
import { folderWith, replylint } from './command-line.js';

const PROMISE = 'Hi Kim,\n\nwe will get back to you by Friday.\n\nBest,\nSam';
const CONFIG = { '.replylintrc.json': '{"extends": [], "rules": {"text-and-actions": "warn"}}' };

/** What is reported of an export with one macro. */
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

describe('what a macro does against what it says', () => {
  test.each([
    ['Zendesk', zendesk({ field: 'status', value: 'solved' }), 'solved'],
    ['Zendesk', zendesk({ field: 'status', value: 'closed' }), 'closed'],
    ['Gorgias', gorgias({ name: 'setStatus', arguments: { status: 'closed' } }), 'closed'],
    ['Chatwoot', chatwoot({ action_name: 'resolve_conversation' }), 'solved'],
    ['Chatwoot', chatwoot({ action_name: 'change_status', action_params: ['resolved'] }), 'solved'],
    ['Intercom', intercom({ type: 'close_conversation' }), 'closed'],
  ])('%s: a promise in a ticket that is closed', async (_, macro, status) =>
    expect(await found(macro)).toEqual([
      `“we will get back to you” promises to write again, but the macro sets the ticket to “${status}”`,
    ]),
  );

  test.each([
    ['Zendesk', zendesk({ field: 'status', value: 'pending' })],
    ['Zendesk', zendesk({ field: 'set_tags', value: 'solved' })],
    ['Gorgias', gorgias({ name: 'setStatus', arguments: { status: 'open' } })],
    ['Gorgias', gorgias({ name: 'snoozeTicket', arguments: { snooze_timedelta: '1d' } })],
    ['Chatwoot', chatwoot({ action_name: 'snooze_conversation' })],
    ['Intercom', intercom({ type: 'snooze' })],
  ])('%s: a promise in a ticket that waits', async (_, macro) => expect(await found(macro)).toEqual([]));
});
