import { isOneSlipAway } from '../../language/slip.js';
import { keepFirst } from '../kept-replies.js';
import type { DigestedReply, Digests } from '../library-steps.js';
import { areVariants } from '../near/variants.js';
import { differ } from './amounts.js';
import type { Fact, PackedFact } from './fact.js';
import { areTransposed } from './phones.js';
import { singular } from './singular.js';
import { areParallel } from './titles.js';

/** What a digest must hold for its facts to be compared. */
export interface WithFacts {
  readonly facts: readonly PackedFact[];
}

/** One of several things that replies say about the same. */
export interface Variant {
  readonly value: string;
  readonly count: number;
  /** Indexes of the first replies that say it. */
  readonly replies: readonly number[];
}

/** A fact that the library states in several ways: the most frequent one first; of links, the one with https. */
export interface Conflict {
  readonly kind: Fact['kind'];
  readonly about: string;
  readonly variants: readonly Variant[];
}

interface Counted {
  /** The first reply that says it. */
  readonly first: Pick<DigestedReply, 'title' | 'file'>;
  count: number;
  readonly replies: number[];
}

/** A name of which the usual way of writing is rarer is none. */
const FEWEST_NAMES = 3;

/** The facts that replies of one language state in several ways. */
export function* conflictsIn<T extends WithFacts>(digests: Digests<T>): Generator<Conflict> {
  const said = new Map<string, Map<string, Counted>>();
  for (const { index, reply, data } of digests)
    for (const [kind, about, value] of data.facts) {
      const key = `${kind}\n${reply.locale.split('-')[0]}\n${kind === 'addresses' ? boxOf(value) : about}`;
      const values = said.get(key) ?? new Map<string, Counted>();
      said.set(key, values);
      const counted = values.get(value) ?? {
        first: { file: reply.file, ...(reply.title !== undefined && { title: reply.title }) },
        count: 0,
        replies: [],
      };
      values.set(value, counted);
      counted.count += 1;
      keepFirst(counted.replies, index);
    }
  const found = new Set<string>();
  for (const [key, values] of said) {
    if (values.size < 2) continue;
    const [kind, , about = ''] = key.split('\n') as [Fact['kind'], string, string];
    const variants = [...values].map(([value, counted]) => ({ value, ...counted }));
    variants.sort((one, other) => insecurity(kind, one) - insecurity(kind, other) || other.count - one.count);
    const [usual] = variants;
    if (!usual || (kind !== 'addresses' && kind !== 'names' && isSlot(variants))) continue;
    const contrary = variants.filter((variant) => variant === usual || contradict({ kind, about }, usual, variant));
    // A number may be known by its role and by the other words of its sentence: one finding is enough.
    const rare = contrary.slice(1).map(({ value, replies }) => `${kind} ${value} ${replies[0]}`);
    if (rare.length === 0 || rare.every((one) => found.has(one))) continue;
    for (const one of rare) found.add(one);
    yield { kind, about, variants: contrary };
  }
}

/** With so many values, none of which is usual, it is no fact but differs from case to case. */
const FEWEST_OF_SLOT = 4;

function isSlot(variants: readonly Pick<Variant, 'count'>[]): boolean {
  const total = variants.reduce((sum, { count }) => sum + count, 0);
  return variants.length >= FEWEST_OF_SLOT && (variants[0]?.count ?? 0) * 2 <= total;
}

/** 1 for a link that should be written with https, however many replies have it; 0 otherwise. */
function insecurity(kind: Fact['kind'], { value }: Variant): number {
  return kind === 'links' && value.startsWith('http:') ? 1 : 0;
}

/** The part before the `@`. Only addresses that share it are compared: `rentals` and `rental` are one. */
function boxOf(address: string): string {
  return singular(address.split('@')[0] ?? address);
}

function contradict(
  { kind, about }: Pick<Fact, 'kind' | 'about'>,
  usual: Variant & Counted,
  other: Variant & Counted,
): boolean {
  if (kind === 'names') return usual.count >= FEWEST_NAMES && isSlip(usual.value, other.value);
  if (kind === 'addresses') return areAlike(usual.value, other.value);
  if (kind === 'links') return true;
  // A page, and one below it.
  if (kind === 'pages') return !`${usual.value}/`.startsWith(other.value) && !`${other.value}/`.startsWith(usual.value);
  if (kind === 'phones' && about.startsWith('~')) return areTransposed(usual.value, other.value);
  // A slip in an address is reported as one.
  if (kind === 'mailboxes' && boxOf(usual.value) === boxOf(other.value)) return false;
  if (kind === 'mailboxes' && about.startsWith('=') && usual.count < FEWEST_NAMES) return false;
  if (kind === 'quantities' && !differ(usual.value, other.value)) return false;
  // Of two series of replies, each has a fact of its own.
  const [one, two] = [usual, other].map(({ first }) => ({ ...first, length: 0, form: '' }));
  return one !== undefined && two !== undefined && !areVariants(one, two) && !areParallel(one.title, two.title);
}

/**
 * Of two ways of writing a name, told apart by capitals, blanks and hyphens only: true for “GitHub” and “Github”, “Acmesoft”
 * and “Acme Soft”, “Pay Now” and “PayNow”. A button with two words is no name: not “Sign Up” and “Signup”.
 */
function isSlip(usual: string, other: string): boolean {
  const isJoined = /^\p{L}+$/u;
  const isCamel = /\p{Ll}\p{Lu}/u;
  if (!isJoined.test(other)) return isJoined.test(usual);
  return isJoined.test(usual) ? isCamel.test(usual) || isCamel.test(other) : isCamel.test(other);
}

/** One domain with a slip, or under another ending. */
function areAlike(one: string, other: string): boolean {
  const [a = '', b = ''] = [one, other].map((address) => address.split('@')[1]);
  const [nameOfOne, nameOfOther] = [a, b].map((domain) => domain.split('.').slice(0, -1).join('.'));
  return isOneSlipAway(a, b) || (nameOfOne === nameOfOther && nameOfOne !== '');
}
