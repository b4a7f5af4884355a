import type { Span } from '../../model/span.js';
import { whenOf } from './test-of.js';
import type { Tag, TemplateToken, Test } from './token.js';

export type { Test } from './token.js';

/** One of the texts that a conditional chooses between. A branch without a test is for all other cases. */
export interface Arm {
  readonly test: Test | undefined;
  /** The span of the body between the tag of this branch and the next tag. */
  readonly span: Span;
  readonly children: readonly Conditional[];
}

export interface Conditional {
  /** The span from the start of the first tag to the end of the last. */
  readonly span: Span;
  readonly arms: readonly Arm[];
}

/** A span that is hidden from customers, and the text they see instead. */
export interface Hidden extends Span {
  readonly shows?: string;
}

/** The structure of a body's template: its conditionals, hidden spans and faults. */
export interface Template {
  readonly conditionals: readonly Conditional[];
  /** Tags and comments, which are hidden from customers. */
  readonly hidden: readonly Hidden[];
  /** Names of variables that hold text of this body, with the spans of these texts. */
  readonly captured: ReadonlyMap<string, Span>;
  /** Texts in variables that are read on their own. One variable may hold several texts. */
  readonly apart: readonly NamedText[];
  readonly problems: readonly { readonly span: Span; readonly message: string }[];
}

/** A text that is assigned to a variable. */
export interface NamedText {
  readonly name: string;
  readonly span: Span;
}

interface Open {
  readonly tag: Tag;
  readonly name: string;
  readonly arms: Arm[];
  /** True while the block has no branch yet, so that it shows nothing. */
  waits: boolean;
  test: Test | undefined;
  armStart: number;
  children: Conditional[];
  /** True once the default branch has been read. */
  hasElse: boolean;
  /** The subject that a `case` block compares. */
  readonly subject: string;
}

/** Builds the tree of conditionals. Unbalanced tags are reported and otherwise ignored; no error is thrown. */
export function templateOf(tokens: readonly TemplateToken[], length: number): Template {
  if (tokens.every(({ kind }) => kind === 'placeholder')) return PLAIN;
  const builder = new Builder(length);
  for (const token of tokens)
    if (token.kind === 'tag') builder.take(token);
    else if (token.kind === 'comment') builder.hide(token.span);
  return builder.finish();
}

/** The structure of a body without tags and comments. */
const PLAIN: Template = { conditionals: [], hidden: [], captured: new Map(), apart: [], problems: [] };

class Builder {
  readonly #length: number;
  readonly #open: Open[] = [];
  readonly #roots: Conditional[] = [];
  readonly #hidden: Hidden[] = [];
  readonly #captured = new Map<string, Span>();
  readonly #apart: NamedText[] = [];
  readonly #problems: { span: Span; message: string }[] = [];
  /** For each name, the number of open blocks with that name. */
  readonly #depths = new Map<string, number>();

  constructor(length: number) {
    this.#length = length;
  }

  hide(span: Hidden): void {
    this.#hidden.push(span);
  }

  take(tag: Tag): void {
    const { does, problem } = tag;
    if (problem !== undefined) this.#wrong(tag, problem);
    if (does.is !== 'include') this.hide(tag.shows === undefined ? tag.span : { ...tag.span, shows: tag.shows });
    if (does.is === 'open') this.#begin(tag, does.block, { test: does.test });
    else if (does.is === 'choose') this.#begin(tag, does.block, { waits: true, subject: does.subject });
    else if (does.is === 'capture') this.#begin(tag, does.block, {});
    else if (does.is === 'branch') this.#branch(tag, does);
    else if (does.is === 'close') this.#end(tag, does.block);
  }

