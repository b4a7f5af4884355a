import type { Span } from '../../model/span.js';
import type { TemplateToken } from './token.js';
import type { NamedText, Template } from './tree.js';

/** What happens to the texts that a body keeps in variables. */
export interface Captures {
  /** Texts that are never used, and uses that directly follow the text they show. */
  readonly hidden: readonly Span[];
  /** Names that are used elsewhere: their text is shown where it is written. */
  readonly far: ReadonlySet<string>;
  /** Texts that are shown somewhere and read on their own. */
  readonly apart: readonly Span[];
}

/** A text kept in a variable is read where it is written; an unused one never reaches a customer. */
export function capturesIn(
  body: string,
  tokens: readonly TemplateToken[],
  { captured, apart }: Pick<Template, 'captured' | 'apart'>,
): Captures {
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

/** Variables that are output or passed on; a condition on one shows nothing. */
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

/** `line` of `{{ line | strip }}`, `{{ line() }}` and `${line}`. */
export function nameOf(path: string): string {
  return (/[\w.-]+/.exec(path)?.[0] ?? '').toLowerCase();
}

function namesIn(written: string): string[] {
  return written.toLowerCase().match(/[\w.-]{1,100}/g) ?? [];
}
