import type { LoadedFile } from '../../lint/index.js';

/** A reply, as shown by `list`. */
export interface ReplyRow {
  readonly id: string;
  readonly title: string | null;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly pointer: string;
  readonly helpdesk: string | null;
  readonly form: string;
  readonly intent: string;
  /** The state of the reply: `open` or `concluded`. */
  readonly state: string;
  readonly topics: readonly string[];
  readonly locale: string;
  readonly channel: string | null;
  readonly active: boolean;
  readonly audience: string;
  /** The text of the first rendering, as the customer reads it. */
  readonly text: string;
  readonly reasons: readonly string[];
  readonly placeholders: readonly { text: string; role: string; kind: string; fallback?: string }[];
}

/**
 * Returns the rows for the replies of a file.
 * @param file the path of the file, as shown by `list`
 */
export function rowsOf(loaded: LoadedFile, file: string): ReplyRow[] {
  return loaded.replies.map(({ reply, compose }) => {
    const { composition, notChecked } = compose();
    const [rendering] = composition?.renderings ?? [];
    const end = loaded.file.placeOf(reply.map.spanOf({ start: 0, end: reply.body.length }).end);
    return {
      id: reply.id,
      title: reply.title ?? null,
      file,
      ...loaded.file.placeOf(reply.start),
      endLine: end.line,
      endColumn: end.column,
      pointer: reply.pointer,
      helpdesk: reply.helpdesk ?? null,
      form: rendering?.form ?? 'internal',
      intent: rendering?.intent ?? 'other',
      state: rendering?.state ?? 'concluded',
      topics: rendering?.topics ?? [],
      locale: rendering?.locale ?? 'und',
      channel: reply.declared.channel ?? null,
      active: reply.active,
      audience: reply.audience,
      text: rendering?.text ?? '',
      reasons: composition?.reasons() ?? [`not checked: ${notChecked}`],
      placeholders: (composition?.placeholders ?? []).map(({ text, role, kind, fallback }) => ({
        text,
        role,
        kind,
        ...(fallback !== undefined && { fallback }),
      })),
    };
  });
}
