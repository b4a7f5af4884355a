import { isOneSlipAway } from '../../../language/slip.js';
import { loopOf, opposite, testOf } from '../test-of.js';
import type { Doing } from '../token.js';
import { type Dialect, NOTHING } from './dialect.js';
import { judgeJinja } from './jinja.js';
import { isJinja } from './liquid-or-jinja.js';
import { type Judged, type PercentTag, percentTokensAt, withoutStrings } from './percent.js';

/**
 * Tags that do not open a block, from https://shopify.github.io/liquid/tags/ and the extensions of Zendesk, Shopify and
 * Braze.
 */
const ALONE = new Set(
  'assign increment decrement break continue cycle liquid layout abort_message connected_content content_blocks promotion catalog_items message_extras'.split(
    ' ',
  ),
);
const INCLUDES = new Set(['include', 'render', 'section', 'sections', 'content_for', 'echo']);
const BLOCKS = new Set(['form', 'paginate', 'style', 'ifchanged']);
const LOOPS = new Set(['for', 'tablerow']);
const CONDITIONS = new Set(['if', 'unless', 'elsif', 'when', 'case']);
const WITH_ELSE = ['if', 'unless', 'case', 'for'];
const ENDS: ReadonlySet<string> = new Set([
  ...'if unless case for tablerow capture form paginate style ifchanged'.split(' '),
]);
const KNOWN = [...ENDS, 'elsif', 'else', 'when', 'assign', 'comment', 'raw', 'include', 'render'];

/** Liquid, as used by Zendesk, Intercom, Freshdesk, Shopify and Braze. */
export const liquid: Dialect = {
  name: 'liquid',
  begins: '{',
  isUsedIn: (evidence) => evidence.ways?.tags !== 'jinja' && !isJinja(evidence),
  tokensAt: (source, at) => percentTokensAt(source, at, judge),
};

function judge(tag: PercentTag): Judged | undefined {
  const { name, expression } = tag;
  const does = doing(name, expression);
  if (!does) {
    const meant = slipOf(name);
    return meant && !tag.source.body.includes(`end${name}`)
      ? { does: NOTHING, problem: `is not a tag; did you mean “${meant}”?` }
      : judgeJinja(tag);
  }
  return { does, problem: problemOf(name, expression) };
}

function doing(name: string, expression: string): Doing | undefined {
  if (name === 'if') return { is: 'open', block: name, test: testOf(expression) };
  if (name === 'unless') return { is: 'open', block: name, test: opposite(testOf(expression)) };
  if (LOOPS.has(name)) return { is: 'open', block: name, test: loopOf(expression) };
  if (name === 'case') return { is: 'choose', block: name, subject: expression };
  if (name === 'when') return { is: 'branch', of: ['case'], when: expression };
  if (name === 'elsif' || name === 'elseif' || name === 'elif')
    return { is: 'branch', of: ['if', 'unless'], test: testOf(expression) };
  if (name === 'else')
    return { is: 'branch', of: WITH_ELSE, ...(/^if\b/.test(expression) && { test: testOf(expression.slice(2)) }) };
  if (name === 'capture')
    return { is: 'capture', block: name, name: expression.split(' ')[0]?.replace(/["']/g, '') ?? '' };
  if (BLOCKS.has(name)) return { is: 'open', block: name };
  if (name.startsWith('end') && ENDS.has(name.slice(3))) return { is: 'close', block: name.slice(3) };
  if (/^end(?:comment|raw)$/.test(name)) return { is: 'close', block: name.slice(3) };
  if (INCLUDES.has(name)) return { is: 'include' };
  return ALONE.has(name) ? NOTHING : undefined;
}

/** Describes an expression that the engine rejects, or that it interprets differently than the author intended. */
function problemOf(name: string, expression: string): string | undefined {
  if (name === 'else' && expression !== '')
    return /^if\b/.test(expression) ? 'is read as {% else %}; write {% elsif %}' : undefined;
  if (name === 'elseif' || name === 'elif') return `is not a Liquid tag; write {% elsif %}`;
  if (!CONDITIONS.has(name)) return undefined;
  if (expression === '') return 'has no condition';
  if (/[“”„]|[‘’](?=[\w\s]*[‘’])/.test(expression)) return 'has typographic quotes, which are not recognized as quotes';
  if (/\\["']/.test(expression)) return 'escapes its quotes with backslashes, which the help desk does not support';
  const plain = withoutStrings(expression);
  const joined = /&&|\|\|/.exec(plain)?.[0];
  if (joined) return `uses “${joined}”, which Liquid does not support; write “${joined === '&&' ? 'and' : 'or'}”`;
  if (/(?<![=!<>])=(?![=>])/.test(plain)) return 'uses “=” to compare; write “==”';
  if (/^(?:==|!=|<>|contains\b)|(?:==|!=|<>|\b(?:contains|and|or))$/.test(plain)) return 'has an incomplete condition';
  return undefined;
}

/** Returns the tag that an unknown name is a typo of. The two differ by a single edit. */
function slipOf(name: string): string | undefined {
  const bare = name.replace(/^end/, '');
  const mayBe = (known: string) => bare !== known && known.length >= 2 && isOneSlipAway(bare, known);
  const meant = bare.length >= 3 ? KNOWN.find(mayBe) : undefined;
  if (meant) return name === bare ? meant : `end${meant}`;
  return name === 'endfi' || name === 'enidf' || name === 'edif' || name === 'ednif' ? 'endif' : undefined;
}
