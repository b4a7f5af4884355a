import { type Options, Parser } from 'acorn';

/** A node of an ESTree syntax tree, including TypeScript nodes. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** The statements of a script, or the position of its syntax error. */
export type Script =
  | { readonly statements: readonly Node[]; readonly error?: undefined }
  | { readonly error: { readonly offset: number; readonly message: string } };

/**
 * Parses JavaScript or TypeScript, with or without JSX. The code is never run.
 * @param extension the extension of the file: `<` begins a type in `.ts` and an element in other files
 */
export async function parseScript(text: string, extension: string): Promise<Script> {
  const { tsPlugin } = await import('@sveltejs/acorn-typescript');
  const parser = Parser.extend(tsPlugin({ jsx: !/^[cm]?ts$/.test(extension) }));
  const options: Omit<Options, 'sourceType'> = {
    ecmaVersion: 'latest',
    // The TypeScript plug-in requires locations.
    locations: true,
    allowReturnOutsideFunction: true,
  };
  try {
    return statementsOf(parser.parse(text, { ...options, sourceType: 'module' }));
  } catch (error) {
    const failed = problemOf(error);
    try {
      return statementsOf(Parser.parse(text, { ...options, sourceType: 'script' }));
    } catch (again) {
      problemOf(again);
      return failed;
    }
  }
}

function statementsOf(program: unknown): Script {
  return { statements: (program as { body: readonly Node[] }).body };
}

function problemOf(error: unknown): Extract<Script, { error: object }> {
  // Code that exhausts the stack is too deeply nested to be a list of replies.
  if (error instanceof RangeError) return { error: { offset: 0, message: 'nested too deep' } };
  if (!(error instanceof SyntaxError)) throw error;
  const { pos = 0 } = error as SyntaxError & { readonly pos?: number };
  const message = error.message.replace(/ \(\d+:\d+\)$/, '');
  return { error: { offset: pos, message: message.charAt(0).toLowerCase() + message.slice(1) } };
}

/** Returns a child node. */
export function childOf(node: Node | undefined, key: string): Node | undefined {
  const child = node?.[key];
  return typeof child === 'object' && child !== null && 'type' in child ? (child as Node) : undefined;
}

/** Returns the nodes of a list, without holes. */
export function childrenOf(node: Node | undefined, key: string): readonly Node[] {
  const children = node?.[key];
  return Array.isArray(children) ? children.filter((child) => child !== null && child !== undefined) : [];
}

/** Returns the name in a node, if it is known without running code: `late`, `'late'`. */
export function nameOf(node: Node | undefined): string | undefined {
  if (node?.type === 'Identifier') return String(node.name);
  return node?.type === 'Literal' && (typeof node.value === 'string' || typeof node.value === 'number')
    ? String(node.value)
    : undefined;
}

/** Matches calls that return their argument. */
const KEEPS = /^(?:freeze|seal|preventExtensions|as\w*|const|readonly|define\w*|create\w*)$/i;

/**
 * Removes wrappers that do not affect the value of an expression: types, `Object.freeze()`, and functions that only
 * return it.
 */
export function bare(node: Node | undefined): Node | undefined {
  switch (node?.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'ParenthesizedExpression':
      return bare(childOf(node, 'expression'));
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'FunctionDeclaration':
      return bare(returnedBy(node));
    case 'CallExpression': {
      const [first, second] = childrenOf(node, 'arguments');
      const callee = childOf(node, 'callee');
      const name = nameOf(callee) ?? nameOf(childOf(callee, 'property')) ?? '';
      return first && !second && KEEPS.test(name) ? bare(first) : node;
    }
    default:
      return node;
  }
}

/** Returns the value of a function that only returns it. */
function returnedBy(node: Node): Node | undefined {
  const body = childOf(node, 'body');
  if (body?.type !== 'BlockStatement') return body;
  const [only, second] = childrenOf(body, 'body');
  return only?.type === 'ReturnStatement' && !second ? childOf(only, 'argument') : undefined;
}
