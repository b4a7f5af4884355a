import type { Catalogue } from '../../model/catalogue.js';
import { idOf, listOf, textOf, type Value } from '../container/value.js';
import { replyFrom } from '../reply-from.js';
import { pathsOf } from './paths.js';
import type { HelpdeskAdapter, Shape } from './shape.js';

/**
 * Kustomer's shortcuts, which are JSON:API resources with a draft as their text. Source: developer.kustomer.com,
 * “Shortcuts”.
 */
const shortcuts: Shape = {
  name: 'kustomer shortcuts',
  telling: { likely: ['draft'] },
  is: ({ value }) => textOf(value, 'type') === 'shortcut' && value.member('attributes')?.member('draft') !== undefined,
  lacks: ({ value }) => bodyOf(value) === undefined,
  *replies({ value: shortcut }) {
    const attributes = shortcut.member('attributes');
    const body = bodyOf(shortcut);
    const [only, ...more] = listOf(attributes?.member('draft')?.member('channel'));
    yield* replyFrom(body, {
      entry: shortcut,
      id: idOf(shortcut),
      title: textOf(attributes, 'name'),
      markup: body?.pointer.endsWith('/html') ? 'html' : 'text',
      helpdesk: 'kustomer',
      declared: only !== undefined && more.length === 0 ? { channel: only } : {},
      active: ['deleted', 'appDisabled'].every((key) => attributes?.member(key)?.scalar !== true),
    });
  },
};

function bodyOf(shortcut: Value): Value | undefined {
  const draft = shortcut.member('attributes')?.member('draft');
  return [draft?.member('html'), draft?.member('text')].find((text) => text?.kind === 'text' && text.scalar !== '');
}

/** The placeholders that Kustomer fills in. */
const catalogue: Catalogue = {
  name: 'Kustomer',
  opens: '{{',
  paths: pathsOf(
    'customer.{name,firstName,lastName,displayName,displayEmail}',
    'user.{name,firstName,displayName,emailSignature,avatarUrl}',
    'currentUser.{name,displayName,firstName}',
    'conversation.{id,name}',
    'message.subject',
  ),
  closed: /^$/,
  open: /custom(?!er)|^(?:dynamic|snippet|sn|draft|company|order)\b/,
  customer: 'customer.firstName',
  source: 'https://help.kustomer.com',
};

export const kustomer: HelpdeskAdapter = {
  id: 'kustomer',
  label: 'Kustomer',
  reads: 'shortcuts',
  placeholders: { openers: ['{{'], catalogue, userIsAgent: true },
  shapes: [shortcuts],
};
