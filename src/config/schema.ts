import type { Option } from '../rule/options.js';
import type { Rule } from '../rule/rule.js';
import { AVOIDING, REQUIRING } from './own-rule.js';
import { OWN_FINDINGS } from './settings.js';
import { CONFIG, LEVELS, objectSchema } from './validate.js';

/** Returns the JSON Schema of a configuration with these rules. Editors use it for completion and validation. */
export function schemaOf(rules: readonly Rule[]): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'replylint configuration',
    ...objectSchema(CONFIG),
    definitions: {
      level: { enum: LEVELS },
      rules: {
        type: 'object',
        properties: {
          ...Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
          ...Object.fromEntries(Object.keys(OWN_FINDINGS).map((id) => [id, { $ref: '#/definitions/level' }])),
        },
        // Rules from plug-ins and custom rules have a slash in their id.
        patternProperties: { '^[@\\w.-]+/[\\w.-]+$': ownSchema() },
        additionalProperties: false,
      },
    },
  };
}

function ruleSchema({ principle, options }: Rule): object {
  return { description: principle, ...entrySchema(optionsSchema(options)) };
}

function ownSchema(): object {
  return entrySchema({ anyOf: [optionsSchema(AVOIDING), optionsSchema(REQUIRING), { type: 'object' }] });
}

function entrySchema(options: object): object {
  const level = { $ref: '#/definitions/level' };
  return { anyOf: [level, { type: 'array', items: [level, options], minItems: 1, maxItems: 2 }] };
}

function optionsSchema(options: Readonly<Record<string, Option>>): object {
  const properties = Object.entries(options).map(([name, option]) => [
    name,
    { description: option.description, ...optionSchema(option), default: option.default },
  ]);
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries(properties) };
}

function optionSchema(option: Option): object {
  switch (option.type) {
    case 'flag':
      return { type: 'boolean' };
    case 'count':
      return {
        type: 'integer',
        minimum: option.minimum ?? 0,
        ...(option.maximum !== undefined && { maximum: option.maximum }),
      };
    case 'text':
      return { type: 'string' };
    case 'line':
      return { type: 'string', pattern: '^[^\\r\\n]*$' };
    case 'phrases':
    case 'list':
      return { type: 'array', items: { type: 'string' } };
    case 'some':
      return { type: 'array', items: { enum: option.of } };
    case 'one':
      return { enum: option.of };
  }
}
