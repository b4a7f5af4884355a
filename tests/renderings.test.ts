import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import greeting from '../rules/greeting.js';
import { compose, readerOf } from '../src/compose/index.js';
import { tryRule } from '../src/lint/index.js';
import type { Helpdesk, Markup } from '../src/model/reply.js';
import { PROPERTY, runs } from './properties.js';
import { replyOf } from './reply-of.js';

async function composed(body: string, markup: Markup = 'markdown', helpdesk?: Helpdesk) {
  const reply = replyOf(body, markup, { helpdesk });
  return compose(reply, await readerOf(markup, body), 'en');
}

const textsOf = async (body: string, markup?: Markup) =>
  (await composed(body, markup)).renderings.map(({ text }) => text);

describe('renderings', () => {
  test.each([
    ['a{% if x %}b{% endif %}c', ['abc', 'ac']],
    ['{% if x %}a{% else %}b{% endif %}', ['a', 'b']],
    ['{% if x %}a{% elsif y %}b{% else %}c{% endif %}', ['a', 'b', 'c']],
    ['{% unless x %}a{% endunless %}b', ['ab', 'b']],
    ['{% if x %}a{% endif %} {% if x %}b{% else %}c{% endif %}', ['a b', 'c']],
    ['{% if x %}a{% endif %} {% unless x %}b{% endunless %}', ['a', 'b']],
    ['{% case x %}{% when "1" %}a{% when "2", "3" %}b{% else %}c{% endcase %}', ['a', 'b', 'c']],
    ['{% case x %}{% when 1 %}a{% endcase %}b', ['ab', 'b']],
    ['{% if x == "1" %}a{% endif %} {% if x == "2" %}b{% endif %} c', ['a  c', 'b c', ' c']],
    ['{% if x != "1" %}a{% else %}b{% endif %}', ['a', 'b']],
    ['{% for i in items %}a{% endfor %}b', ['ab', 'b']],
    ['a{% comment %}secret {% if x %}{% endcomment %}b', ['ab']],
    ['a {% raw %}{{ b }}{% endraw %}', ['a {{ b }}']],
    ['{%- if x -%}a{%- endif -%}', ['a', '']],
    ['{% assign a = "b" %}c', ['c']],
    ['{{#if x}}a{{else}}b{{/if}}', ['a', 'b']],
    ['{{#unless x}}a{{/unless}}b', ['ab', 'b']],
    ['{{#if x}}a{{else if y}}b{{/if}}', ['a', 'b', '']],
    ['{% if x %}{% if y %}a{% endif %}b{% endif %}c', ['abc', 'bc', 'c']],
    ['a{% if x %}b{% if y %}c{% endif %}', ['abc', 'ab']],
    ['a{{#if x}}b', ['ab']],
    ['a {{# if gold say so, else skip #}} b', ['a {{# if gold say so, else skip #}} b']],
  ])('%s', async (body, texts) => expect(await textsOf(body)).toEqual(texts));

  test.each([
    [
      'Hi {{ user.name | fallback: "there_and_*there*" }}, _you_',
      'Hi {{ user.name | fallback: "there_and_*there*" }}, you',
    ],
    ['Dear [Customer Name](https://a.b), see [the page](https://a.b/c)', 'Dear Customer Name, see the page'],
    ['Hi [Customer Name], &amp; \\*so\\*', 'Hi [Customer Name], & *so*'],
    ['> quoted\n> twice\n\nnot', 'quoted\ntwice\n\nnot'],
    ['Hi <reporter>, thanks', 'Hi <reporter>, thanks'],
    ['- one\n- two', 'one\n\ntwo'],
    ['a\\\nb', 'a\nb'],
    ['`code` and\n\n    more code', 'code and\n\nmore code'],
    ['<!-- hidden -->shown', 'shown'],
    ['one<br>two', 'one\ntwo'],
  ])('Markdown %j reads %j', async (body, text) => expect(await textsOf(body)).toEqual([text]));

  test.each([
    ['<p>Hi {{name}},</p><p>a&nbsp;&amp;<br/>b</p>', 'Hi {{name}},\n\na &\nb'],
    ['<div>a<div>b</div>c</div>', 'a\n\nb\n\nc'],
    ['<ul><li>a</li><li>b</li></ul><style>x{}</style><script>y</script>', 'a\n\nb'],
    ['a   b\n\n c', 'a b c'],
    [
      'Hi <attribute key="user.first_name" default="there"/>, x',
      'Hi <attribute key="user.first_name" default="there"/>, x',
    ],
    ['&lt;Fill in the order id&gt; <b>now</b>', '&lt;Fill in the order id&gt; now'],
  ])('HTML %j reads %j', async (body, text) => expect(await textsOf(body, 'html')).toEqual([text]));

  test.each([
    ['{% if x %}a', '{% if x %} is never closed', '{% if x %}'],
    ['a{% endif %}b', '{% endif %} closes nothing', '{% endif %}'],
    ['a{% else %}b', '{% else %} is outside {% if %} or {% unless %} or {% case %} or {% for %}', '{% else %}'],
    ['{% if x %}a{% endcase %}', '{% endcase %} closes nothing', '{% endcase %}'],
    ['{% case x %}{% when 1 %}{% if y %}a{% endcase %}', '{% if y %} is closed by {% endcase %}', '{% if y %}'],
    ['{{#if x}}a', '{{#if}} is never closed', '{{#if x}}'],
    ['{% comment %}a', '{% comment %} is never closed', '{% comment %}'],
  ])('%j is reported at the tag', async (body, message, at) => {
    const { problems } = await composed(body);
    expect(problems[0]?.message).toBe(message);
    expect(body.slice(problems[0]?.span.start, problems[0]?.span.end)).toBe(at);
  });

  test('a finding that holds only on some renderings says when', async () => {
    const text =
      '{% if vip %}Hi {{user.name}},\n\n{% endif %}Your invoice is attached.\n\nKind regards,\nThe Acme team';
    const found = await tryRule(greeting, { text, form: 'full' });
    expect(found.map(({ marks, when }) => [marks, when])).toEqual([['Your invoice is attached', 'not vip']]);
  });

  test('an arm for a language is read in that language', async () => {
    const body =
      "{% case ticket.requester.language %}{% when 'Deutsch' %}Hallo, wir haben deine Nachricht.{% when 'fr' %}Bonjour.{% else %}Hello, we have got your message.{% endcase %}";
    expect((await composed(body)).renderings.map(({ locale }) => locale)).toEqual(['de', 'fr', 'en']);
  });

  test('up to 32 renderings are all read; beyond, every arm appears and every conditional is once skipped', async () => {
    const five = Array.from({ length: 5 }, (_, index) => `{% if c${index} %}a${index} {% endif %}`).join('');
    expect(await composed(five)).toMatchObject({ all: true, renderings: { length: 32 } });
    for (const body of [inARow(40), nested(40)]) {
      const { renderings, all } = await composed(body);
      expect(all).toBe(false);
      expect(renderings.length).toBeLessThan(100);
      for (let index = 0; index < 40; index += 1) {
        expect(renderings.some(({ text }) => text.includes(`yes${index}.`))).toBe(true);
        expect(renderings.some(({ text }) => !text.includes(`yes${index}.`))).toBe(true);
        expect(renderings.some(({ text }) => text.includes(`no${index}.`))).toBe(true);
      }
    }
  });

  test('no arm that can be taken is left out, and none that cannot is shown', PROPERTY, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(conditional(3), { minLength: 1, maxLength: 12 }), async (parts) => {
        const body = parts.map((part, index) => written(part, `${index}`)).join(' ');
        const { renderings, problems } = await composed(body, 'text');
        expect(problems).toEqual([]);
        const possible = new Set<string>();
        for (const answers of everyAnswer())
          for (const [index, part] of parts.entries())
            for (const mark of shownWith(part, `${index}`, answers)) possible.add(mark);
        const shown = new Set(renderings.flatMap(({ text }) => text.match(/[yn][\d.]+/g) ?? []));
        expect([...shown].sort()).toEqual([...possible].sort());
      }),
      runs(100),
    );
  });
});

