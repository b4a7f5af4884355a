import { describe, expect, test } from 'vitest';
import { DIALECTS } from '../src/compose/template/dialect/index.js';
import { firstUnitsOf, OPENERS, startOfOpener } from '../src/compose/template/lexer.js';
import { PLACEHOLDER_SYNTAX } from '../src/compose/template/syntax.js';

/** Returns the shortest opener that begins with a character. Undefined if there is none. */
function openerWith(unit: string): string | undefined {
  return [unit, `${unit}|`, unit.repeat(3), `${unit}lt;`].find((text) => {
    OPENERS.lastIndex = 0;
    const match = OPENERS.exec(text);
    return match?.index === 0 && match[0] === text;
  });
}

const UNITS = [
  ...PLACEHOLDER_SYNTAX.flatMap((syntax) => firstUnitsOf(syntax).map((unit) => [syntax.name, unit] as const)),
  ...DIALECTS.flatMap(({ name, begins }) => [...begins].map((unit) => [name, unit] as const)),
];

describe('the openers', () => {
  test.each(UNITS)('of %s include one that begins with %s', (_, unit) => {
    expect(openerWith(unit)).toBeDefined();
  });

  test.each(UNITS)('of %s that begin with %s are found where they start', (_, unit) => {
    const text = `See ${openerWith(unit)}`;
    expect(startOfOpener(text, text.length)).toBe(4);
  });

  test('include none that begins with a letter of a word', () => {
    expect(openerWith('a')).toBeUndefined();
  });

  test('are looked for by every syntax', () => {
    for (const syntax of PLACEHOLDER_SYNTAX) expect(firstUnitsOf(syntax)).not.toEqual([]);
  });
});
