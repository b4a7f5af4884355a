import { loopOf, opposite, testOf } from '../test-of.js';
import type { Doing } from '../token.js';
import { type Dialect, NOTHING } from './dialect.js';
import { isJinja } from './liquid-or-jinja.js';
import { type Judged, type PercentTag, percentTokensAt } from './percent.js';

const TESTS = new Set(['if', 'ifequal', 'ifnotequal', 'ifversion', 'ifAsync']);
const LOOPS = new Set(['for', 'asyncEach', 'asyncAll']);
const WITH_ELSE = ['if', 'for', 'unless', 'ifequal', 'ifnotequal', 'ifchanged', 'asyncEach', 'asyncAll', 'switch'];
/** Blocks whose text is shown as written, although its letters may change, for example to uppercase. */
const BLOCKS = new Set(
  'block filter with autoescape spaceless apply embed sandbox cache language localize localtime call ifchanged trans transchoice blocktrans blocktranslate'.split(
    ' ',
  ),
);
const INCLUDES = new Set(['include', 'include_tag', 'extends', 'import', 'module', 'widget_block']);
const ENDS: ReadonlySet<string> = new Set([...TESTS, ...LOOPS, ...BLOCKS, 'unless', 'set', 'macro', 'switch']);

/** Jinja2, Twig, Nunjucks, Django and HubL, which are related and have compatible keywords. */
export const jinja: Dialect = {
  name: 'jinja',
  begins: '{',
  isUsedIn: (evidence) => evidence.ways?.tags === 'jinja' || isJinja(evidence),
  tokensAt: (source, at) => percentTokensAt(source, at, judgeJinja),
};

/**
 * Determines what a tag does. An unknown tag is treated as a block if it has a closing tag, and as hidden if it has
 * none.
 */
export function judgeJinja({ name, expression, source }: PercentTag): Judged {
  const does = doing(name, expression);
  if (!does) {
    const closed = name.startsWith('end') ? name.slice(3) : undefined;
    if (closed && source.body.includes(closed)) return { does: { is: 'close', block: closed } };
    return { does: source.body.includes(`end${name}`) ? { is: 'open', block: name } : NOTHING };
  }
  const asks = does.is === 'branch' ? does.test !== undefined : TESTS.has(name);
  const problem =
    name === 'else' && /^if\b/.test(expression)
      ? 'is read as {% else %}; write {% elif %}'
      : asks && expression === ''
        ? 'has no condition'
        : undefined;
  return { does, problem };
}

function doing(name: string, expression: string): Doing | undefined {
  if (TESTS.has(name)) return { is: 'open', block: name, test: testOf(expression) };
  if (name === 'unless') return { is: 'open', block: name, test: opposite(testOf(expression)) };
  if (LOOPS.has(name)) return { is: 'open', block: name, test: loopOf(expression) };
  if (name === 'switch') return { is: 'choose', block: name, subject: expression };
  if (name === 'case') return { is: 'branch', of: ['switch'], when: expression };
  if (name === 'elif' || name === 'elseif') return { is: 'branch', of: ['if'], test: testOf(expression) };
  if (name === 'else')
    return { is: 'branch', of: WITH_ELSE, ...(/^if\b/.test(expression) && { test: testOf(expression.slice(2)) }) };
  if (name === 'default' || name === 'empty') return { is: 'branch', of: ['switch', 'for'] };
  if (name === 'pluralize' || name === 'plural') return { is: 'branch', of: ['trans', 'blocktrans', 'blocktranslate'] };
  if (name === 'set')
    return expression.includes('=')
      ? NOTHING
      : { is: 'capture', block: name, name: expression.split(/[\s|]/)[0] ?? '' };
  if (name === 'macro') return { is: 'capture', block: name, name: expression.split('(')[0]?.trim() ?? '' };
  if (name === 'trans' && /^["'_]/.test(expression)) return { is: 'include' };
  if (BLOCKS.has(name)) return { is: 'open', block: name };
  if (name.startsWith('end') && ENDS.has(name.slice(3))) return { is: 'close', block: name.slice(3) };
  return INCLUDES.has(name) ? { is: 'include' } : undefined;
}
