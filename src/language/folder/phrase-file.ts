import { CONTEXTS, type Context } from '../context-names.js';
import { readEntry, type WrittenPhrase } from '../phrase/entry.js';
import { FolderError, type Place } from './lines.js';
import { type GroupRecord, recordIn } from './record.js';

/**
 * Where the words that excuse a match, or that it requires, may stand. `before` is the previous word in the same
 * clause, not counting fillers.
 */
export const REACHES = ['inside', 'before', 'clause', 'sentence', 'nearby', 'reply'] as const;
export type Reach = (typeof REACHES)[number];

/** Words that must, or must not, be within reach of a match. */
export interface Condition {
  /** The name of a word class (`@class`), or of a group in the same file (`[group]`). */
  readonly words: string;
  readonly within: Reach;
}

/** A text that proves that a phrase matches, or a similar text in which it must not match. */
export interface Evidence extends Place {
  readonly sign: '+' | '-';
  readonly text: string;
  /** The bracketed spans, in order. Empty if there are none. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
  /** Properties of the reply other than its text, as written after “given”. */
  readonly given: Readonly<Record<string, unknown>>;
}

/** A phrase in a phrase file. */
export interface FilePhrase extends Place, WrittenPhrase {
  readonly evidence: readonly Evidence[];
}

/** A group of phrases in a phrase file. */
export interface FileGroup extends Place {
  readonly name: string;
  readonly strict: boolean;
  readonly unbroken: boolean;
  readonly unless: readonly Condition[];
  readonly onlyWith: readonly Condition[];
  readonly ignoredIn?: readonly Context[];
  readonly record?: GroupRecord;
  /** The source that lists the phrases, if the group needs no record. */
  readonly plain?: string;
  /** The heading and the phrases as written, one per line. */
  readonly written: string;
  readonly phrases: readonly FilePhrase[];
}

/** The contents of `phrases/<rule>.txt`. */
export interface PhraseFile {
  readonly file: string;
  readonly rule: string;
  readonly groups: readonly FileGroup[];
  /** Texts for testing the whole rule. Those with `+` must be reported, and those with `-` must not. */
  readonly examples: readonly Evidence[];
}

/** The heading of the section with texts for the whole rule. */
const EXAMPLES = 'examples';

/**
 * Reads a phrase file.
 * @param file the name of the file in errors
 * @throws FolderError with the position of the fault and what was expected
 */
export function readPhrases(text: string, file: string, rule: string): PhraseFile {
  const reader = new Reader(file);
  for (const [index, written] of text.split(/\r?\n/).entries()) reader.read(written, index + 1);
  return { file, rule, ...reader.end() };
}

type Draft<T> = { -readonly [K in keyof T]: T[K] };
type DraftGroup = Draft<Omit<FileGroup, 'phrases'>> & { readonly phrases: Draft<FilePhrase>[] };

class Reader {
  readonly #file: string;
  readonly #groups: DraftGroup[] = [];
  readonly #examples: Evidence[] = [];
  #inExamples = false;
  #given: Readonly<Record<string, unknown>> = {};

  constructor(file: string) {
    this.#file = file;
  }

