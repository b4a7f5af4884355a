import { parseAst } from 'rolldown/parseAst';

/**
 * Makes constants of a file when they are first used, where making them takes a while and does nothing else: V8 parses
 * every regular expression that stands outside of a function when the file is loaded.
 * @param {string} code of a script, with every constant in its outermost scope
 * @returns {string}
 */
export function withLateConstants(code) {
  const program = parseAst(code);
  const { bound, reassigned, uses } = namesIn(program);
  const isOnly = (name) => bound.get(name) === 1 && !reassigned.has(name);
  const constants = new Map();
  for (const { type, kind, declarations } of program.body) {
    if (type !== 'VariableDeclaration' || kind === 'let' || declarations.length !== 1) continue;
    const [{ id, init }] = declarations;
    if (id.type === 'Identifier' && init && isOnly(id.name)) constants.set(id.name, init);
  }
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
  for (const { name, start, end, shorthand } of uses)
    if (late.has(name)) edits.push({ start, end, text: `${shorthand ? `${name}:` : ''}(${name}??${name}$late())` });
  return edited(code, edits);
}

const GLOBAL = new Set(['undefined', 'Infinity']);
/** A set or a list of fewer literals is made in no time. */
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

/** True for an expression that has the same value whenever it is evaluated. */
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

/** `'one two'.split(' ')` */
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

/** The names of a program: how often each is bound, which are assigned to, and where each is used. */
function namesIn(program) {
  const bound = new Map();
  const reassigned = new Set();
  const uses = [];
  const bind = (pattern) => eachName(pattern, (name) => bound.set(name, (bound.get(name) ?? 0) + 1));
  const skipped = new Set();
  walk(program, (node, parent) => {
    if (node.type === 'VariableDeclarator') bind(node.id);
    if (/Function|Class/.test(node.type) && node.id) bind(node.id);
    if (/Function/.test(node.type) && node.params) for (const one of node.params) bind(one);
    if (node.type === 'CatchClause' && node.param) bind(node.param);
    if (node.type === 'AssignmentExpression') eachName(node.left, (name) => reassigned.add(name));
    if (node.type === 'UpdateExpression') eachName(node.argument, (name) => reassigned.add(name));
    if (/^For(?:In|Of)Statement$/.test(node.type)) eachName(node.left, (name) => reassigned.add(name));
    if (node.type === 'MemberExpression' && !node.computed) skipped.add(node.property);
    if (/^(?:Property|MethodDefinition|PropertyDefinition)$/.test(node.type) && !node.computed) skipped.add(node.key);
    if (/^(?:LabeledStatement|BreakStatement|ContinueStatement)$/.test(node.type)) skipped.add(node.label);
    if (node.type === 'Identifier' && !skipped.has(node)) {
      const shorthand = parent.type === 'Property' && parent.shorthand;
      uses.push({ name: node.name, start: node.start, end: node.end, shorthand });
    }
    return true;
  });
  // Where it is bound, it is not used; the name of a constant stands nowhere else then.
  const declared = new Set();
  for (const { declarations = [] } of program.body) for (const { id } of declarations) declared.add(id.start);
  return { bound, reassigned, uses: uses.filter(({ start }) => !declared.has(start)) };
}

/** The names that a pattern binds or assigns to. */
function eachName(pattern, take) {
  if (!pattern) return;
  if (pattern.type === 'Identifier') take(pattern.name);
  else if (pattern.type === 'MemberExpression') return;
  else if (pattern.type === 'Property') eachName(pattern.value, take);
  else if (pattern.type === 'AssignmentPattern') eachName(pattern.left, take);
  else
    for (const part of [pattern.argument, ...(pattern.elements ?? []), ...(pattern.properties ?? [])])
      eachName(part, take);
}

/** Calls back for a node and, where the answer is true, for the nodes in it. */
function walk(node, visit, parent = node) {
  if (!visit(node, parent)) return;
  for (const value of Object.values(node))
    for (const one of Array.isArray(value) ? value : [value])
      if (one && typeof one === 'object' && typeof one.type === 'string') walk(one, visit, node);
}

function edited(code, edits) {
  let text = '';
  let at = 0;
  for (const edit of edits.sort((a, b) => a.start - b.start || a.end - b.end)) {
    text += code.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + code.slice(at);
}
