import { parseAst } from 'rolldown/parseAst';
import { constantsOf, edited, namesIn, walk } from './program.mjs';

/**
 * Delays creating constants until they are first used, if creating them takes a while and has no side effects. V8
 * parses every regular expression outside of a function when the file is loaded.
 * @param {string} code the code of a script that has every constant in its outermost scope
 * @returns {string}
 */
export function withLateConstants(code) {
  const program = parseAst(code);
  const names = namesIn(program);
  const constants = constantsOf(program, names);
  const isFixed = (name) => constants.has(name) || GLOBAL.has(name);
  const late = new Set();
  const edits = [];
  for (const statement of program.body) {
    const [{ id, init } = {}] = statement.declarations ?? [];
    if (!id || constants.get(id.name) !== init || !takesLong(init) || !isPure(init, isFixed)) continue;
    late.add(id.name);
    edits.push({
      start: statement.start,
      end: init.start,
      text: `let ${id.name};function ${id.name}$late(){return ${id.name}=`,
    });
    edits.push({ start: init.end, end: statement.end, text: '}' });
  }
  for (const { name, start, end, shorthand } of names.uses)
    if (late.has(name)) edits.push({ start, end, text: `${shorthand ? `${name}:` : ''}(${name}??${name}$late())` });
  return edited(code, edits);
}

const GLOBAL = new Set(['undefined', 'Infinity']);
/** Minimum number of literals in a set or a list that takes a noticeable time to create. */
const MANY = 12;

function takesLong(node) {
  let literals = 0;
  let long = false;
  walk(node, (inner) => {
    if (inner.type === 'Literal') literals += 1;
    if (inner.regex || (inner.type === 'NewExpression' && inner.callee.name === 'RegExp')) long = true;
    if (isSplit(inner)) long = true;
    return !/Function/.test(inner.type);
  });
  return long || literals >= MANY;
}

/** Returns true for an expression that has the same value whenever it is evaluated. */
function isPure(node, isFixed) {
  const pure = (inner) => inner === null || isPure(inner, isFixed);
  switch (node.type) {
    case 'Literal':
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return true;
    case 'Identifier':
      return isFixed(node.name);
    case 'TemplateLiteral':
      return node.expressions.every(pure);
    case 'ArrayExpression':
      return node.elements.every(pure);
    case 'SpreadElement':
      return pure(node.argument);
    case 'ObjectExpression':
      return node.properties.every((one) => (one.type === 'Property' ? !one.computed && pure(one.value) : pure(one)));
    case 'BinaryExpression':
      return pure(node.left) && pure(node.right);
    case 'ConditionalExpression':
      return pure(node.test) && pure(node.consequent) && pure(node.alternate);
    case 'UnaryExpression':
      return node.operator !== 'delete' && pure(node.argument);
    case 'ParenthesizedExpression':
      return pure(node.expression);
    case 'MemberExpression':
      return !node.computed && ['source', 'length'].includes(node.property.name) && pure(node.object);
    case 'NewExpression':
      return ['RegExp', 'Set', 'Map'].includes(node.callee.name) && node.arguments.every(pure);
    case 'CallExpression':
      return isSplit(node) || (isJoin(node) && pure(node.callee.object));
    default:
      return false;
  }
}

/** Returns true for `'one two'.split(' ')`. */
function isSplit({ type, callee, arguments: given }) {
  return (
    type === 'CallExpression' &&
    callee.type === 'MemberExpression' &&
    callee.property.name === 'split' &&
    callee.object.type === 'Literal' &&
    given.every((one) => one.type === 'Literal')
  );
}

function isJoin({ callee, arguments: given }) {
  return (
    callee.type === 'MemberExpression' &&
    !callee.computed &&
    callee.property.name === 'join' &&
    callee.object.type === 'ArrayExpression' &&
    given.every((one) => one.type === 'Literal')
  );
}
