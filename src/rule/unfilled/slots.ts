import { detached } from '../../model/detached.js';
import type { Rendering, Word } from '../../model/rendering.js';
import type { Reading } from '../rule.js';

/** Keys that are shown in brackets, such as `[Esc]`. */
const KEYS =
  /^\[(?:esc|enter|return|tab|shift|ctrl|alt|cmd|option|space|del|delete|home|end|up|down|left|right|f\d{1,2})\]$/i;
/** Minimum number of occurrences in a file from which a run of X counts as a slot that agents fill in. */
const HABIT = 3;

/** Returns the message for a slot. Undefined if the slot is not a problem. */
export function faultOfSlot(reading: Reading, at: number, manualSlots: string): string | undefined {
  const { rendering } = reading;
  const word = rendering.words[at];
  const slot = word?.placeholder;
  if (!word || !slot || word.code) return undefined;
  const unknown = 'is a slot for a value that was unknown when the template was written';
  if (slot.kind === 'machine') return isUnwritten(reading, slot.text) ? unknown : undefined;
  const inside = insideOf(slot.text);
  // “[TODO]-tags” only mentions such tags.
  if (/^-\p{L}/u.test(rendering.text.slice(word.end, word.end + 2))) return undefined;
  const forbidden = manualSlots === 'forbid';
  if (isGap(reading, at, word) && (forbidden || !(slot.recurs || isHabit(rendering, slot.text))))
    return 'is a blank that does not say what to fill in';
  const own = reading.of(inside).matches();
  const says = (group: string) => own.some((match) => match.group === group);
  if (isInAddress(rendering, word) && says('own')) return undefined;
  const orders = /\s/.test(inside) && says('instruction');
  if (orders && /^<<\s?(?!<)/.test(slot.text)) return 'is a blank that has not been filled in';
  // A reminder in a comment is ignored because no customer sees it.
  if (!slot.text.startsWith('<!--') && (/\?{2}/.test(inside) || says('todo'))) return unknown;
  if (orders && manualSlots !== 'allow') return 'tells the agent what to write';
  return forbidden && /^[[{<&]/.test(slot.text) && !KEYS.test(slot.text) ? 'must be filled in by the agent' : undefined;
}

/** Returns true for a slot in an address: `[your_username].shop.example`, `https://shop.example/[your-name]`. */
function isInAddress({ text }: Rendering, { start, end }: Word): boolean {
  return /[/@]/.test(text[start - 1] ?? '') || /^\.\p{L}/u.test(text.slice(end, end + 2));
}

/** Returns what is between the delimiters of a slot. */
function insideOf(slot: string): string {
  return slot.replace(/^(?:&lt;|[[{<\s])+/, '').replace(/(?<!&gt;|[\]}>\s])(?:&gt;|[\]}>\s])+$/, '');
}

/** Returns true for braces that contain a reminder instead of a name that a help desk could know. */
function isUnwritten(reading: Reading, written: string): boolean {
  let first = FIRST_WORDS.get(written);
  if (first === undefined) {
    first = firstWordOf(written);
    if (FIRST_WORDS.size >= MOST_KEPT) FIRST_WORDS.clear();
    FIRST_WORDS.set(detached(written), first);
  }
  return first !== '' && reading.of(first).matches('todo').length > 0;
}

/** The first words of the values in braces, because replies repeat the same placeholders. */
const FIRST_WORDS = new Map<string, string>();
const MOST_KEPT = 1_000;

/** Returns the first word of a text in braces that may be a reminder. `''` if the braces contain only a name. */
function firstWordOf(written: string): string {
  const inside = insideOf(written);
  if (!/^\{/.test(written) || /^\w+\s?[.|]/.test(inside)) return '';
  const [first = ''] = /^\w+/.exec(inside) ?? [];
  return first === inside ? '' : detached(first);
}

/**
 * Returns true for `XXX` or `____` as a separate word, but not for a masked number, a date format, kisses, or a line of
 * a form.
 */
function isGap(reading: Reading, at: number, { start, end, sentence, placeholder }: Word): boolean {
  const { text, words, sentences } = reading.rendering;
  const written = placeholder?.text ?? '';
  const before = text.slice(Math.max(0, start - 2), start);
  if (/^_+$/.test(written)) return !/(?:^|\n|:\s?)$/.test(before) && !isSampleQuestion(reading.rendering, sentence);
  if (!/^x+$/i.test(written)) return false;
  const opens = sentences[sentence]?.from === at && !/^\s\p{Lu}\p{Ll}/u.test(text.slice(end, end + 3)); // “xxx Ana” is a kiss.
  const isKiss = written === written.toLowerCase() && !opens && !goesOn(reading, at, end);
  const isPart = /[\p{Sc}\p{N}#/*.+-]\s?$/u.test(before) || /^[-/.]?[\p{N}X]|^[-/]/u.test(text.slice(end, end + 2));
  const isGroup = [words[at - 1], words[at + 1]].some(
    (near) => near?.kind === 'number' || /^x+$/i.test(near?.placeholder?.text ?? ''),
  );
  return !isKiss && !isPart && !isGroup;
}

/** Returns true for a question that the reader completes, such as “Who taught you ____?” in a list. */
function isSampleQuestion({ sentences, blocks }: Rendering, sentence: number): boolean {
  const { block, ends } = sentences[sentence] ?? {};
  return ends === '?' && blocks[block ?? -1]?.kind === 'item';
}

/**
 * Returns true if the sentence continues after the gap: “Our engineer, xxx, will come”. In “Love, Ana xxx” and “thanks
 * xxx see you”, it does not.
 */
function goesOn(reading: Reading, at: number, end: number): boolean {
  const { text, words } = reading.rendering;
  const before = words[at - 1];
  if (!before || !/^\p{Ll}/u.test(text.slice(before.start, before.end))) return false;
  if (reading.says('@before-kisses', { from: at - 1, to: at })) return false;
  return /^(?:\s|,\s)\p{Ll}/u.test(text.slice(end, end + 3));
}

/** Matches gaps such as `XXXX`. */
const GAPS = /(?<!\w)X{4,}(?!\w)/g;
const COUNTS = new WeakMap<object, Map<string, number>>();

/**
 * Returns true for a gap such as `XXXXXXX` that many replies of a file contain. Agents know it, and fill it in every
 * time.
 */
function isHabit({ reply: { file } }: Rendering, gap: string): boolean {
  if (!/^X{4,}$/.test(gap)) return false;
  const counts = COUNTS.get(file) ?? new Map<string, number>();
  COUNTS.set(file, counts);
  const count = counts.get(gap) ?? (file.text.match(GAPS) ?? []).filter((one) => one === gap).length;
  counts.set(gap, count);
  return count >= HABIT;
}
