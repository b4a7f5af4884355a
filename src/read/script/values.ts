import type { Span } from '../../model/span.js';
import type { Tree } from '../container/tree.js';
import { type DecodedText, type Scalar, step, Value } from '../container/value.js';
import { bare, childOf, childrenOf, type Node, nameOf, parseScript } from './syntax.js';
import { textFrom } from './text.js';

/**
 * Reads the exports of a JavaScript or TypeScript module as data: objects, lists and texts as written. For a script
 * without exports, its declarations are read. No code is run.
 */
export async function openScript(text: string, extension: string): Promise<Tree> {
  const script = await parseScript(text, extension);
  if (script.error) {
    const { offset, message } = script.error;
    return { format: 'script', error: { offset, message: `not JavaScript or TypeScript: ${message}` } };
  }
  const bindings = new Bindings(script.statements);
  const source = { text, bindings };
  const exported = bindings.exported.size > 0 ? bindings.exported : bindings.declared;
  const whole = exported.get('default');
  if (whole && exported.size === 1) return { format: 'script', roots: [new ScriptValue(source, whole, '')] };
  return { format: 'script', roots: [new ModuleValue(source, exported)] };
}

/** The names in a module and the values assigned to them. */
class Bindings {
  readonly declared = new Map<string, Node>();
  /** The values by exported name. `default` is the default export. */
  readonly exported = new Map<string, Node>();
  /** Names of declarations that are themselves exported. */
  readonly #known = new Set<string>();

  constructor(statements: readonly Node[]) {
    for (const statement of statements) this.#declare(childOf(statement, 'declaration') ?? statement);
    for (const statement of statements) this.#export(statement);
  }

  /**
   * Returns the value of a name that is used inside other data. Undefined if the name is exported, because its value is
   * then read there.
   */
  inside(name: string): Node | undefined {
    return this.#known.has(name) ? undefined : this.declared.get(name);
  }

  #declare(statement: Node): void {
    if (statement.type === 'VariableDeclaration')
      for (const each of childrenOf(statement, 'declarations')) this.#note(childOf(each, 'id'), childOf(each, 'init'));
    else if (statement.type === 'FunctionDeclaration' || statement.type === 'TSEnumDeclaration')
      this.#note(childOf(statement, 'id'), statement);
  }

  #note(id: Node | undefined, value: Node | undefined): void {
    const name = id?.type === 'Identifier' ? nameOf(id) : undefined;
    if (name !== undefined && value) this.declared.set(name, value);
  }

  #export(statement: Node): void {
    const declaration = childOf(statement, 'declaration');
    if (statement.type === 'ExportNamedDeclaration' && declaration)
      for (const name of namesIn(declaration)) this.#exportName(name, name);
    else if (statement.type === 'ExportNamedDeclaration' && !childOf(statement, 'source'))
      for (const each of childrenOf(statement, 'specifiers'))
        this.#exportName(nameOf(childOf(each, 'exported')) ?? '', nameOf(childOf(each, 'local')) ?? '');
    else if (statement.type === 'ExportDefaultDeclaration') this.#exportValue('default', declaration);
    else if (statement.type === 'TSExportAssignment') this.#exportValue('default', childOf(statement, 'expression'));
    else if (statement.type === 'ExpressionStatement') this.#assign(childOf(statement, 'expression'));
  }

  #exportName(exported: string, local: string): void {
    const value = this.declared.get(local);
    if (!value || this.#known.has(local)) return;
    this.#known.add(local);
    this.exported.set(exported, value);
  }

  #exportValue(name: string, value: Node | undefined): void {
    const local = value?.type === 'Identifier' ? nameOf(value) : undefined;
    if (local !== undefined) this.#exportName(name, local);
    else if (value) this.exported.set(name, value);
  }

  /** Reads assignments such as `module.exports = …`, `exports.late = …` and `window.macros = …`. */
  #assign(expression: Node | undefined): void {
    if (expression?.type !== 'AssignmentExpression') return;
    const name = exportedBy(childOf(expression, 'left'));
    if (name !== undefined) this.#exportValue(name, childOf(expression, 'right'));
  }
}

function namesIn(declaration: Node): string[] {
  const ids =
    declaration.type === 'VariableDeclaration'
      ? childrenOf(declaration, 'declarations').map((each) => childOf(each, 'id'))
      : [childOf(declaration, 'id')];
  return ids.flatMap((id) => (id?.type === 'Identifier' ? [nameOf(id) ?? ''] : []));
}

