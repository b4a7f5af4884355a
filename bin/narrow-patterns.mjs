import { parseAst } from 'rolldown/parseAst';
import { constantsOf, edited, namesIn, walk } from './program.mjs';

/**
 * V8 takes long to compile a pattern with `\p{L}`: the class has 650 ranges. In most texts of a short run all characters
 * are Latin letters and punctuation, for which the same pattern can be written with a few ranges. So a call such as
 * `/\p{L}x/u.test(text)` tries a text of these characters with the narrow pattern, and any other text with the pattern as
 * it is. In a long run, it has soon been compiled for good: from then on the text is not even looked at.
 * @param {string} code of a script, with every constant in its outermost scope
 * @param {{ calls?: number }} options calls: how many calls are tried so
 * @returns {string}
 */
export function withNarrowPatterns(code, { calls = CALLS } = {}) {
  const program = parseAst(code);
  const constants = constantsOf(program, namesIn(program));
  const edits = [];
  const added = [];
  const add = ({ pattern, flags }) => {
    const narrow = narrowed(pattern, flags);
    if (narrow === undefined) return undefined;
    const name = `$pattern${added.length}`;
    const constants = `const ${name}$wide=/${pattern}/${flags};const ${name}$narrow=/${narrow.pattern}/${narrow.flags};`;
    added.push(`${constants}function ${name}(text){return $isWide(text)?${name}$wide:${name}$narrow}`);
    return name;
  };
  walk(program, (node) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression' || node.callee.computed) return true;
    const { object, property } = node.callee;
    const [first] = node.arguments;
    const own = object.regex ?? constants.get(object.name)?.regex;
    const given = first && (first.regex ?? constants.get(first.name)?.regex);
    if (OF_PATTERN.has(property.name) && own && first && !/[gy]/.test(own.flags)) {
      const name = add(own);
      if (name === undefined) return true;
      edits.push({ ...object, text: `${name}(${TEXT}=` }, { start: object.end, end: first.start, text: '' });
      edits.push({ start: first.end, end: first.end, text: `).${property.name}(${TEXT}` });
    } else if (OF_TEXT.has(property.name) && given && !given.flags.includes('y')) {
      const name = add(given);
      if (name === undefined) return true;
      edits.push({ start: object.start, end: object.start, text: `(${TEXT}=` });
      edits.push({ start: object.end, end: object.end, text: ')' }, { ...first, text: `${name}(${TEXT})` });
    }
    return true;
  });
  if (added.length === 0) return code;
  const from = program.body.find(({ directive }) => directive === undefined)?.start ?? 0;
  edits.unshift({ start: from, end: from, text: `${isWide(calls)}\n${added.join('\n')}\n` });
  return edited(code, edits);
}

/** Methods that take the text, or the pattern. */
const OF_PATTERN = new Set(['test', 'exec']);
const OF_TEXT = new Set(['replace', 'match', 'matchAll', 'split', 'search']);
/** Holds the text until it is used, directly afterwards: it is evaluated once. */
const TEXT = '$text';

const DOMAIN = '\\0-\\u017f\\u2000-\\u206f';
/** A run of as many calls is long enough to compile the patterns as they are. */
const CALLS = 4000;
/** A longer text is not looked through before it is. */
const LONG = 4000;

/** The program's question whether a text has other characters. */
function isWide(calls) {
  return `let ${TEXT};let $left=${calls};const $OTHER=/[^${DOMAIN}]/;
function $isWide(text){return $left===0||typeof text!=='string'||text.length>${LONG}||($left-=1,$OTHER.test(text))}`;
}

/**
 * A pattern that finds the same in texts of Latin letters and common punctuation.
 * @returns undefined for a pattern without a class of Unicode
 */
export function narrowed(pattern, flags) {
  if (!flags.includes('u') || !/\\p\{/i.test(pattern)) return undefined;
  if (/\\u\{|\\k</.test(pattern)) return undefined;
  let inClass = false;
  let text = '';
  for (const [piece] of pattern.matchAll(/\\[pP]\{[^}]+\}|\\?./gsu)) {
    if (piece === '[') inClass = true;
    if (piece === ']') inClass = false;
    text += /^\\p\{/i.test(piece) ? (inClass ? rangesOf(piece) : `[${rangesOf(piece)}]`) : piece;
  }
  // Ignoring case, the flag makes a difference for the letter ſ; without it, a text without surrogates is all the same.
  return { pattern: text, flags: flags.includes('i') ? flags : flags.replace('u', '') };
}

const RANGES = new Map();

/** The characters of a class, as a class has them; never empty. */
function rangesOf(property) {
  const known = RANGES.get(property);
  if (known !== undefined) return known;
  const is = new RegExp(property, 'u');
  let text = '';
  let from;
  const hex = (code) => `\\u${code.toString(16).padStart(4, '0')}`;
  for (let code = 0; code <= 0x2070; code += 1) {
    const inDomain = code <= 0x17f || (code >= 0x2000 && code <= 0x206f);
    const isIn = inDomain && is.test(String.fromCharCode(code));
    if (isIn) from ??= code;
    else if (from !== undefined) {
      text += from === code - 1 ? hex(from) : `${hex(from)}-${hex(code - 1)}`;
      from = undefined;
    }
  }
  // A character that such a text does not have.
  const ranges = text || '\\uffff';
  RANGES.set(property, ranges);
  return ranges;
}
