// Functions for scripts that rewrite a program.

/** Calls a function for a node and, if it returns true, for the nodes inside it. */
export function walk(node, visit, parent = node) {
  if (!visit(node, parent)) return;
  for (const value of Object.values(node))
    for (const one of Array.isArray(value) ? value : [value])
      if (one && typeof one === 'object' && typeof one.type === 'string') walk(one, visit, node);
}

/**
 * Returns a text with some of its parts replaced.
 * @param {string} code
 * @param {{ start: number, end: number, text: string }[]} edits replacements that do not overlap
 */
export function edited(code, edits) {
  let text = '';
  let at = 0;
  for (const edit of edits.sort((a, b) => a.start - b.start || a.end - b.end)) {
    text += code.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + code.slice(at);
}

/** Returns how often each name in a program is declared, which names are assigned to, and where each name is used. */
export function namesIn(program) {
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
  // The declaration of a name at the top level is not a use of it.
  const declared = new Set();
  for (const { declarations = [] } of program.body) for (const { id } of declarations) declared.add(id.start);
  return { bound, reassigned, uses: uses.filter(({ start }) => !declared.has(start)) };
}

/** Calls a function with each name that a pattern declares or assigns to. */
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

/**
 * Returns the initial values of the constants in the outermost scope, by name. Names that are declared again or
 * assigned to are left out.
 */
export function constantsOf(program, { bound, reassigned }) {
  const isOnly = (name) => bound.get(name) === 1 && !reassigned.has(name);
  const constants = new Map();
  for (const { type, kind, declarations } of program.body) {
    if (type !== 'VariableDeclaration' || kind === 'let' || declarations.length !== 1) continue;
    const [{ id, init }] = declarations;
    if (id.type === 'Identifier' && init && isOnly(id.name)) constants.set(id.name, init);
  }
  return constants;
}
