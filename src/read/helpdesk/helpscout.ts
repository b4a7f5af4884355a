import type { Catalogue } from '../../model/catalogue.js';
import { idOf, textOf, type Value } from '../container/value.js';
import { replyFrom } from '../reply-from.js';
import { pathsOf } from './paths.js';
import type { Entry, HelpdeskAdapter, Shape } from './shape.js';

/**
 * Help Scout's saved replies, with `text` for email and `chatText` for chat. The list of saved replies contains only
 * the first words of each. Source: developer.helpscout.com, “Saved Replies”.
 */
const savedReplies: Shape = {
  name: 'help scout saved replies',
  telling: { keys: ['chatText'], likely: ['chatPreview', 'preview'] },
  is: ({ value }) =>
    idOf(value) !== undefined &&
    textOf(value, 'name') !== undefined &&
    ((has(value, 'text') && value.member('chatText') !== undefined) ||
      (has(value, 'chatText') && value.member('text') !== undefined) ||
      /\S\s+\S+\s+\S/.test(textOf(value, 'preview')?.slice(0, 500) ?? '') ||
      PLACEHOLDER.test(textOf(value, 'text') ?? '')),
  lacks: ({ value }) => !has(value, 'text') && !has(value, 'chatText'),
  lacking: 'the list from Help Scout contains only the first words of each reply; fetch the replies one by one',
  *replies({ value: saved }: Entry) {
    const id = idOf(saved);
    const about = { entry: saved, title: textOf(saved, 'name'), helpdesk: 'helpscout' } as const;
    yield* replyFrom(saved.member('text'), { ...about, id, markup: 'html' });
    yield* replyFrom(saved.member('chatText'), {
      ...about,
      id: id === undefined ? undefined : has(saved, 'text') ? `${id}-chat` : id,
      markup: 'text',
      declared: { channel: 'chat' },
    });
  },
};

const PLACEHOLDER = /\{%(?:customer|user|conversation|mailbox|ticket)\.\w/;

function has(value: Value, key: string): boolean {
  const text = textOf(value, key);
  return text !== undefined && text !== '';
}

/** The placeholders that Help Scout fills in. */
const catalogue: Catalogue = {
  name: 'Help Scout',
  opens: '{%',
  paths: pathsOf(
    'customer.{firstName,lastName,fullName,email,jobTitle,company,phone}',
    'user.{firstName,lastName,fullName,email,jobTitle,phone}',
    'mailbox.{name,email,fromName}',
    'conversation.number',
    'ticket.{id,number}',
    '{subject}',
  ),
  closed: /^(?:customer|user|mailbox)\.\w+$/,
  open: /custom(?!er)|^(?:company|survey|workflow)/,
  customer: 'customer.firstName',
  fallbacks: [{ looks: /^\{%\s?([\w.]+)\s?%\}$/, write: '{%@,fallback=~%}' }],
  source: 'https://docs.helpscout.com/article/1300-variables; FreeScout’s MailHelper',
};

export const helpscout: HelpdeskAdapter = {
  id: 'helpscout',
  label: 'Help Scout',
  reads: 'saved replies',
  placeholders: { openers: ['{%'], catalogue, userIsAgent: true },
  shapes: [savedReplies],
};
