import type { Catalogue } from '../../model/catalogue.js';
import type { Declared } from '../../model/reply.js';
import { idOf, textOf, type Value } from '../container/value.js';
import { replyFrom } from '../reply-from.js';
import { actionNamesOf } from './action-names.js';
import { pathsOf } from './paths.js';
import type { Entry, HelpdeskAdapter, Shape } from './shape.js';

/**
 * Intercom's macros. `body` and `body_text` contain the same text; both may be null in lists of 30 or more. Source:
 * Intercom's OpenAPI description, “Macros”.
 */
const macros: Shape = {
  name: 'intercom macros',
  telling: { keys: ['body_text'], likely: ['available_on'] },
  is: ({ value }) =>
    textOf(value, 'type') === 'macro' &&
    textOf(value, 'name') !== undefined &&
    // At least one of these fields is required because other programs have macros, too.
    ['body_text', 'visible_to', 'available_on'].some((key) => value.member(key) !== undefined),
  lacks: ({ value }) => bodyOf(value) === undefined,
  lacking: 'Intercom leaves the texts out of long lists; fetch the macros one by one',
  *replies({ value: macro }: Entry) {
    const body = bodyOf(macro);
    const [place, ...more] = [...(macro.member('available_on')?.items() ?? [])].map(({ scalar }) => scalar);
    yield* replyFrom(body, {
      entry: macro,
      id: idOf(macro),
      title: textOf(macro, 'name'),
      markup: textOf(macro, 'body') ? 'html' : 'text',
      twin: macro.member('body_text'),
      helpdesk: 'intercom',
      declared: { ...(place === 'messenger' && more.length === 0 && { channel: 'chat' }), ...doneBy(macro) },
    });
  },
};

function bodyOf(macro: Value): Value | undefined {
  return [macro.member('body'), macro.member('body_text')].find((body) => body?.kind === 'text' && body.scalar !== '');
}

/** Matches actions that hand a conversation on, directly or by triggering a rule. */
const ASSIGNING = /^(?:assign|tag|add_tag|change_priority|mark_as_priority|convert_to_ticket|snooze)/;

/**
 * Returns what a macro does in addition to answering: the status it sets, and whether it hands the conversation on. The
 * API omits actions, but some exports include them.
 */
function doneBy(macro: Value): Declared {
  const names = actionNamesOf(macro);
  if (names.length === 0) return {};
  const closing = names.find((name) => /^(?:close|snooze)(?:_conversation)?$/.test(name));
  return {
    ...(closing !== undefined && { status: closing.startsWith('close') ? 'closed' : 'pending' }),
    assigns: names.some((name) => ASSIGNING.test(name)),
  };
}

/** The placeholders that Intercom fills in. */
const catalogue: Catalogue = {
  name: 'Intercom',
  opens: '{{',
  paths: pathsOf(
    '{first_name,last_name,name,email}',
    'user.{name,first_name,last_name,email,phone,user_id}',
    'company.{name,id}',
  ),
  closed: /^$/,
  open: /custom_|^conversation\.|^shipping|^author|^teammate/,
  customer: 'first_name',
  fallbacks: [
    { looks: /^<attribute\b[^>]*\bkey=["']([^"']+)/, write: '<attribute key="@" default="~"/>' },
    { looks: /^\{\{\s?([\w.]+)\s?\}\}$/, write: '{{ @ | fallback: "~" }}', onlyHere: true },
  ],
  source: 'https://developers.intercom.com',
};

export const intercom: HelpdeskAdapter = {
  id: 'intercom',
  label: 'Intercom',
  reads: 'macros',
  // Author placeholders refer to the agent who sends the macro. Source: intercom.com/help, “Using macros with
  // attributes”.
  placeholders: {
    openers: ['{{'],
    catalogue,
    roles: { 'author.first_name': 'agent-name', 'author.last_name': 'agent-name', 'author.name': 'agent-name' },
  },
  shapes: [macros],
};
