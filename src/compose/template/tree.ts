import type { Span } from '../../model/span.js';
import type { TemplateToken } from './lexer.js';

type Tag = Extract<TemplateToken, { kind: 'tag' }>;

/** What is asked at one arm: whether the subject has one of the values. */
export interface Test {
  readonly subject: string;
  readonly values: readonly (string | true)[];
  /** `unless`, `!=`: the arm is taken where it has none of them. */
  readonly negated: boolean;
}

/** One of the texts that a conditional chooses between; without a test: what is taken where no other arm is. */
export interface Arm {
  readonly test: Test | undefined;
  /** The stretch of the body between its tag and the next. */
  readonly span: Span;
  readonly children: readonly Conditional[];
}

export interface Conditional {
  /** From the first tag to the end of the last. */
  readonly span: Span;
  readonly arms: readonly Arm[];
}

/** The body's template: what chooses, what is never shown, what is wrong. */
export interface Template {
  readonly conditionals: readonly Conditional[];
  /** Tags and comments: stretches that no customer sees. */
  readonly hidden: readonly Span[];
  /** Names that `capture` fills with text; what they hold is not seen where they are used. */
  readonly captured: ReadonlySet<string>;
  readonly problems: readonly { readonly span: Span; readonly message: string }[];
}

const OPENS: Record<string, string> = { if: 'endif', unless: 'endunless', case: 'endcase', for: 'endfor' };
const CLOSES: Record<string, string> = { endif: 'if', endunless: 'unless', endcase: 'case', endfor: 'for' };
const SKIPS: Record<string, string> = { comment: 'endcomment', capture: 'endcapture' };

interface Open {
  readonly tag: Tag;
  readonly name: string;
  readonly arms: Arm[];
  test: Test | undefined;
  armStart: number;
  children: Conditional[];
  /** `case`: what is compared. */
  readonly subject: string;
}

/** Builds the tree of conditionals. Unbalanced tags are reported and otherwise left out; it never throws. */
export function templateOf(tokens: readonly TemplateToken[], length: number): Template {
  const builder = new Builder(length);
  for (const token of tokens)
    if (token.kind === 'tag') builder.take(token);
    else if (token.kind === 'comment') builder.hide(token.span);
  return builder.finish();
}

class Builder {
  readonly #length: number;
  readonly #open: Open[] = [];
  readonly #roots: Conditional[] = [];
  readonly #hidden: Span[] = [];
  readonly #captured = new Set<string>();
  readonly #problems: { span: Span; message: string }[] = [];
  /** How many blocks of a name are open. */
  readonly #depths = new Map<string, number>();
  #skipping: { tag: Tag; until: string } | undefined;
  #raw: Tag | undefined;

  constructor(length: number) {
    this.#length = length;
  }

