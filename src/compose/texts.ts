import type { Condition } from '../model/rendering.js';
import type { Placeholder, Reply } from '../model/reply.js';
import type { Span } from '../model/span.js';
import type { Markedup } from './markup/index.js';
import { placeholdersOf } from './placeholders.js';
import { type Cuts, type CutText, cut, type Dropped } from './render.js';
import { apartIn } from './template/apart.js';
import { capturesIn } from './template/captures.js';
import type { Choice } from './template/choice.js';
import { choicesOf } from './template/choices.js';
import { conflictsIn } from './template/leftovers.js';
import { lex } from './template/lexer.js';
import { masked } from './template/mask.js';
import { roleOfSubject } from './template/roles.js';
import { templateOf } from './template/tree.js';
import { spansIn, Window } from './template/window.js';

/** The text that a body shows after a choice at every conditional. */
export interface Text {
  readonly cutText: CutText;
  readonly conditions: readonly Condition[];
  /** True if the text is a single branch. Such texts are used if a body has too many texts to check each of them. */
  readonly isPart: boolean;
}

/** The texts of a body after its template has been applied. */
export interface Texts {
  readonly texts: readonly Text[];
  /** False if the body has more texts than are checked. */
  readonly all: boolean;
  readonly placeholders: readonly Placeholder[];
  /** The names of variables that hold text of the body. */
  readonly captured: ReadonlySet<string>;
  /** Faults in the template, with their spans in the body. */
  readonly problems: readonly { readonly span: Span; readonly message: string }[];
}

/** @throws TooComplex from `readMarkup` */
export function textsOf(reply: Reply, readMarkup: (body: string) => Markedup): Texts {
  const { body } = reply;
  const tokens = lex(body, reply);
  const template = templateOf(tokens, body.length);
  const captures = capturesIn(body, tokens, template);
  const placeholders = placeholdersOf(reply, tokens, captures.far);
  const dropped = sorted<Dropped>([...template.hidden, ...captures.hidden]);
  const cutBy = cutter(reply, readMarkup(masked(body, tokens)), { dropped, placeholders });
  const { choices, all } = choicesOf(template.conditionals);
  const apart = captures.apart.map((only) => apartIn(template.conditionals, only));
  return {
    texts: [...choices, ...apart].map((choice) => ({
      cutText: cutBy(choice),
      conditions: choice.conditions.map((answered): Condition => {
        return { ...answered, role: roleOfSubject(answered.subject, reply.placeholders) };
      }),
      isPart: choice.only !== undefined,
    })),
    all,
    placeholders,
    captured: captures.far,
    problems: [...template.problems, ...conflictsIn(body)],
  };
}

/** Returns a function that cuts out the text for a choice. `always` contains what every text drops and shows. */
function cutter(reply: Reply, markedup: Markedup, always: Cuts): (choice: Choice) => CutText {
  let window: Window | undefined;
  return ({ dropped, only }) => {
    if (!only) return cut(reply, markedup, { ...always, dropped: merged<Dropped>(always.dropped, dropped) });
    window ??= new Window(markedup);
    return cut(reply, window.on(only), {
      dropped: merged<Dropped>(spansIn(always.dropped, only, (span) => span).filter(notAll(only)), dropped),
      placeholders: spansIn(always.placeholders, only, ({ span }) => span),
    });
  };
}

/** A text that is read on its own is still dropped from the place where it is written. */
function notAll(only: Span): (span: Span) => boolean {
  return ({ start, end }) => start !== only.start || end !== only.end;
}

/** Sorts spans by start, and removes those inside another span. */
function sorted<T extends Span>(spans: readonly T[]): readonly T[] {
  if (spans.length < 2) return spans;
  return outermost(areInOrder(spans) ? spans : [...spans].sort(inOrder));
}

/** Does the same as `sorted` for two lists, which are nearly always in order already. */
function merged<T extends Span>(some: readonly T[], others: readonly T[]): readonly T[] {
  if (others.length === 0) return sorted(some);
  if (!areInOrder(some) || !areInOrder(others)) return sorted([...some, ...others]);
  const all: T[] = [];
  let next = 0;
  for (const span of some) {
    for (; next < others.length && inOrder(span, others[next] as T) > 0; next += 1) all.push(others[next] as T);
    all.push(span);
  }
  for (; next < others.length; next += 1) all.push(others[next] as T);
  return all.length < 2 ? all : outermost(all);
}

function inOrder(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

function areInOrder(spans: readonly Span[]): boolean {
  for (let nth = 1; nth < spans.length; nth += 1)
    if (inOrder(spans[nth - 1] as Span, spans[nth] as Span) > 0) return false;
  return true;
}

/** Removes spans inside another span. */
function outermost<T extends Span>(spans: readonly T[]): readonly T[] {
  const kept: T[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const span of spans) {
    if (span.end <= end) continue;
    kept.push(span);
    end = span.end;
  }
  return kept;
}
