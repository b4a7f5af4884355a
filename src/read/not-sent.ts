import { bitsOf, foldTelltale, telltales } from '../language/telltale/index.js';
import { opensWithGreeting, wordsIn } from './cues.js';
import { isSkeleton, withoutTemplateTags } from './placeholders.js';

/** Returns true for a text in the position of a reply that is never sent: code, a diagram, a form or a skeleton. */
export function isNeverSent(body: string, isPlain: boolean): boolean {
  if (body.length > LONGEST) return false;
  if (isInternal(body) || isSkeleton(body) || (body.includes('[') && OF_ANOTHER.test(body))) return true;
  return isDiagram(body) || isForm(body) || isTranscript(body) || (isPlain && isCode(body));
}

/** Matches a line that refers to another text on the page, such as `[the first answer, as above]`. */
const OF_ANOTHER = /^[ \t]*\[[^\]\n]{3,60}\b(?:above|below)\][ \t]*$/m;

/** Maximum length of a text to judge here. Longer ones are judged as pages. */
const LONGEST = 8_000;

const INTERNAL = bitsOf('internal');
/** Matches a marked first line. The marker must be near the start of the line. */
const MARKED = /^[*_([]{1,4}[^\p{L}]{0,3}[^.\n]{0,60}/u;

/** Returns true if a first line in brackets or italics says that customers never see the text. */
function isInternal(body: string): boolean {
  const start = startOf(body, 200);
  const most = MARKED.exec(start)?.[0].length ?? 0;
  if (most === 0) return false;
  const [found] = telltales().all(foldTelltale(start), INTERNAL);
  return found !== undefined && found.start <= most;
}

/** Returns the first characters after the blanks at the start of a text. */
function startOf(text: string, length: number): string {
  const at = Math.max(0, text.search(/\S/));
  return text.slice(at, at + length);
}

/** Matches what every drawn line contains. */
const MAY_BE_DRAWN = /[├└│┌┐┘┬┴┼─╰╭▶▼→⟶]|[-=]>|\+-{3}/;
const DRAWN = /[├└│┌┐┘┬┴┼─╰╭▶▼→⟶]|(?:^|\s)(?:--+>|=+>|->)(?:\s|$)|^\s*\+-{3,}/;

/** Returns true for a decision tree or a flow chart, which consists of drawing characters. */
function isDiagram(body: string): boolean {
  if (!MAY_BE_DRAWN.test(body)) return false;
  const lines = linesOf(body);
  const drawn = lines.filter((line) => DRAWN.test(line)).length;
  return drawn >= 2 && drawn * 3 >= lines.length && !opensWithGreeting(body);
}

/** Returns true for a text with check boxes or empty fields that someone else fills in. */
function isForm(body: string): boolean {
  if (!body.includes(':') && !body.includes('[')) return false;
  const lines = linesOf(body);
  const fields = lines.filter((line) => isBox(line) || isField(line)).length;
  return fields >= 2 && fields * 3 >= lines.length && !opensWithGreeting(body);
}

function isBox(line: string): boolean {
  return line.includes('[') && /^\s*[-*+]\s+\[[ xX]?\]\s/.test(line);
}

function isField(line: string): boolean {
  const mayBe = line.includes(':') && ENDS_FIELD.has(line.trimEnd().at(-1) ?? '');
  return mayBe && FIELD.test(line);
}

const FIELD = /^\s*(?:[-*]\s+)?(?:\*\*)?\p{Lu}[^.!?:]{1,40}:(?:\*\*)?(?:\s*(?:\([^)]*\)|_{2,}|\[[^\]]*\]))?\s*$/u;
/** Characters that can end an empty field. */
const ENDS_FIELD = new Set(':*)_]');

const SPEAKER =
  /^\s*(?:\[[\d:. apmAPM-]{3,20}\]\s*)?(?:\*\*)?(\p{Lu}[\p{L} ]{1,24}?)(?:\*\*)?(?:\s*\([\d:. apmAPM]{3,12}\))?:(?:\*\*)?\s+\S/u;

/** Returns true for a dialog between two named people. */
export function isTranscript(body: string): boolean {
  if (!body.includes(':')) return false;
  const lines = linesOf(body);
  const turns = new Map<string, number>();
  for (const line of lines) {
    const name = line.includes(':') ? SPEAKER.exec(line)?.[1] : undefined;
    if (name !== undefined) turns.set(name, (turns.get(name) ?? 0) + 1);
  }
  const repeated = [...turns.values()].filter((count) => count >= 2);
  return repeated.length >= 2 && repeated.reduce((sum, count) => sum + count, 0) * 2 >= lines.length;
}

/** Returns true for commands, assignments or records, in which most lines do not begin or end like prose. */
export function isCode(body: string): boolean {
  if (body.length > LONGEST) return false;
  const lines = linesOf(withoutTemplateTags(body));
  return lines.filter((line) => CODE_BEGINS.test(line) || /[;{}\\]\s*$/.test(line)).length * 2 > lines.length;
}

const CODE_BEGINS =
  /^\s*(?:[$>#]\s|[\w.-]+\s*=\s*["'\d{[\w]|["'][\w.-]+["']\s*:|[}\]]|\{\s*["'\n]|\[\s*["'{\d]|<[/a-z!]|(?:npm|npx|yarn|pnpm|git|cd|sudo|pip|curl|docker|import|const|let|var|function|class|def|return)\s)/;

function linesOf(body: string): string[] {
  return body.split('\n').filter((line) => line.trim() !== '');
}

/** Returns true for sentences written for people: not a table, not only a list, and few special characters. */
export function isProse(body: string): boolean {
  const lines = linesOf(body);
  if (lines.some((line) => /^\s*\|.*\|/.test(line) || /^\s*#{1,6}\s/.test(line))) return false;
  const items = lines.filter((line) => /^\s*(?:[-*+]|\d{1,3}[.)])\s/.test(line)).length;
  return items < lines.length && wordsIn(body) >= 3;
}

/** Returns true for sentences only, without headings, lists and tables. */
export function isParagraphs(body: string): boolean {
  return isProse(body) && !/^[^\S\n\r\u2028\u2029]*(?:[-*+]|\d{1,3}[.)])\s/m.test(body);
}
