import type { Span } from '../../model/span.js';
import type { TemplateToken } from './token.js';
import type { NamedText, Template } from './tree.js';

/** Says how the texts that a body assigns to variables are treated. */
export interface Captures {
  /** Texts that are never used, and uses that directly follow the assignment of their text. */
  readonly hidden: readonly Span[];
  /** Names of variables that are used in another place. Their text is shown where it is assigned. */
  readonly far: ReadonlySet<string>;
  /** Texts that are shown somewhere in the message but are read on their own. */
  readonly apart: readonly Span[];
}

/**
 * Decides how the texts of variables are treated. A text is read where it is assigned; a text that is never used does
 * not reach a customer.
 */
export function capturesIn(
  body: string,
  tokens: readonly TemplateToken[],
  { captured, apart }: Pick<Template, 'captured' | 'apart'>,
): Captures {
  if (captured.size === 0 && apart.length === 0) return NO_CAPTURES;
  const hidden: Span[] = [];
  const far = new Set<string>();
  const shown = shownApart(tokens, apart);
  for (const { name } of shown) far.add(name);
  for (const { span } of apart) hidden.push(span);
  const found = { hidden, far, apart: shown.map(({ span }) => span) };
  if (captured.size === 0) return found;
  const used = new Set<string>();
  const lastEnds = new Map([...captured].map(([name, { end }]) => [end, name]));
  let behind: { name: string; from: number } | undefined;
  for (const token of tokens) {
    if (token.kind === 'tag') {
      for (const name of namesIn(token.written)) if (captured.has(name) && token.does.is !== 'capture') used.add(name);
      const name = lastEnds.get(token.span.start);
      behind = name === undefined ? undefined : { name, from: token.span.end };
      continue;
    }
    const name = token.kind === 'placeholder' ? nameOf(token.path) : '';
    if (!captured.has(name)) continue;
    if (behind?.name === name && !used.has(name) && body.slice(behind.from, token.span.start).trim() === '')
      hidden.push(token.span);
    else far.add(name);
    used.add(name);
  }
  for (const [name, span] of captured) if (!used.has(name)) hidden.push(span);
  return found;
}

const NO_CAPTURES: Captures = { hidden: [], far: new Set(), apart: [] };

/** Returns the texts whose variables are output or passed on. A condition on a variable does not show its text. */
function shownApart(tokens: readonly TemplateToken[], apart: readonly NamedText[]): readonly NamedText[] {
  if (apart.length === 0) return [];
  const used = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'placeholder') for (const name of namesIn(token.text)) used.add(name);
    else if (token.kind === 'tag' && (token.does.is === 'nothing' || token.does.is === 'include'))
      for (const name of namesIn(token.written.replace(/^\{% (?:assign|set) \S+ = /, ''))) used.add(name);
  }
  return apart.filter(({ name }) => used.has(name));
}

/** Returns the name of a variable in an expression: `line` for `{{ line | strip }}`, `{{ line() }}` and `${line}`. */
export function nameOf(path: string): string {
  return (/[\w.-]+/.exec(path)?.[0] ?? '').toLowerCase();
}

function namesIn(written: string): string[] {
  return written.toLowerCase().match(/[\w.-]{1,100}/g) ?? [];
}