  read(written: string, line: number): void {
    const text = written.trim();
    const place = { file: this.#file, line, column: written.length - written.trimStart().length + 1 };
    if (text === '') return;
    if (text.startsWith('#')) this.#comment(text, place);
    else if (/^[+-]\s/.test(text)) this.#evidence(text, place);
    else if (/^given\s+[a-z]+:/.test(text)) this.#given = givenIn(text.slice('given'.length), place);
    else if (text.startsWith('[')) this.#heading(text, place);
    else this.#phrase(text, place);
  }

  end(): Pick<PhraseFile, 'groups' | 'examples'> {
    return { groups: this.#groups, examples: this.#examples };
  }

  /** Reads `# record: …` and `# plain: …`, which apply to the current group. Other comments are ignored. */
  #comment(text: string, place: Place): void {
    const [, kind, said = ''] = /^#\s*(record|plain):\s*(\S.*)?$/.exec(text) ?? [];
    if (kind === undefined) return;
    const group = this.#groups.at(-1);
    if (!group || this.#inExamples) throw new FolderError(`a ${kind} stands below the heading of its group`, place);
    if (kind === 'record') group.record = recordIn(said, place);
    else if (said === '') throw new FolderError('expected who names the phrases after “plain:”', place);
    else group.plain = said;
  }

  #heading(text: string, place: Place): void {
    const [, name = '', after = ''] = /^\[([^\]]*)\]\s*(\S.*)?$/.exec(text) ?? [];
    this.#given = {};
    this.#inExamples = name === EXAMPLES;
    if (this.#inExamples) return;
    if (!/^[a-z][A-Za-z0-9-]*$/.test(name)) throw new FolderError(`“[${name}]” is no name of a group`, place);
    if (this.#groups.some((group) => group.name === name))
      throw new FolderError(`the group “${name}” stands here twice`, place);
    const flags = new Flags(withoutComment(after), place).read();
    this.#groups.push({ ...place, name, ...flags, written: text, phrases: [] });
  }

  #phrase(text: string, place: Place): void {
    const group = this.#groups.at(-1);
    if (!group || this.#inExamples)
      throw new FolderError('a phrase stands below the heading of its group: “[name]”', place);
    this.#given = {};
    group.written += `\n${text}`;
    group.phrases.push({ ...place, ...readEntry(withoutComment(text)), evidence: [] });
  }

  #evidence(written: string, place: Place): void {
    const sign = written.startsWith('+') ? '+' : '-';
    const evidence = { ...place, sign, ...textOf(written.slice(1).trim(), sign, place), given: this.#given } as const;
    if (this.#inExamples) this.#examples.push(evidence);
    else {
      const phrase = this.#groups.at(-1)?.phrases.at(-1);
      if (!phrase) throw new FolderError(`“${sign}” stands below a phrase, or below “[${EXAMPLES}]”`, place);
      phrase.evidence = [...phrase.evidence, evidence];
    }
  }
}

/** Removes the comment at the end of a line. */
function withoutComment(text: string): string {
  return text.replace(/(?<!\s)\s+#\s[\s\S]*$/, '');
}

/** Returns the text with escapes resolved and brackets removed. */
function textOf(written: string, sign: '+' | '-', place: Place): Pick<Evidence, 'text' | 'marks'> {
  let text = '';
  const marks: { start: number; end: number }[] = [];
  let start: number | undefined;
  for (let at = 0; at < written.length; at += 1) {
    const letter = written[at] ?? '';
    const next = written[at + 1];
    if (letter === '\\' && next !== undefined && 'n[]\\'.includes(next)) {
      text += next === 'n' ? '\n' : next;
      at += 1;
    } else if (sign === '+' && letter === '[') {
      if (start !== undefined) throw new FolderError('“[” within “[ ]”; write “\\[” for the sign itself', place);
      start = text.length;
    } else if (sign === '+' && letter === ']') {
      if (start === undefined) throw new FolderError('“]” without “[”; write “\\]” for the sign itself', place);
      marks.push({ start, end: text.length });
      start = undefined;
    } else text += letter;
  }
  if (start !== undefined) throw new FolderError('“[” is not closed; write “\\[” for the sign itself', place);
  if (text === '') throw new FolderError(`expected a text after “${sign}”`, place);
  return { text, marks };
}

const GIVEN = ['form', 'intent', 'title', 'locale', 'topics', 'status', 'today', 'markup', 'options'];

/** Parses properties such as `form: chat; options: {"level": "all"}`. */
function givenIn(written: string, place: Place): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const part of written.split(/;\s*(?=[a-z]+:)/)) {
    const [, name = '', said = ''] = /^([a-z]+):(.*)$/.exec(part.trim()) ?? [];
    const value = said.trim();
    if (!GIVEN.includes(name)) throw new FolderError(`expected “given” with one of ${GIVEN.join(', ')}`, place);
    try {
      given[name] = name === 'options' ? JSON.parse(value) : name === 'topics' ? value.split(/,\s*/) : value;
    } catch (error) {
      throw new FolderError(`the options are no JSON: ${(error as Error).message}`, place);
    }
  }
  return given;
}

/** Parses the text after the name of a group. */
class Flags {
  readonly #words: string[];
  readonly #place: Place;

  constructor(after: string, place: Place) {
    this.#words = after.split(/[\s,]+/).filter(Boolean);
    this.#place = place;
  }

  read(): Pick<FileGroup, 'strict' | 'unbroken' | 'unless' | 'onlyWith' | 'ignoredIn'> {
    let [strict, unbroken] = [false, false];
    const unless: Condition[] = [];
    const onlyWith: Condition[] = [];
    let ignoredIn: Context[] | undefined;
    for (let word = this.#next(); word !== undefined; word = this.#next()) {
      if (word === 'strict') strict = true;
      else if (word === 'unbroken') unbroken = true;
      else if (word === 'unless') unless.push(this.#condition());
      else if (word === 'only' && this.#take('with')) onlyWith.push(this.#condition());
      else if (word === 'ignored' && this.#take('in')) ignoredIn = this.#contexts();
      else this.#fail(`“${word}” was not expected`);
    }
    return { strict, unbroken, unless, onlyWith, ...(ignoredIn && { ignoredIn }) };
  }

  #condition(): Condition {
    const words = this.#next() ?? '';
    if (!/^(?:@[a-z][a-z0-9-]*|\[[a-z][A-Za-z0-9-]*\])$/.test(words)) this.#fail('expected “@class” or “[group]”');
    if (this.#take('in')) this.#take('the');
    const within = REACHES.find((reach) => reach === this.#words[0]);
    if (!within) this.#fail(`expected ${REACHES.join(', ')} after “${words}”`);
    this.#next();
    return { words, within };
  }

  #contexts(): Context[] {
    const contexts: Context[] = [];
    for (;;) {
      const context = CONTEXTS.find((known) => known === this.#words[0]);
      if (!context) break;
      contexts.push(context);
      this.#next();
    }
    if (contexts.length === 0) this.#fail(`expected ${CONTEXTS.join(', ')}`);
    return contexts;
  }

  #next(): string | undefined {
    return this.#words.shift();
  }

  #take(word: string): boolean {
    if (this.#words[0] !== word) return false;
    this.#words.shift();
    return true;
  }

  #fail(message: string): never {
    throw new FolderError(
      `${message}; a group may be “strict”, “unbroken”, “unless @class sentence”, “only with @class in the sentence”, “ignored in code, quoted”`,
      this.#place,
    );
  }
}
