import { parseAst } from 'rolldown/parseAst';
import { constantsOf, edited, namesIn, walk } from './program.mjs';

/**
 * Rewrites calls such as `/\p{L}x/u.test(text)` so that they use a narrow pattern if the text contains only Latin
 * letters and common punctuation, and the original, wide pattern otherwise. V8 takes long to compile `\p{L}`, because
 * the class has 650 ranges. The narrow pattern needs only a few of them, and is enough for most texts of a short run. A
 * long run compiles the wide patterns sooner or later, so after a number of calls it always uses them.
 * @param {string} code the code of a script, with all constants in its outermost scope
 * @param {{ calls?: number }} options calls: number of calls after which the wide patterns are always used
 * @returns {string}
 */
export function withNarrowPatterns(code, { calls = CALLS } = {}) {
  const program = parseAst(code);
  const names = namesIn(program);
  const constants = constantsOf(program, names);
  const edits = [];
  const added = [];
  const add = ({ pattern, flags }, isSought = false) => {
    const narrow = narrowed(pattern, flags);
    if (narrow === undefined) return undefined;
    const name = `$pattern${added.length}`;
    const declared = `const ${name}$wide=/${pattern}/${flags};const ${name}$narrow=/${narrow.pattern}/${narrow.flags};`;
    const chosen = `$isWide(text)?${name}$wide:${name}$narrow`;
    added.push(
      isSought
        ? `${declared}let ${name}$from=0;function ${name}(text){const one=${chosen};one.lastIndex=${name}$from;return one}`
        : `${declared}function ${name}(text){return ${chosen}}`,
    );
    return name;
  };
  for (const { pattern, places } of soughtIn(program, constants, names)) {
    const name = add(pattern, true);
    if (name === undefined) continue;
    for (const { from, call } of places) {
      edits.push({ ...from, text: `${name}$from` });
      asked(call, name);
    }
  }
  function asked({ callee: { object, property }, arguments: [first] }, name) {
    edits.push({ ...object, text: `${name}(${TEXT}=` }, { start: object.end, end: first.start, text: '' });
    edits.push({ start: first.end, end: first.end, text: `).${property.name}(${TEXT}` });
  }
  walk(program, (node) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression' || node.callee.computed) return true;
    const { object, property } = node.callee;
    if (mayShortCircuit(object)) return true;
    const [first] = node.arguments;
    const own = object.regex ?? constants.get(object.name)?.regex;
    const given = first && (first.regex ?? constants.get(first.name)?.regex);
    if (OF_PATTERN.has(property.name) && own && first && !/[gy]/.test(own.flags)) {
      const name = add(own);
      if (name === undefined) return true;
      asked(node, name);
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

/**
 * Returns the global and sticky patterns that are only used to search from an offset: `X.lastIndex = from;`, followed by
 * a statement that calls `X.exec(text)` or `X.test(text)` once.
 */
function soughtIn(program, constants, { uses }) {
  const found = new Map();
  walk(program, (node) => {
    const list = Array.isArray(node.body) ? node.body : [];
    for (const [index, { expression }] of list.entries()) {
      const from =
        expression?.type === 'AssignmentExpression' && expression.operator === '=' ? expression.left : undefined;
      const name = from?.property?.name === 'lastIndex' ? from.object.name : undefined;
      if (!/[gy]/.test(constants.get(name)?.regex?.flags)) continue;
      const calls = callsIn(list[index + 1], name);
      found.set(name, [...(found.get(name) ?? []), ...calls.map((call) => ({ from, call }))]);
    }
    return true;
  });
  const count = (name) => uses.filter((use) => use.name === name).length;
  return [...found]
    .filter(([name, places]) => places.length > 0 && count(name) === 2 * places.length)
    .map(([name, places]) => ({ pattern: constants.get(name).regex, places }));
}

/** Returns the call of a pattern in a statement that runs once. */
function callsIn(statement, name) {
  const part = { VariableDeclaration: statement, ReturnStatement: statement, IfStatement: statement?.test }[
    statement?.type
  ];
  const calls = [];
  if (part)
    walk(part, (node) => {
      const { object, property } = node.type === 'CallExpression' ? node.callee : {};
      if (object?.name === name && OF_PATTERN.has(property.name) && node.arguments.length === 1) calls.push(node);
      return !/Function/.test(node.type);
    });
  return calls.length === 1 ? calls : [];
}

/** Returns true for the beginning of a chain such as `a?.b`, which can end the whole chain. In parentheses, it cannot. */
function mayShortCircuit(node) {
  for (let part = node; part; part = part.type === 'CallExpression' ? part.callee : part.object)
    if (part.optional) return true;
    else if (part.type !== 'CallExpression' && part.type !== 'MemberExpression') return false;
  return false;
}

/** Methods of a pattern, which take the text. */
const OF_PATTERN = new Set(['test', 'exec']);
/** Methods of a text, which take the pattern. */
const OF_TEXT = new Set(['replace', 'match', 'matchAll', 'split', 'search']);
/** The variable that holds the text of a call, so that its expression is evaluated only once. */
const TEXT = '$text';

/**
 * The characters that a narrow pattern can handle, in the notation of a character class: Latin letters, punctuation,
 * currency signs and arrows.
 */
const DOMAIN = '\\0-\\u017f\\u2000-\\u206f\\u20a0-\\u20c0\\u2190-\\u21ff';
const IN_DOMAIN = new RegExp(`[${DOMAIN}]`);
/**
 * Number of calls after which the wide patterns are always used, because a run this long makes up for compiling them.
 */
const CALLS = 4000;
/** Number of UTF-16 units above which a text gets the wide pattern without being searched for other characters. */
const LONG = 4000;

/** Returns the code of a function that decides whether a call uses the wide pattern. */
function isWide(calls) {
  return `let ${TEXT};let $left=${calls};const $OTHER=/[^${DOMAIN}]/;
function $isWide(text){return $left===0||typeof text!=='string'||text.length>${LONG}||($left-=1,$OTHER.test(text))}`;
}

/**
 * Returns a pattern that finds the same matches in texts of Latin letters and common punctuation.
 * @returns undefined for a pattern without a Unicode class, and for one with `\u{…}` or `\k<…>`
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
  // With the `i` flag, the `u` flag decides whether ſ matches s. Otherwise, it makes no difference, because these texts
  // contain no surrogates.
  return { pattern: text, flags: flags.includes('i') ? flags : flags.replace('u', '') };
}

const RANGES = new Map();

/** Returns the characters of a Unicode class as ranges for a character class. The result is never empty. */
function rangesOf(property) {
  const known = RANGES.get(property);
  if (known !== undefined) return known;
  const is = new RegExp(property, 'u');
  let text = '';
  let from;
  const hex = (code) => `\\u${code.toString(16).padStart(4, '0')}`;
  for (let code = 0; code <= 0xffff; code += 1) {
    const character = String.fromCharCode(code);
    if (IN_DOMAIN.test(character) && is.test(character)) from ??= code;
    else if (from !== undefined) {
      text += from === code - 1 ? hex(from) : `${hex(from)}-${hex(code - 1)}`;
      from = undefined;
    }
  }
  // These texts do not contain U+FFFF, so it stands for a class without characters.
  const ranges = text || '\\uffff';
  RANGES.set(property, ranges);
  return ranges;
}
