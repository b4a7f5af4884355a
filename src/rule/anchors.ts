/** Matches front matter, whose last line is not the underline of a heading. */
const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n[\s\S]*?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
/** Matches directives by which a generator inserts another text, with headings that are not visible here. */
const INSERTED = /\{%|\{\{[<%>]|--8<--|!\[\[|^[ \t]{0,9}import\s/m;
/** Matches references to lines of a file, which code hosts resolve. */
const LINES = /^l\d+(?:c\d+)?(?:-l?\d+(?:c\d+)?)?$/;

/** The anchors in a text: those that are written in it, and those that tools generate for its headings. */
export interface Anchors {
  readonly written: ReadonlySet<string>;
  /** The anchors that GitHub generates, and the same with letters and digits only. */
  readonly generated: ReadonlySet<string>;
  /** True if the text may have more anchors that are not visible in it. */
  readonly isPartial: boolean;
}

/** Returns the anchors in a Markdown or HTML text. */
export function anchorsIn(text: string): Anchors {
  const body = text.replace(FRONT_MATTER, '');
  const written = new Set<string>();
  for (const [, id = ''] of body.matchAll(/\b(?:id|name)\s{0,9}=\s{0,9}["']?([^"'\s>]{1,200})/gi))
    written.add(id.toLowerCase());
  for (const [, id = ''] of body.matchAll(/\{#([\w:.-]{1,200})\}/g)) written.add(id.toLowerCase());
  const generated = new Set<string>();
  const headings = body.matchAll(/^ {0,3}#{1,6}[ \t]+(.{1,300})$|^(.{1,300})\r?\n {0,3}(?:=+|-+)[ \t]*$/gm);
  for (const [, atx, setext] of headings) {
    const slug = slugOf(atx ?? setext ?? '');
    generated.add(slug).add(bare(slug));
  }
  const isScripted = written.size === 0 && /<script\b/i.test(body);
  return { written, generated, isPartial: isScripted || INSERTED.test(body) };
}

/**
 * Returns true if one of the anchors is certainly, or may be, the target of a link.
 * @param anchor without `#`
 */
export function mayHaveAnchor({ written, generated, isPartial }: Anchors, anchor: string): boolean {
  const wanted = anchor.toLowerCase();
  if (isPartial || wanted === 'top' || LINES.test(wanted)) return true;
  const numbered = wanted.replace(/-\d+$/, '');
  return written.has(wanted) || [wanted, numbered, bare(wanted)].some((slug) => generated.has(slug));
}

/** Returns the anchor that GitHub generates for a heading. */
function slugOf(heading: string): string {
  return heading
    .trim()
    .replace(/!?\[([^[\]]{0,300})\]\([^()]{0,500}\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

/**
 * Returns only the letters and digits of an anchor, because tools generate anchors differently from the same letters.
 */
function bare(slug: string): string {
  return slug.replace(/[^\p{L}\p{N}]/gu, '');
}
