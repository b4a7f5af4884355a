import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.js';
import { schemaOf } from '../src/config/index.js';

const schema = schemaOf(rules);
const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);

describe('the schema of configurations', () => {
  test('the one that is shipped is up to date', () =>
    expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../schema.json'));

  test.each([
    [{ rules: { greeting: 'error', 'no-shouting': 'off', 'acme/no-hype': ['error', { avoid: ['a'] }] } }, true],
    [{ extends: 'replylint:strict', overrides: [{ files: 'a/**', form: 'chat' }] }, true],
    [{ rules: { greting: 'error' } }, false],
    [{ rules: { greeting: 'fatal' } }, false],
    [{ rules: { personalization: ['warn', { anyPlaceholder: 'yes' }] } }, false],
    [{ overrides: [{ form: 'letter' }] }, false],
    [{ extend: [] }, false],
  ])('%j', (config, isValid) => expect(validate(config)).toBe(isValid));
});
