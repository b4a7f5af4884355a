import { describe, expect, test } from 'vitest';
import { compose, inWords, readerOf } from '../src/compose/index.js';
import type { Helpdesk } from '../src/model/reply.js';
import { SourceFile } from '../src/model/source-file.js';
import { placeholdersOf } from '../src/read/index.js';
import { replyOf } from './reply-of.js';

async function read(body: string, { path = 'reply.md', helpdesk }: { path?: string; helpdesk?: Helpdesk } = {}) {
  const reply = replyOf(body, 'markdown', { file: new SourceFile(path, body), helpdesk });
  return compose(reply, await readerOf('markdown', body), 'en');
}

describe('values', () => {
  test.each([
    ["{{ customer.first_name | strip | default: 'friend' }}", 'customer-name', 'friend'],
    ["{{ user.first_name|default('friend') }}", 'customer-name', 'friend'],
    ["{{ user.first_name or 'friend' }}", 'customer-name', 'friend'],
    ["{{ user.firstName ?? 'friend' }}", 'customer-name', 'friend'],
    ["{{ user.name if user.name else 'friend' }}", 'customer-name', 'friend'],
    ["{{ user.name ? user.name : 'friend' }}", 'customer-name', 'friend'],
    ["{{ $user->first_name ?? 'friend' }}", 'customer-name', 'friend'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Braze writes values so.
    ["{{${first_name} | default: 'friend'}}", 'customer-name', 'friend'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: FreeMarker writes values so.
    ['${user.firstName!"friend"}', 'customer-name', 'friend'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: FreeMarker writes values so.
    ['${(user.firstName)!}', 'customer-name', ''],
    ['{!IF(ISBLANK(Contact.FirstName), "friend", Contact.FirstName)}', 'customer-name', 'friend'],
    ['{!Contact:First Name;friend}', 'customer-name', 'friend'],
    ["<%= @user.first_name.presence || 'friend' %>", 'customer-name', 'friend'],
    ['{{ticket.customer.firstname|fallback("friend")}}', 'customer-name', 'friend'],
    ['{!$User.FirstName}', 'agent-name', undefined],
    ['<OTRS_AGENT_UserFirstname>', 'agent-name', undefined],
    ['{{owner.firstname}}', 'agent-name', undefined],
    ['[[CURRENT_USER_NAME]]', 'agent-name', undefined],
    ['$customer.firstName', 'customer-name', undefined],
    ['*|FNAME|*', 'customer-name', undefined],
    ['##ticket.author.name##', 'ticket', undefined],
    ['%s', 'other', undefined],
    ['{0}', 'other', undefined],
    ['{{worker.full_name}}', 'agent-name', undefined],
    ['{{ frappe.session.user_fullname }}', 'agent-name', undefined],
    ['{{task.from}}', 'customer-name', undefined],
    ['{{room.id}}', 'ticket', undefined],
    ['%chat_id%', 'ticket', undefined],
    ['%agent%', 'agent-name', undefined],
    ['{{ .ConfirmationURL }}', 'other', undefined],
    ['{ $Ticket->id }', 'ticket', undefined],
    ['{ $Session{CurrentUser}->RealName }', 'agent-name', undefined],
  ])('%s', async (written, role, fallback) => {
    const { placeholders } = await read(`Your name is ${written}, and it stays.`);
    expect(placeholders).toMatchObject([{ text: written, role }]);
    expect(placeholders[0]?.fallback).toBe(fallback);
  });

  test.each([
    ['intercom', '{{author.first_name}}', 'agent-name', 'machine'],
    ['rt', '{ $Ticket->RequestorAddresses }', 'customer-name', 'machine'],
    ['espanso', '[[name]]', 'customer-name', 'manual'],
    [undefined, '[[name]]', 'customer-name', 'machine'],
  ] as const)('of %s: %s', async (helpdesk, written, role, kind) => {
    const body = `Your name is ${written}, and it stays.`;
    const reply = replyOf(body, 'text', { helpdesk, placeholders: placeholdersOf(helpdesk) });
    const { placeholders } = await compose(reply, await readerOf('text', body), 'en');
    expect(placeholders).toMatchObject([{ text: written, role, kind }]);
  });

  test('in the head of a page none is the customer’s to see', async () => {
    const body = '<html><head><title>{{ page.title }}</title></head><body><p>Hi {{ name }}</p></body></html>';
    const { placeholders } = await compose(replyOf(body, 'html'), await readerOf('html', body), 'en');
    expect(placeholders.map(({ text }) => text)).toEqual(['{{ name }}']);
  });

  test.each([
    ['Kind regards,\n{{name}}', 'agent-name'],
    ["I'm [Name], and I look after it.", 'agent-name'],
    ['Hi {{name}},\n\nthank you.', 'customer-name'],
    ['Kind regards,\n{{customer.name}}', 'customer-name'],
  ])('whose a name is: %j', async (body, role) => {
    expect((await read(body)).placeholders).toMatchObject([{ role }]);
  });

  test.each([
    '100% wool, 20% off, 5 % less',
    'it cost $20.50 and a{2}',
    '{Hi|Hello|Hey} again',
    '<70 mg/dL',
    '[[ https://x.example | page ]]',
    '<Steps>\n\n1. Open it.\n\n</Steps>',
    'Join the [mailing list] (https://x.example/list).',
  ])('none in %j', async (body) => expect((await read(body)).placeholders).toEqual([]));
});

describe('conditions ask for what they seem to', () => {
  test.each([
    ["{% if name != '' %}a{% endif %}", 'name', true],
    ['{% if name != blank %}a{% endif %}', 'name', true],
    ['{% if name == nil %}a{% endif %}', 'name', false],
    ['{% if name is defined %}a{% endif %}', 'name', true],
    ['{% if not name %}a{% endif %}', 'name', false],
    ['<#if name??>a</#if>', 'name', true],
    ['<% if name.present? %>a<% end %>', 'name', true],
    ['{% unless name == empty %}a{% endunless %}', 'name', true],
  ])('%s', async (body, subject, holds) => {
    const { renderings } = await read(body);
    const shown = renderings.find(({ text }) => text === 'a');
    expect(shown?.conditions).toMatchObject([{ subject, values: [true], holds }]);
  });
});

describe('what the engine refuses', () => {
  test.each([
    ["{% if a %}x{% else if b contains 'y' %}z{% endif %}", 'is read as {% else %}; write {% elsif %}'],
    ["{% if a contains 'x' %}x{% elseif b %}z{% endif %}", 'is not a Liquid tag; write {% elsif %}'],
    ['{% if a %}x{% else %}y{% else %}z{% endif %}', 'appears twice; only the first one takes effect'],
    ['{% if a %}x{% else %}y{% elsif b %}z{% endif %}', 'comes after the last {% else %} and is never reached'],
    ["{% if a = 'b' %}x{% endif %}", 'uses “=” to compare; write “==”'],
    ['{% if %}x{% endif %}', 'has no condition'],
    ['{% if a && b %}x{% endif %}', 'uses “&&”, which Liquid does not support; write “and”'],
    ['{% if a == \\"b\\" %}x{% endif %}', 'escapes its quotes with backslashes, which the help desk does not support'],
    ['{% if a == “b” %}x{% endif %}', 'has typographic quotes, which are not recognized as quotes'],
    ['{% if a <b>and</b> b %}x{% endif %}', 'contains markup'],
    ['{% iff a %}x', 'is not a tag; did you mean “if”?'],
  ])('%s', async (body, message) => {
    const { problems } = await read(body);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(message);
  });

  test.each([
    '{% if a == "{x}" %}x{% endif %}',
    "{% assign x = 'a}b' %}y",
    "{% if a == '%}' %}x{% endif %}",
    '{% if a %}x{% elif b %}y{% else %}z{% endif %}',
    '{#if} and {% set x %}y{% endset %}{{ x }}',
    "{{ order.name | replace: '{', '(' }}",
    '{%\n  # a note\n  # of two lines\n%}x',
  ])('and what it does not: %s', async (body) => expect((await read(body)).problems).toEqual([]));
});

test('a text in a variable stands where it was written, under the conditions of that place', async () => {
  const body =
    "Hi Tom.\n\n{% if vip %}{% assign how = 'by courier' %}{% else %}{% assign how = 'by post' %}{% endif %}It goes {{ how }}.";
  const { renderings, placeholders } = await read(body);
  const seen = renderings.map(({ text, conditions, toBody }) => ({
    text,
    when: inWords(conditions),
    at: body.indexOf(text) === toBody.spanOf({ start: 0, end: text.length }).start,
  }));
  expect(seen.slice(2)).toEqual([
    { text: 'by courier', when: 'vip', at: true },
    { text: 'by post', when: 'not vip', at: true },
  ]);
  expect(placeholders).toMatchObject([{ text: '{{ how }}', role: 'include' }]);
});

test('a name that a variable holds is a name', async () => {
  const body =
    "{% assign name = 'dear guest' %}{% if user.name %}{% assign name = user.name %}{% endif %}Hi {{ name }},";
  expect((await read(body)).placeholders).toMatchObject([{ role: 'customer-name' }]);
});

describe('comments of Velocity', () => {
  const shown = async (body: string, path = 'reply.md') =>
    (await read(body, { path })).renderings.map(({ text }) => text);

  test.each([
    ['## A note\n#if($vip)It goes.#end', undefined],
    ['## A note\n#set($x = 1)It goes.', undefined],
    ['## A note\nIt goes.', 'reply.md.vm'],
  ])('%j', async (body, path) => expect((await shown(body, path)).join()).not.toContain('note'));

  test.each([
    '## A heading\n\nIt goes.',
    '## A heading\n\nWrite this:\n\n```\n#if($vip)x#end\n```\n\nIt goes.',
    '## A heading\n\nPut `#if($vip)x#end` there. It goes.',
    '## A heading\n\n#if (DEBUG) and #endif belong to the compiler.',
  ])('but %j has a heading', async (body) => expect((await shown(body)).join()).toContain('A heading'));
});

describe('texts that reach the customer by a detour', () => {
  test.each([
    ['{% capture line %}a{% endcapture %}{{ line }}b', ['ab']],
    ['{% capture line %}a{% endcapture %}b', ['b']],
    ['{% set x %}a{% endset %}{{ x }}', ['a']],
    ['{!IF(Case.IsEscalated, "It goes.", "It stays.")}', ['It goes.', 'It stays.']],
    ['{% assign x = "It goes." %}{{ x }}b', ['{{ x }}b', 'It goes.']],
    ['{% assign x = "It goes." %}b', ['b']],
    ['{% assign x = "a b,c d" | split: "," %}{{ x }}', ['{{ x }}']],
    ['{% assign code = "de" %}{{ code }}', ['{{ code }}']],
    ["{% set x = 'It goes.' %}{{ x|upper }}", ['{{ x|upper }}', 'It goes.']],
    ['{{ \'It goes.\' | upcase }} {{- "Now." -}}', ['It goes. Now.']],
    ["{{ 'now' | date: '%Y' }}", ["{{ 'now' | date: '%Y' }}"]],
    ["{!CASE(Case.Type, 'a', 'It goes.', 'b', 'It stays.', 'It is lost.')}", ['It goes.', 'It stays.', 'It is lost.']],
    [
      "{!CASE(Case.Type, 'a', 'It goes.', IF(Case.Late, 'It is late.', 'It stays.'))}",
      ['It goes.', 'It is late.', 'It stays.'],
    ],
    ['{{=<% %>=}}a <% order.code %>.<%={{ }}=%>b', ['a <% order.code %>.b']],
    ['{n, plural, one {a card} other {some cards}}', ['a card', 'some cards']],
    ['Hi {{name}},\\n\\nit goes. It does,\\nyes.', ['Hi {{name}},\n\nit goes. It does,\nyes.']],
  ])('%s', async (body, texts) => {
    expect((await read(body)).renderings.map(({ text }) => text)).toEqual(texts);
  });
});
