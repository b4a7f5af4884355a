import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { compose, readerOf } from '../src/compose/index.js';
import { choicesOf } from '../src/compose/template/choices.js';
import { lex } from '../src/compose/template/lexer.js';
import { type Conditional, templateOf } from '../src/compose/template/tree.js';
import { PROPERTY, runs } from './properties.js';
import { replyOf } from './reply-of.js';

const TOKENS = [
  '{%',
  '%}',
  '{{',
  '}}',
  '{',
  '}',
  '{% comment %}',
  '{% endcomment %}',
  '{%- raw -%}',
  '{% endraw %}',
  'comment',
  'endcomment',
  'endraw',
  '{% if x %}',
  '{% elsif y %}',
  '{% else %}',
  '{% endif %}',
  '{% case x %}',
  "{% when 'a' %}",
  '{% endcase %}',
  '{{#if x}}',
  '{{else}}',
  '{{/if}}',
  '{% capture x %}',
  '{% assign x = "a b" %}',
  '{% assign x = "',
  "{{ 'a b' ",
  '{{ "a b" }}{{ x }}',
  "{!CASE(a, 'b', 'c', ",
  '<Steps>',
  '{% endcapture %}',
  '[[',
  '<%=',
  '%>',
  'word',
  ' ',
  '\n',
];
const body = fc.array(fc.constantFrom(...TOKENS), { maxLength: 60 }).map((tokens) => tokens.join(''));

/** Counts the positions that are examined while a body is split into tokens, and the patterns that are tried there. */
function stepsOfLexing(text: string): number {
  const exec = vi.spyOn(RegExp.prototype, 'exec');
  let places = 0;
  try {
    lex(text, { markup: 'text' }, () => {
      places += 1;
    });
    return places + exec.mock.calls.length;
  } finally {
    exec.mockRestore();
  }
}

/** Counts how often branches and conditionals are examined while choices are made. */
function stepsOfChoosing(text: string): number {
  let steps = 0;
  const seen = new WeakMap<object, object>();
  const counted = <T>(value: T): T => {
    if (typeof value !== 'object' || value === null) return value;
    const known =
      seen.get(value) ??
      new Proxy(value, {
        get(target, key, receiver) {
          steps += 1;
          return counted(Reflect.get(target, key, receiver));
        },
      });
    seen.set(value, known);
    return known as T;
  };
  choicesOf(counted(conditionalsOf(text)));
  return steps;
}

function conditionalsOf(text: string): readonly Conditional[] {
  return templateOf(lex(text, { markup: 'text' }), text.length).conditionals;
}

async function read(text: string) {
  return compose(replyOf(text, 'text'), await readerOf('text', text), 'en');
}

describe('the cost of a template', () => {
  test('lexing ends within steps in proportion to the length, whatever the text', PROPERTY, () => {
    fc.assert(
      fc.property(body, (text) => {
        expect(stepsOfLexing(text)).toBeLessThanOrEqual(60 + text.length * 60);
      }),
      runs(100),
    );
  });

  test('tokens come in order and do not overlap', PROPERTY, () => {
    fc.assert(
      fc.property(body, (text) => {
        let end = 0;
        for (const { span } of lex(text, { markup: 'text' })) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
      }),
      runs(200),
    );
  });

  test('lexing and choosing for repeated units cost in proportion to their number', PROPERTY, () => {
    const unit = fc.array(fc.constantFrom(...TOKENS), { minLength: 1, maxLength: 8 }).map((tokens) => tokens.join(''));
    fc.assert(
      fc.property(unit, (text) => {
        for (const stepsOf of [stepsOfLexing, stepsOfChoosing]) {
          const [few, many] = [stepsOf(text.repeat(300)), stepsOf(text.repeat(1200))];
          expect(many).toBeLessThanOrEqual(500 + few * 6);
        }
      }),
      runs(6),
    );
  });

  test.each([
    [
      '{% when %}',
      (count: number) => `{% case x %}${repeated(count, (at) => `{% when '${at}' %}y${at}.`)}{% endcase %}`,
    ],
    ['{% elsif %}', (count: number) => `{% if x %}a${repeated(count, (at) => `{% elsif c${at} %}y${at}.`)}{% endif %}`],
    [
      '{% if %} in a row',
      (count: number) => repeated(count, (at) => `{% if c${at} %}y${at}.{% else %}n${at}.{% endif %}`),
    ],
    [
      'nested {% if %}',
      (count: number) =>
        `${repeated(count, (at) => `{% if c${at} %}y${at}.`)}${repeated(count, (at) => `{% else %}n${count - 1 - at}.{% endif %}`)}`,
    ],
    ['{{#if}} in a row', (count: number) => repeated(count, (at) => `{{#if c${at}}}y${at}.{{/if}}`)],
    ['{% if %} without an end', (count: number) => repeated(count, (at) => `{% if c${at} %}y${at}.`)],
  ])('%s: twice as many cost twice as much, and every arm is read', async (_, write) => {
    // What a condition says is remembered, so each text has conditions of its own.
    const [few, many] = [withNames(write(400), 'few'), withNames(write(800), 'many')];
    expect(stepsOfLexing(many)).toBeLessThanOrEqual(stepsOfLexing(few) * 2.2);
    expect(stepsOfChoosing(write(800))).toBeLessThanOrEqual(500 + stepsOfChoosing(write(400)) * 2.2);
    const { renderings } = await read(write(400));
    const shown = new Set(renderings.flatMap(({ text }) => text.match(/[yn]\d+/g) ?? []));
    expect([...(write(400).match(/[yn]\d+/g) ?? [])].filter((mark) => !shown.has(mark))).toEqual([]);
    expect(renderings.filter(({ form }) => form !== 'fragment').length).toBeLessThanOrEqual(64);
    expect(sum(renderings.map(({ text }) => text.length))).toBeLessThan(65 * write(400).length);
  });

  test('a template may be as deep as it likes', async () => {
    const deep = `${'{% if x %}a'.repeat(20_000)}${'{% endif %}'.repeat(20_000)}`;
    expect((await read(deep)).problems).toEqual([]);
  });
});

