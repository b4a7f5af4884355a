import { idOf, textOf, type Value } from '../container/value.js';
import { adapterOf, replyFrom } from './shape.js';

/** Chatwoot's canned responses, as JSON or CSV. Source: Chatwoot's API description, “CannedResponse”. */
export const chatwootCanned = adapterOf({
  name: 'chatwoot canned responses',
  is: ({ value }) =>
    textOf(value, 'short_code') !== undefined &&
    textOf(value, 'content') !== undefined &&
    // Short codes are everywhere: of links, of places.
    ['url', 'original_url', 'geometry', 'wikidata'].every((key) => value.member(key) === undefined),
  *replies({ value: canned }) {
    yield* replyFrom(canned.member('content'), {
      entry: canned,
      id: idOf(canned),
      title: textOf(canned, 'short_code'),
      markup: 'markdown',
      helpdesk: 'chatwoot',
    });
  },
});

/** Chatwoot's macros: what `send_message` sends, and the private notes. Source: Chatwoot, `app/models/macro.rb`. */
export const chatwootMacros = adapterOf({
  name: 'chatwoot macros',
  is: ({ value }) => textsOf(value).length > 0,
  *replies({ value: macro }) {
    const id = idOf(macro);
    for (const [index, { text, isPrivate }] of textsOf(macro).entries())
      yield* replyFrom(text, {
        entry: macro,
        id: id !== undefined && index > 0 ? `${id}~${index + 1}` : id,
        title: textOf(macro, 'name'),
        markup: 'markdown',
        helpdesk: 'chatwoot',
        audience: isPrivate ? 'staff' : 'customer',
      });
  },
});

function textsOf(macro: Value): { readonly text: Value; readonly isPrivate: boolean }[] {
  return [...(macro.member('actions')?.items() ?? [])].flatMap((action) => {
    const name = textOf(action, 'action_name');
    if (name !== 'send_message' && name !== 'add_private_note') return [];
    const [text] = action.member('action_params')?.items() ?? [];
    return text ? [{ text, isPrivate: name === 'add_private_note' }] : [];
  });
}