  finish(): Template {
    for (let at = this.#open.length - 1; at >= 0; at -= 1) {
      const open = this.#open[at];
      if (open) this.#wrong(open.tag, 'is never closed');
    }
    this.#forgetUnsure();
    while (this.#open.length > 0) this.#close(this.#length, this.#length);
    return {
      conditionals: this.#roots,
      hidden: this.#hidden,
      captured: this.#captured,
      apart: this.#apart,
      problems: this.#problems,
    };
  }

  #begin(tag: Tag, name: string, more: { test?: Test | undefined; waits?: boolean; subject?: string }): void {
    this.#depths.set(name, (this.#depths.get(name) ?? 0) + 1);
    this.#open.push({
      tag,
      name,
      arms: [],
      waits: more.waits ?? false,
      test: more.test,
      armStart: tag.span.end,
      children: [],
      hasElse: false,
      subject: more.subject ?? '',
    });
  }

  #branch(tag: Tag, does: Extract<Tag['does'], { is: 'branch' }>): void {
    const open = this.#open.at(-1);
    if (!open || (does.of && !does.of.includes(open.name)) || open.tag.does.is === 'capture') {
      const outside = does.of?.map((name) => `{% ${name} %}`).join(' or ') ?? 'a block';
      this.#wrong(tag, `is outside ${tag.written.startsWith('{%') ? outside : 'a block'}`);
      return;
    }
    // A block that shows its text unconditionally but also has an alternative: one of the two is shown.
    if (open.tag.does.is === 'open' && open.arms.length === 0 && !open.hasElse)
      open.test ??= { subject: open.tag.written, values: [true], negated: false };
    this.#finishArm(open, tag.span.start);
    open.test = does.when === undefined ? does.test : whenOf(open.subject, does.when);
    if (open.hasElse && tag.problem === undefined)
      this.#wrong(
        tag,
        open.test
          ? 'comes after the last {% else %} and is never reached'
          : 'appears twice; only the first one takes effect',
      );
    // Text after the default branch is never shown.
    open.waits = open.hasElse;
    open.hasElse ||= open.test === undefined;
    open.armStart = tag.span.end;
    open.children = [];
  }

  #end(tag: Tag, name: string | undefined): void {
    const open = this.#open.at(-1);
    if (open && (name === undefined || open.name === name)) this.#close(tag.span.start, tag.span.end);
    else if (name === undefined || !this.#depths.get(name)) this.#wrong(tag, 'closes nothing');
    else {
      if (open) this.#wrong(open.tag, `is closed by ${tag.written}`);
      while (this.#open.at(-1)?.name !== name) this.#close(tag.span.start, tag.span.start);
      this.#close(tag.span.start, tag.span.end);
    }
  }

  /** If the extent of a tag is uncertain, nothing inside it is treated as conditional. */
  #forgetUnsure(): void {
    const kept: Open[] = [];
    for (const open of this.#open) {
      if (open.arms.length > 0 || open.waits) kept.push(open);
      else for (const child of open.children) (kept.at(-1)?.children ?? this.#roots).push(child);
    }
    this.#open.length = 0;
    for (const open of kept) this.#open.push(open);
  }

  #close(armEnd: number, end: number): void {
    const open = this.#open.pop();
    if (!open) return;
    this.#depths.set(open.name, (this.#depths.get(open.name) ?? 0) - 1);
    this.#finishArm(open, armEnd);
    const outer = this.#open.at(-1)?.children ?? this.#roots;
    const { does } = open.tag;
    if (does.is === 'capture') {
      const name = does.name.toLowerCase();
      const span = { start: open.tag.span.end, end: armEnd };
      if (does.apart) this.#apart.push({ name, span });
      else this.#captured.set(name, span);
    }
    const isAlways = open.arms.length === 1 && open.arms[0]?.test === undefined && !open.hasElse;
    if (isAlways) for (const child of open.arms[0]?.children ?? []) outer.push(child);
    else if (open.arms.length > 0) outer.push({ span: { start: open.tag.span.start, end }, arms: open.arms });
  }

  #finishArm(open: Open, end: number): void {
    if (open.waits) {
      if (end > open.armStart) this.#hidden.push({ start: open.armStart, end });
      open.waits = false;
      return;
    }
    open.arms.push({ test: open.test, span: { start: open.armStart, end }, children: open.children });
  }

  #wrong(tag: Tag, problem: string): void {
    this.#problems.push({ span: tag.span, message: `${tag.written} ${problem}` });
  }
}
