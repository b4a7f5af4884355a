import {
  type Declared,
  FORMS,
  type Form,
  INTENTS,
  type Intent,
  type OwnSettings,
  type Reply,
  TOPICS,
  type Topic,
} from '../model/reply.js';
import type { Span } from '../model/span.js';
import type { ReadProblem } from './content.js';
import { Fields } from './front-matter-fields.js';
import { localeFrom } from './locale-in-name.js';

/** The text between the two `---` lines at the top of a file. */
export interface FrontMatter {
  /** The offset at which the text after the front matter starts. */
  readonly end: number;
  readonly id?: string;
  readonly title?: string;
  readonly active?: boolean;
  readonly audience?: Reply['audience'];
  readonly declared: Declared;
  readonly problems: readonly ReadProblem[];
}

/** Returns the properties that the front matter or, failing that, the path declares for the replies below it. */
export function saidOf(front: FrontMatter | undefined, path: string) {
  return {
    declared: {
      ...front?.declared,
      ...localeFrom(front?.declared.locale, path),
      ...(front && { inFrontMatter: true as const }),
    },
    active: front?.active ?? true,
    audience: front?.audience ?? ('customer' as const),
  };
}

const FENCED = /^---[ \t]*\r?\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\r?\n|$)/;

/** Matches a `key: value` line with a plain value, or a blank line. */
const FLAT_LINE = /^(?:[A-Za-z][\w-]*:(?:[ \t]+[^\s"'[\]{}&*!|>%@`#,:-][^#:\r]*|[ \t]*)|[ \t]*)$/;
/**
 * These match a `key: value` line whose value is in quotation marks without escapes, or is a list of words on the same
 * line.
 */
const QUOTED_LINE = /^[A-Za-z][\w-]*:[ \t]+(?:"[^"\\\r]*"|'[^'\r]*')[ \t]*$/;
const LISTED_LINE = /^[A-Za-z][\w-]*:[ \t]+\[ *[A-Za-z][\w-]*(?: *, *[A-Za-z][\w-]*)* *\][ \t]*$/;
/** Matches list items that look like words but are YAML values. */
const NO_WORD = /\b(?:true|false|null)\b/i;

/**
 * Reads front matter at the top of a file or at another offset. Undefined if there is none.
 * @param from the offset at which the front matter would start
 */
export async function readFrontMatter(text: string, from = 0): Promise<FrontMatter | undefined> {
  const match = FENCED.exec(from === 0 ? text : text.slice(from));
  if (!match) return undefined;
  const source = match[1] ?? '';
  const start = text.indexOf('\n', from) + 1;
  const end = from + match[0].length;
  const problems: ReadProblem[] = [];
  const { values, offsetOf } = flat(source) ?? (await parsed(source, start, problems));
  const own = values.get('replylint');
  // A key without a value sets nothing.
  const settings = own !== undefined &&
    own !== null &&
    own !== '' && {
      value: own,
      placeOf: (path: readonly (string | number)[]) => lineFrom(source, offsetOf(['replylint', ...path]), start),
    };
  const place = (key: string) => lineFrom(source, offsetOf([key]), start);
  return { end, ...meaningOf(new Fields(values, place, problems), settings || undefined), problems };
}

/** The values of front matter, with the positions of its keys. */
interface Values {
  readonly values: ReadonlyMap<string, unknown>;
  readonly offsetOf: (path: readonly (string | number)[]) => number;
}

/** Reads lines that need no YAML parser. Undefined for all others. */
function flat(source: string): Values | undefined {
  const values = new Map<string, unknown>();
  for (let start = 0, next = 0; start <= source.length; start = next) {
    const feed = source.indexOf('\n', start);
    next = feed < 0 ? source.length + 1 : feed + 1;
    const line = source.slice(start, feed < 0 ? source.length : source[feed - 1] === '\r' ? feed - 1 : feed);
    const colon = line.indexOf(':');
    const written = colon < 0 ? '' : line.slice(colon + 1).trim();
    if (!isFlat(line, written)) return undefined;
    if (colon >= 0) values.set(line.slice(0, colon), flatValue(written));
  }
  const lineOf = (key: unknown) => `\n${source}`.indexOf(`\n${key}:`);
  return { values, offsetOf: ([key]) => Math.max(0, lineOf(key)) };
}

/**
 * Returns true for a line that can be read without a YAML parser.
 * @param written its value
 */
function isFlat(line: string, written: string): boolean {
  if (/^["']/.test(written)) return QUOTED_LINE.test(line);
  return written.startsWith('[') ? LISTED_LINE.test(line) && !NO_WORD.test(line) : FLAT_LINE.test(line);
}

function flatValue(written: string): unknown {
  if (/^["']/.test(written)) return written.slice(1, -1);
  if (written.startsWith('['))
    return written
      .slice(1, -1)
      .split(',')
      .map((item) => item.trim());
  return written === 'true' ? true : written === 'false' ? false : written;
}

async function parsed(source: string, start: number, problems: ReadProblem[]): Promise<Values> {
  const { offsetOf, parseDocument } = await import('./yaml.js');
  const document = parseDocument(source, { uniqueKeys: false, merge: false, logLevel: 'error' });
  const failed = (at: number, { message }: Error): Values => {
    problems.push({
      span: { start: at, end: at },
      message: `The front matter is not valid YAML: ${message.split('\n')[0]?.replace(/ at line[\s\S]*$/, '')}`,
      fatal: false,
    });
    return { values: new Map(), offsetOf: () => 0 };
  };
  const [error] = document.errors;
  if (error) return failed(start + (error.pos[0] ?? 0), error);
  let value: unknown;
  try {
    // An alias without an anchor causes an error, as does a circular alias when it is expanded.
    value = document.toJS({ maxAliasCount: 100 });
    JSON.stringify(value);
  } catch (error) {
    return failed(start, error instanceof TypeError ? new Error('an alias refers to itself') : (error as Error));
  }
  const entries = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  return { values: new Map(entries), offsetOf: (path) => offsetOf(document.contents, path) ?? 0 };
}

function meaningOf(fields: Fields, settings: OwnSettings | undefined): Omit<FrontMatter, 'end' | 'problems'> {
  const declared = declaredIn(fields, settings);
  const title = fields.text('title') ?? fields.text('name');
  const id = fields.text('id');
  const audience = audienceIn(fields);
  return {
    ...(id !== undefined && { id }),
    ...(title !== undefined && { title }),
    ...(fields.isFalse('active') && { active: false }),
    ...(audience !== undefined && FOR_STAFF.test(audience) && { audience: 'staff' as const }),
    declared,
  };
}

const FOR_STAFF = /^(?:internal|private|staff|agent)/i;
/** Matches audiences that say nothing more than that the reply is for customers. */
const FOR_CUSTOMERS = /^(?:customers?|public|external|all)$/i;

function audienceIn(fields: Fields): string | undefined {
  return fields.text('audience') ?? fields.text('visibility');
}

/** Returns the customers that a reply is for, if it is not for all of them. */
function readersIn(fields: Fields): string | undefined {
  const audience = audienceIn(fields)?.trim().toLowerCase();
  return audience && !FOR_STAFF.test(audience) && !FOR_CUSTOMERS.test(audience) ? audience : undefined;
}

function declaredIn(fields: Fields, settings: OwnSettings | undefined): Declared {
  const form = fields.oneOf<Form>('form', FORMS);
  const intent = fields.oneOf<Intent>('intent', INTENTS);
  const topics = fields.someOf<Topic>('topics', TOPICS);
  const locale = fields.text('locale') ?? fields.text('lang') ?? fields.text('language');
  const channel = fields.text('channel');
  const tags = fields.list('tags');
  const readers = readersIn(fields);
  return {
    ...(form && { form }),
    ...(intent && { intent }),
    ...(topics && { topics }),
    ...(locale !== undefined && { locale }),
    ...(channel !== undefined && { channel }),
    ...(readers !== undefined && { readers }),
    ...(tags && { tags }),
    ...(settings && { settings }),
  };
}

/** Returns the span from an offset to the end of its line. */
function lineFrom(source: string, offset: number, start: number): Span {
  const line = /^.*/.exec(source.slice(offset))?.[0].trimEnd() ?? '';
  return { start: start + offset, end: start + offset + line.length };
}