function inARow(count: number): string {
  return Array.from(
    { length: count },
    (_, index) => `{% if c${index} %}yes${index}. {% else %}no${index}. {% endif %}`,
  ).join('');
}

function nested(count: number): string {
  let body = '';
  for (let index = count - 1; index >= 0; index -= 1)
    body = `{% if c${index} %}yes${index}. ${body}{% else %}no${index}. {% endif %}`;
  return body;
}

/** A conditional on one of three questions, with nested content. */
interface Part {
  readonly asks: 'p' | 'q' | 'r';
  readonly negated: boolean;
  readonly inside: readonly Part[];
}

function conditional(depth: number): fc.Arbitrary<Part> {
  return fc.record({
    asks: fc.constantFrom('p' as const, 'q' as const, 'r' as const),
    negated: fc.boolean(),
    inside: depth === 0 ? fc.constant([]) : fc.array(conditional(depth - 1), { maxLength: 2 }),
  });
}

function written({ asks, negated, inside }: Part, mark: string): string {
  const inner = inside.map((part, index) => written(part, `${mark}.${index}`)).join(' ');
  const tag = negated ? 'unless' : 'if';
  return `{% ${tag} ${asks} %} y${mark} ${inner}{% else %} n${mark} {% end${tag} %}`;
}

function* everyAnswer(): Generator<Readonly<Record<string, boolean>>> {
  for (let bits = 0; bits < 8; bits += 1) yield { p: (bits & 1) > 0, q: (bits & 2) > 0, r: (bits & 4) > 0 };
}

function shownWith(
  { asks, negated, inside }: Part,
  mark: string,
  answers: Readonly<Record<string, boolean>>,
): string[] {
  if (answers[asks] === negated) return [`n${mark}`];
  return [`y${mark}`, ...inside.flatMap((part, index) => shownWith(part, `${mark}.${index}`, answers))];
}
