import type { Declared, Helpdesk, Markup } from '../model/reply.js';
import type { Format } from './container/tree.js';
import { Broken, listOf, saysNo, type Value } from './container/value.js';
import type { AdapterOfRecords, Found } from './content.js';
import { follow, parsePath, type Reached } from './json-path.js';
import { localeFrom } from './locale-in-name.js';
import { markupOf, problemOf, replyFrom } from './reply-from.js';

/** The places of the replies in a file, as declared in the configuration. */
export interface FileDeclaration {
  /** The format of the file, regardless of its extension: structured data, or a text with that markup. */
  readonly format?: Format | Markup;
  /** The place of the texts, either as a path from the top (`$.items[*].text`) or as a key of each top-level entry. */
  readonly body?: string;
  /** Keys that are next to the text or in a value around it. */
  readonly title?: string;
  readonly id?: string;
  readonly locale?: string;
  readonly channel?: string;
  readonly tags?: string;
  readonly active?: string;
  readonly internal?: string;
  readonly markup?: Markup;
  readonly helpdesk?: Helpdesk;
}

/** Returns the configured markup of the texts in a file. Undefined for structured data, or if it is not configured. */
export function declaredMarkup(declaration: FileDeclaration | undefined): Markup | undefined {
  const { format, body, markup } = declaration ?? {};
  if (format !== undefined) return isMarkup(format) ? format : undefined;
  return body === undefined ? markup : undefined;
}

function isMarkup(format: Format | Markup): format is Markup {
  return format === 'text' || format === 'markdown' || format === 'html';
}

/** Returns the configured format of the data in a file. */
export function declaredFormat(declaration: FileDeclaration | undefined): Format | undefined {
  const format = declaration?.format;
  return format === undefined || isMarkup(format) ? undefined : format;
}

/** Returns true for a value that marks a reply as internal, such as `true`, `yes`, `internal` or `private`. */
function saysInternal(value: Value | undefined): boolean {
  return /^(?:true|1|yes|y|internal|private|staff|agents?)$/i.test(String(value?.scalar ?? ''));
}

/** Creates an adapter that reads the texts at the configured places. */
export function repliesAt(declaration: FileDeclaration): AdapterOfRecords {
  return {
    name: `replies at ${declaration.body}, as configured`,
    recognises: ({ tree }) => tree !== undefined,
    *replies({ tree, file }) {
      const path = parsePath(declaration.body ?? '$');
      let count = 0;
      for (const root of tree?.roots ?? []) {
        // If the path does not pass through the records, they are read separately to report the broken ones.
        if (path[0] === undefined || (path[0] !== 'all' && 'key' in path[0])) yield* brokenIn(root);
        for (const reached of follow(path, root)) {
          if (reached.value instanceof Broken) yield { problem: problemOf(reached.value) };
          if (reached.value.kind !== 'text') continue;
          count += 1;
          yield* replyAt(reached, declaration, file.path);
        }
      }
      const span = { start: 0, end: 0 };
      const message = tree
        ? `No text at “${declaration.body}”, where the configuration expects replies`
        : 'Not checked: the configuration sets a path to the texts in this file; also set `format`';
      if (count === 0) yield { problem: { span, message, fatal: tree === undefined, notice: tree !== undefined } };
    },
  };
}

/** Yields CSV and NDJSON records that cannot be read. */
function* brokenIn(root: Value): Generator<Found> {
  if (root.kind !== 'array') return;
  for (const item of root.items()) if (item instanceof Broken) yield { problem: problemOf(item) };
}

function replyAt(reached: Reached, declaration: FileDeclaration, path: string): Iterable<Found> {
  const { value, above, keys } = reached;
  const beside = (name: string | undefined): Value | undefined => {
    if (name === undefined) return undefined;
    for (const holder of above) {
      const found = holder.member(name);
      if (found) return found;
    }
    return undefined;
  };
  const asText = (name: string | undefined): string | undefined => {
    const scalar = beside(name)?.scalar;
    return scalar === undefined || scalar === null || scalar === '' ? undefined : String(scalar);
  };
  const channel = asText(declaration.channel);
  const tags = listOf(beside(declaration.tags));
  const said: Declared = {
    ...localeFrom(asText(declaration.locale), path),
    ...(channel !== undefined && { channel }),
    ...(tags.length > 0 && { tags }),
  };
  return replyFrom(value, {
    entry: above[0]?.kind === 'object' && declaration.title !== undefined ? above[0] : value,
    id: asText(declaration.id),
    // In a map from titles to texts, the key is the title.
    title: asText(declaration.title) ?? (declaration.title === undefined ? keys[0] : undefined),
    markup: declaration.markup ?? markupOf(String(value.scalar)),
    helpdesk: declaration.helpdesk,
    declared: said,
    active: !saysNo(beside(declaration.active)),
    audience: saysInternal(beside(declaration.internal)) ? 'staff' : 'customer',
  });
}