function repeated(count: number, write: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => write(at)).join('');
}

let texts = 0;

/** Gives the conditions of a text names that no other text has. */
function withNames(text: string, name: string): string {
  texts += 1;
  return text.replace(/\bc(?=\d)/g, `${name}${texts}_`);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

describe('comments and raw text end where they are closed', () => {
  test.each([
    ['a{% comment %} put endcomment last {% endcomment %}b', ['ab']],
    ['a{% raw %} put endraw last {% endraw %}b', ['a put endraw last b']],
    ['a{%- comment -%} endcomment %} {%- endcomment -%}b', ['ab']],
    ['a{% comment %}{% endcomment %}b', ['ab']],
    ['a{% comment %}{%{% endcomment %}b', ['ab']],
    ['a{% comment %}{{{% endcomment %}b', ['ab']],
    ['a{% comment %}{% if x %}{% endcomment %}b', ['ab']],
    ['a{% comment %}{x} [y] endcomment{% endcomment %}b', ['ab']],
    ['a{% comment %}1{% comment %}2{% endcomment %}3{% endcomment %}b', ['ab']],
    ['a{% comment %}{% raw %}{% endcomment %}{% endraw %}{% endcomment %}b', ['ab']],
    ['a{% comment %}{% raw %}{% endcomment %}b', ['ab']],
    ['a{% comment %}\n\n- x\n\n{% endcomment %}b', ['ab']],
    ['a{% raw %}{% raw %}{% endraw %}b', ['a{% raw %}b']],
    ['a{% raw %}{% comment %}{% endraw %}b', ['a{% comment %}b']],
    ['a{% raw %}{{ x }} {% if %}{% endraw %}b', ['a{{ x }} {% if %}b']],
    ['a{% raw %}{% this word {% endraw %}b', ['a{% this word b']],
    ['a{% raw %}%} }}{% endraw %}b', ['a%} }}b']],
    ['{% if x %}a{% comment %}{% else %}{% endcomment %}b{% endif %}', ['ab', '']],
    ['{% comment %}a{% endcomment %}{% comment %}b{% endcomment %}c', ['c']],
    ['a{% comment %}endcomment{%endcomment%}b', ['ab']],
  ])('%s', async (text, texts) => {
    const { renderings, problems } = await read(text);
    expect(renderings.map((rendering) => rendering.text)).toEqual(texts);
    expect(problems).toEqual([]);
  });

  test.each([
    ['a{% comment %} the endcomment is missing', '{% comment %} is never closed'],
    ['a{% raw %} the endraw is missing', '{% raw %} is never closed'],
    ['a{% comment %}{% comment %}{% endcomment %}', '{% comment %} is never closed'],
    ['a{% raw %}{% endcomment %}', '{% raw %} is never closed'],
    ['a{% endcomment %}', '{% endcomment %} closes nothing'],
    ['a{% endraw %}', '{% endraw %} closes nothing'],
  ])('%s is reported', async (text, message) => {
    expect((await read(text)).problems[0]).toMatchObject({ message });
  });
});

test('a plain path is read as any other value in double braces is', PROPERTY, () => {
  const path = fc.constantFrom('a.b', 'ticket.requester.first_name', 'end.x', 'else.a', 'iffy.a', '_x.y9');
  const part = fc.oneof(
    body,
    fc.constantFrom('{', '}', '$', '#', '@', '%', '\\', '{{/* */}}', '{!a}', '<#if a>', '{if $a}'),
  );
  fc.assert(
    fc.property(part, path, part, fc.constantFrom('text', 'html', 'markdown'), (before, name, after, markup) => {
      // In `{{{{a.b}}}}`, which begins a raw block of Handlebars, a blank makes a difference.
      fc.pre(!before.endsWith('{{'));
      // The expression for plain paths does not match a value with a single blank.
      const read = (value: string) => {
        const found = lex(`${before}${value}${after}`, { markup }).map((token) => ({
          ...token,
          span: [token.span.start, token.span.end].map((at) => (at > before.length ? at - value.length : at)),
        }));
        // Tags around the value contain it as written.
        return JSON.stringify(found).replaceAll(' ', '');
      };
      expect(read(`{{${name}}}`)).toEqual(read(`{{ ${name}}}`));
      expect(read(`{{ ${name} }}`)).toEqual(read(`{{ ${name}}}`));
    }),
    runs(300),
  );
});