function exportedBy(target: Node | undefined): string | undefined {
  if (target?.type !== 'MemberExpression') return undefined;
  const object = childOf(target, 'object');
  const name = nameOf(childOf(target, 'property'));
  const holder = nameOf(object) ?? '';
  if (holder === 'module' && name === 'exports') return 'default';
  if (/^(?:exports|window|globalThis|self)$/.test(holder)) return name;
  return exportedBy(object) === 'default' && nameOf(childOf(object, 'object')) === 'module' ? name : undefined;
}

interface Source {
  readonly text: string;
  readonly bindings: Bindings;
}

/** All exports of a module, by name. */
class ModuleValue extends Value {
  readonly kind = 'object';
  readonly #source: Source;
  readonly #exported: ReadonlyMap<string, Node>;

  constructor(source: Source, exported: ReadonlyMap<string, Node>) {
    super('');
    this.#source = source;
    this.#exported = exported;
  }

  get span(): Span {
    return { start: 0, end: this.#source.text.length };
  }

  override member(key: string): Value | undefined {
    const node = this.#exported.get(key);
    return node && new ScriptValue(this.#source, node, step('', key));
  }

  override *members(): Generator<readonly [string, Value]> {
    for (const [name, node] of this.#exported) yield [name, new ScriptValue(this.#source, node, step('', name))];
  }
}

const MOST_NAMES = 20;

class ScriptValue extends Value {
  readonly kind: 'object' | 'array' | 'text' | 'number' | 'flag' | 'nothing';
  readonly span: Span;
  readonly #source: Source;
  readonly #node: Node | undefined;
  #text: DecodedText | undefined;

  constructor(source: Source, written: Node, pointer: string) {
    super(pointer);
    this.#source = source;
    this.span = { start: written.start, end: written.end };
    let node = bare(written);
    // A name can be an alias for another name.
    for (let names = 0; node?.type === 'Identifier' && names < MOST_NAMES; names += 1)
      node = bare(source.bindings.inside(nameOf(node) ?? ''));
    this.#node = node;
    if (node && node !== bare(written)) this.span = { start: node.start, end: node.end };
    this.kind = this.#kindOf(node);
  }

  #kindOf(node: Node | undefined): ScriptValue['kind'] {
    if (node?.type === 'ObjectExpression' || node?.type === 'TSEnumDeclaration') return 'object';
    if (node?.type === 'ArrayExpression') return 'array';
    this.#text = node && textFrom(node, this.#source.text);
    if (this.#text) return 'text';
    if (node?.type !== 'Literal') return 'nothing';
    return typeof node.value === 'number' ? 'number' : typeof node.value === 'boolean' ? 'flag' : 'nothing';
  }

  override get scalar(): Scalar | undefined {
    if (this.kind === 'text') return this.#text?.body;
    if (this.kind === 'number' || this.kind === 'flag') return this.#node?.value as Scalar;
    return this.kind === 'nothing' ? null : undefined;
  }

  override text(): DecodedText | undefined {
    return this.#text;
  }

  override member(key: string): Value | undefined {
    let found: Value | undefined;
    for (const [name, value] of this.members()) if (name === key) found = value;
    return found;
  }

  override *members(): Generator<readonly [string, Value]> {
    if (this.kind !== 'object') return;
    const last = new Map<string, Node>();
    for (const [key, value] of propertiesOf(this.#node)) last.set(key, value);
    for (const [key, node] of last) yield [key, new ScriptValue(this.#source, node, step(this.pointer, key))];
  }

  override *items(): Generator<Value> {
    if (this.kind !== 'array') return;
    for (const [index, node] of childrenOf(this.#node, 'elements').entries())
      yield new ScriptValue(this.#source, node, step(this.pointer, index));
  }
}

function* propertiesOf(node: Node | undefined): Generator<readonly [string, Node]> {
  const isEnum = node?.type === 'TSEnumDeclaration';
  for (const property of childrenOf(node, isEnum ? 'members' : 'properties')) {
    const key = childOf(property, isEnum ? 'id' : 'key');
    const value = childOf(property, isEnum ? 'initializer' : 'value');
    const name = property.computed === true && key?.type === 'Identifier' ? undefined : nameOf(key);
    if (name !== undefined && value) yield [name, value];
  }
}