  hide(span: Span): void {
    if (!this.#skipping) this.#hidden.push(span);
  }

  take(tag: Tag): void {
    if (this.#skipping) {
      if (tag.name !== this.#skipping.until) return;
      this.#hidden.push({ start: this.#skipping.tag.span.start, end: tag.span.end });
      this.#skipping = undefined;
      return;
    }
    // A comment that is closed is no tag.
    const until = tag.family === 'liquid' && tag.name !== 'comment' ? SKIPS[tag.name] : undefined;
    if (until) {
      if (tag.name === 'capture') this.#captured.add(tag.expression.split(' ')[0]?.toLowerCase() ?? '');
      this.#skipping = { tag, until };
      return;
    }
    if (tag.name === 'include' || tag.name === 'render') return;
    this.#hidden.push(tag.span);
    if (this.#verbatim(tag)) return;
    if (tag.family === 'liquid') this.#liquid(tag);
    else this.#handlebars(tag);
  }

  finish(): Template {
    if (this.#skipping) {
      this.#wrong(this.#skipping.tag, `{% ${this.#skipping.tag.name} %} is never closed`);
      this.#hidden.push(this.#skipping.tag.span);
    }
    if (this.#raw) this.#wrong(this.#raw, `${written(this.#raw)} is never closed`);
    for (let at = this.#open.length - 1; at >= 0; at -= 1) {
      const open = this.#open[at];
      if (open) this.#wrong(open.tag, `${written(open.tag)} is never closed`);
    }
    this.#forgetUnsure();
    while (this.#open.length > 0) this.#close(this.#length, this.#length);
    return {
      conditionals: this.#roots,
      hidden: this.#hidden,
      captured: this.#captured,
      problems: this.#problems,
    };
  }

  /** Where `comment` and `raw` are closed, their end is what follows; a closed `comment` is no tag at all. */
  #verbatim(tag: Tag): boolean {
    const raw = this.#raw;
    this.#raw = undefined;
    if (raw && tag.name === 'endraw') return true;
    if (raw) this.#wrong(raw, `${written(raw)} is never closed`);
    if (tag.name === 'raw') this.#raw = tag;
    else if (tag.name === 'comment') this.#wrong(tag, `${written(tag)} is never closed`);
    else if (tag.name === 'endraw' || tag.name === 'endcomment') this.#wrong(tag, `${written(tag)} closes nothing`);
    else return false;
    return true;
  }

  #liquid(tag: Tag): void {
    if (OPENS[tag.name]) this.#begin(tag, tag.name, tag.expression);
    else if (CLOSES[tag.name]) this.#end(tag, CLOSES[tag.name] ?? '');
    else if (tag.name === 'elsif' || tag.name === 'elseif') this.#next(tag, testOf(tag.expression), ['if', 'unless']);
    else if (tag.name === 'when') this.#next(tag, whenOf(this.#open.at(-1)?.subject ?? '', tag.expression), ['case']);
    else if (tag.name === 'else') this.#next(tag, undefined, ['if', 'unless', 'case', 'for']);
  }

  #handlebars(tag: Tag): void {
    const block = tag.name.slice(1);
    if (tag.name.startsWith('#') || tag.name.startsWith('^')) {
      const negated = tag.name.startsWith('^') || block === 'unless';
      const subject = block === 'if' || block === 'unless' ? tag.expression : `${block} ${tag.expression}`.trim();
      this.#begin(tag, block, subject, negated);
    } else if (tag.name.startsWith('/')) this.#end(tag, block);
    else if (tag.name === 'else') this.#next(tag, undefined);
    else if (tag.name === 'else if') this.#next(tag, testOf(tag.expression));
  }

  #begin(tag: Tag, name: string, subject: string, negated = name === 'unless'): void {
    const test = name === 'case' ? undefined : name === 'for' ? loopOf(subject) : testOf(subject);
    this.#depths.set(name, (this.#depths.get(name) ?? 0) + 1);
    this.#open.push({
      tag,
      name,
      arms: [],
      test: test && negated ? { ...test, negated: !test.negated } : test,
      armStart: tag.span.end,
      children: [],
      subject,
    });
  }

  #next(tag: Tag, test: Test | undefined, within?: readonly string[]): void {
    const open = this.#open.at(-1);
    if (!open || (within && !within.includes(open.name))) {
      this.#wrong(
        tag,
        `${written(tag)} stands outside ${within ? within.map((name) => `{% ${name} %}`).join(' or ') : 'a block'}`,
      );
      return;
    }
    this.#finishArm(open, tag.span.start);
    open.test = test;
    open.armStart = tag.span.end;
    open.children = [];
  }

  #end(tag: Tag, name: string): void {
    const open = this.#open.at(-1);
    if (open?.name === name) this.#close(tag.span.start, tag.span.end);
    else if (!this.#depths.get(name)) this.#wrong(tag, `${written(tag)} closes nothing`);
    else {
      if (open) this.#wrong(open.tag, `${written(open.tag)} is closed by ${written(tag)}`);
      while (this.#open.at(-1)?.name !== name) this.#close(tag.span.start, tag.span.start);
      this.#close(tag.span.start, tag.span.end);
    }
  }

  /** Where nobody knows what a tag was to hold, nothing is taken for optional. */
  #forgetUnsure(): void {
    const kept: Open[] = [];
    for (const open of this.#open) {
      if (open.arms.length > 0 || open.name === 'case') kept.push(open);
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
    const conditional = { span: { start: open.tag.span.start, end }, arms: open.arms };
    (this.#open.at(-1)?.children ?? this.#roots).push(conditional);
  }

  #finishArm(open: Open, end: number): void {
    // What stands between {% case %} and its first {% when %} is never shown.
    if (
      open.name === 'case' &&
      open.arms.length === 0 &&
      open.test === undefined &&
      open.armStart === open.tag.span.end
    ) {
      if (end > open.armStart) this.#hidden.push({ start: open.armStart, end });
      open.armStart = -1;
      return;
    }
    open.arms.push({ test: open.test, span: { start: open.armStart, end }, children: open.children });
  }

  #wrong(tag: Tag, message: string): void {
    this.#problems.push({ span: tag.span, message });
  }
}

function written({ name, family, expression }: Tag): string {
  const words = family === 'liquid' && expression !== '' ? `${name} ${expression}` : name;
  return family === 'liquid' ? `{% ${words} %}` : `{{${name}}}`;
}

const COMPARISON = /^([\w.[\]-]{1,200})\s*(==|!=|<>|=)\s*(?:"([^"]{0,200})"|'([^']{0,200})'|([\w.-]{1,100}))$/;

/** `ticket.language == "de"` compares; everything else is one question with the answers yes and no. */
function testOf(expression: string): Test {
  const plain = expression
    .replace(/&quot;|&#34;|[“”]/g, '"')
    .replace(/&#39;|&apos;|[‘’]/g, "'")
    .replace(/&nbsp;/g, ' ')
    .trim();
  const compared = COMPARISON.exec(plain);
  if (compared) {
    const value = compared[3] ?? compared[4] ?? compared[5] ?? '';
    return { subject: compared[1] ?? '', values: [value], negated: compared[2] === '!=' || compared[2] === '<>' };
  }
  const negated = /^not\s+(\S.*)$/.exec(plain);
  return { subject: negated?.[1] ?? plain, values: [true], negated: negated !== null };
}

function whenOf(subject: string, expression: string): Test {
  const values = expression
    .split(/\s*,\s*|\s+or\s+/)
    .map((value) => value.replace(/&quot;|&#39;|["'“”‘’]/g, '').trim())
    .filter((value) => value !== '');
  return { subject, values: values.length > 0 ? values : [expression], negated: false };
}

function loopOf(expression: string): Test {
  return { subject: expression, values: [true], negated: false };
}
