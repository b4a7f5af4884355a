import { isOneSlipAway } from '../../language/slip.js';
import type { Reply } from '../../model/reply.js';
import { type Problem, problemInCatalogue } from './known.js';
import { nearestTo } from './slip.js';

/** Openings of placeholders in help desks that document only one syntax. */
const OPENERS = ['{%', '#{', '%{', '{!', '{{'];
/** Parts of the paths that help desks document, without `_`. A part that is nearly equal to one of them is a typo. */
const PARTS =
  'account agent assignee brand case company contact contract conversation currentuser customer description email external firstname fullname group id lastname link mailbox name number order organisation organization owner phone priority recipient requester satisfaction sender signature staff status subject tags team ticket title tracking url user username'.split(
    ' ',
  );
/** Matches the text that a merge inserts if it found no value. */
const NOTHING =
  /^(?:undefined|null|nil|nan|none|\[object object\]|(?:missing|unknown|invalid|undefined|unresolved|empty|no)[ _-](?:token|value|variable|field|merge[ _-]field|placeholder|macro|data|tag|attribute|personali[sz]ation)|(?:token|value|variable|field|placeholder|attribute)[ _-](?:missing|not[ _-]found|unknown|undefined))$/i;
const SHORTEST_SLIP = 6;
const MARKUP = /<\/?[a-z][^<>]{0,300}>|&nbsp;/i;

/** The problems of each placeholder in the syntax of each help desk, because replies repeat the same placeholders. */
const PROBLEMS = new WeakMap<object, Map<string, Problem | undefined>>();
const MOST_PROBLEMS = 2_000;

/** Returns the problem with the syntax of a placeholder. Undefined if there is none. */
export function knownProblem(text: string, reply: Reply): Problem | undefined {
  // The texts that a reply can include decide which names exist.
  if (reply.included) return problemOf(text, reply);
  const syntax = reply.placeholders ?? reply.catalogues;
  let problems = PROBLEMS.get(syntax);
  if (!problems) {
    problems = new Map();
    PROBLEMS.set(syntax, problems);
  }
  const key = `${reply.helpdesk ?? ''} ${text}`;
  const problem = problems.get(key);
  if (problem !== undefined || problems.has(key)) return problem;
  if (problems.size >= MOST_PROBLEMS) problems.clear();
  const found = problemOf(text, reply);
  problems.set(key, found);
  return found;
}

function problemOf(text: string, reply: Reply): Problem | undefined {
  const { helpdesk, placeholders, included } = reply;
  const path = pathOf(text);
  const opener = text.slice(0, 2);
  const isKnown = OPENERS.includes(opener);
  const own = placeholders?.openers.filter((begin) => OPENERS.includes(begin)) ?? [];
  if (isKnown && own.length > 0 && !own.includes(opener))
    return { message: `does not use the ${helpdesk} placeholder syntax` };
  // The pattern takes a short run long to compile, and most paths have a dot.
  if (!path.includes('.') && NOTHING.test(path.replace(/^\[\[|\]\]$/g, ''))) return { message: 'is empty' };
  if (!isKnown && !/^(?:\{|\$\{)/.test(text)) return undefined;
  const inside = text.slice(2, -2);
  if (opener === '{{' && inside.trim() === '') return { message: 'is empty' };
  if (opener === '{{' && /\}/.test(withoutStrings(inside.replace(/^\{|\}$/g, '')).replace(/\{[^{}]*\}/g, '')))
    return { message: 'is closed too late' };
  if (/^\{[^%{].*%\}$/s.test(text)) return { message: 'is closed with “%}” but not opened with “{%”' };
  if (MARKUP.test(withoutStrings(inside))) return { message: 'contains markup' };
  if (opener !== '{{')
    return /\.\./.test(path) ? { message: 'has an extra dot' } : problemInCatalogue(text, path, reply);
  if (/[“”„‘’]|&[lr][sd]quo;/.test(inside))
    return {
      message: 'has typographic quotes, which are not recognized as quotes',
      suggestions: [`Write ${straight(text)}`],
    };
  if (isOpen(inside)) return { message: 'has an unclosed quotation mark' };
  if (/\|\s*(?:default|fallback)\s+["']/.test(inside)) return { message: 'is missing the colon before its fallback' };
  if (/\|\s*$/.test(inside)) return { message: 'ends with “|” and no filter' };
  if (/^\d+[^\d\s]/.test(path)) return { message: 'starts with a digit, which is not allowed in placeholders' };
  if (/\.\.|\w\.$/.test(path) && !/['"]/.test(inside)) return { message: 'has an extra dot' };
  const slip = included && slipOfInclude(inside.trim(), included);
  if (slip !== undefined)
    return {
      message: 'does not match any dynamic content in this run',
      suggestions: [`Write {{${slip}}} if that is what you meant`],
    };
  const known = problemInCatalogue(text, path, reply);
  if (known || helpdesk) return known;
  const meant = slipOf(path);
  return meant
    ? { message: 'is not known to any help desk', suggestions: [`Write “${meant}” if that is what you meant`] }
    : undefined;
}

/** Returns the intended name of an included text that does not exist. Case is ignored. */
export function slipOfInclude(name: string, names: readonly string[]): string | undefined {
  if (!/^dc[\s.]/i.test(name) || names.some((known) => known.toLowerCase() === name.toLowerCase())) return undefined;
  return nearestTo(name, names);
}

/** Returns the path of a placeholder: `ticket.requester.name` for `{{ ticket.requester.name | default: "x" }}`. */
export function pathOf(text: string): string {
  return (
    text
      .replace(/^[^\p{L}\p{N}.[]+|(?<![^\p{L}\p{N}.\]])[^\p{L}\p{N}.\]]+$/gu, '')
      .split(/[|,(]/)[0]
      ?.trim() ?? ''
  );
}

function straight(text: string): string {
  return text.replace(/[“”„]|&[lr]dquo;/g, '"').replace(/[‘’]|&[lr]squo;/g, "'");
}

/**
 * Returns true if a straight quotation mark is opened but not closed. An apostrophe in double quotes does not count.
 */
function isOpen(inside: string): boolean {
  if (!/["']/.test(inside)) return false;
  let quote = '';
  for (const unit of inside) if (quote ? unit === quote : /["']/.test(unit)) quote = quote ? '' : unit;
  return quote !== '';
}

/** Returns the path with a single misspelled part corrected, if all other parts are known. */
function slipOf(path: string): string | undefined {
  const parts = path.split('.');
  const plain = parts.map((part) => part.toLowerCase().replace(/[_-]/g, ''));
  const unknown = plain.flatMap((part, at) => (PARTS.includes(part) ? [] : [at]));
  const [at] = unknown;
  if (unknown.length !== 1 || at === undefined) return undefined;
  const part = plain[at] ?? '';
  if (part.length < SHORTEST_SLIP - 1 || part.endsWith('s') || !/^[a-z]+$/.test(part)) return undefined;
  const meant = PARTS.find((known) => known.length >= SHORTEST_SLIP && isOneSlipAway(part, known));
  return meant && parts.with(at, meant.replace(/^(first|last|full|current)(name|user)$/, '$1_$2')).join('.');
}

function withoutStrings(text: string): string {
  return text.replace(/"[^"\n]*"|'[^'\n]*'/g, '""');
}
