import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.js';
import { examplesOf, tryRule } from '../src/lint/index.js';
import { defineRule } from '../src/rule/index.js';
import { needsOf } from '../src/rule/needs.js';
import type { Example, Rule } from '../src/rule/rule.js';
import { PROPERTY, runs } from './properties.js';

/** Returns a rule that the linter runs on every text. */
function onAll(rule: Rule): Rule {
  return { ...rule, check: (reading, values) => rule.check(reading, values) };
}

/** Every tenth example of all rules that check single replies. */
const TEXTS = rules
  .flatMap((rule) => Object.values(examplesOf(rule)).flat())
  .filter((example) => 'text' in example)
  .filter((_, at) => at % 10 === 0) as readonly Example[];

const PART = fc.constantFrom(
  ...[' ', ' ', '\n\n', '. ', ', ', ': ', '!', '?', '！', '(', ')', '[', ']', '{', '}', '{{', '}}', '%(', '<', '>'],
  ...['We', 'are', 'I', 'A', 'A1', 'B2', 'URGENT', 'NOT', 'É', 'ÉTÉ', 'here', 'Click here', 'Sorry', 'Name', 'XXX'],
  ...['[Name]', '{{name}}', '{{nmae}', '[here](https://x.example)', '[x](todo)', 'Sie', 'du', 'TODO', '{plan', '`x`'],
);
const TEXT = fc.array(PART, { maxLength: 20 }).map((parts) => parts.join(''));

describe.each(rules.filter((rule) => rule.kind === 'check' && needsOf(rule)).map((rule) => [rule.id, rule] as const))(
  '%s',
  (_, rule) => {
    const all = onAll(rule);

    test('finds nothing in a text without what it needs', async () => {
      for (const { text, form, locale, intent, markup } of TEXTS) {
        const example = {
          text,
          ...(form && { form }),
          ...(locale && { locale }),
          ...(intent && { intent }),
          ...(markup && { markup }),
        };
        expect(await tryRule(rule, example)).toEqual(await tryRule(all, example));
      }
    });

    test('finds nothing in any text without what it needs', PROPERTY, async () => {
      await fc.assert(
        fc.asyncProperty(TEXT, fc.constantFrom('en', 'de', 'fr'), async (text, locale) => {
          const example = { text, locale, form: 'full' as const };
          expect(await tryRule(rule, example)).toEqual(await tryRule(all, example));
        }),
        runs(20),
      );
    });
  },
);

test('the linter runs a rule only on texts that contain one of the things it needs', async () => {
  const seen: string[] = [];
  const rule = defineRule({
    id: 'asks',
    segment: 'clarity',
    principle: 'Ask.',
    why: 'Why not?',
    source: 'A test',
    presets: {},
    needs: ['question', 'link'],
    check({ rendering: { text } }) {
      seen.push(text);
      return [];
    },
  });
  for (const text of ['Fine.', 'Fine?', 'Fine!', '[Fine](https://x.example)']) await tryRule(rule, text);
  expect(seen).toEqual(['Fine?', 'Fine']);
});
