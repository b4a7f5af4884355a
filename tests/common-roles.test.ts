import { expect, test } from 'vitest';
import { COMMON_ROLES, roleByWords } from '../src/compose/template/roles.js';

test.each([...COMMON_ROLES])('%s has the role that its words show: %s', (path, role) => {
  expect(roleByWords(path, undefined)).toBe(role);
  expect(roleByWords(path, { openers: [], userIsAgent: true })).toBe(role);
});
