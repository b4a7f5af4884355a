import { languageCode } from '../../language/index.js';
import { areTransposed, isOneSlipAway } from '../../language/slip.js';
import { addToList } from '../../model/lists-by-key.js';
import { keepFirst } from '../kept-replies.js';
import type { DigestedReply, Digests } from '../library-steps.js';
import { areVariants } from '../near/variants.js';
import { alikeStatements } from './alike/conflicts.js';
import { isInContext } from './alike/context.js';
import { differ } from './amounts.js';
import { type Conflict, differsByCase, FEWEST_USUAL, isRare, type Variant } from './conflict.js';
import { type Fact, type PackedFact, placeOf, prefixOf } from './fact.js';
import { statementsOf } from './likeness.js';
import { matterConflicts } from './matters/conflicts.js';
import { isMatter } from './matters/statement.js';
import { singular } from './singular.js';
import { sitesOf } from './sites.js';
import { isStatement } from './statements.js';
import { areParallel } from './titles.js';

/** The part of a digest that is needed to compare its facts. */
export interface WithFacts {
  readonly facts: readonly PackedFact[];
}

interface Counted {
  /** The first reply that contains this statement. */
  readonly first: Pick<DigestedReply, 'title' | 'file'>;
  count: number;
  readonly replies: number[];
  /** How the first reply begins the address. */
  readonly prefix: string;
  isMixed: boolean;
}

/** Yields subjects about which replies in the same language contradict each other. */
export function* conflictsIn<T extends WithFacts>(digests: Digests<T>): Generator<Conflict> {
  const said = new Map<string, Map<string, Counted>>();
  const [sites, statements, matters, alike] = [sitesOf(), statementsOf(), matterConflicts(), alikeStatements()];
  for (const { index, reply, data } of digests) {
    const locale = languageCode(reply.locale);
    matters.add(
      data.facts.filter(([, about]) => isMatter(about)),
      index,
      { ...reply, locale },
    );
    for (const fact of data.facts) {
      const [kind, about, value] = fact;
      if (isMatter(about)) continue;
      if (isInContext(about)) {
        alike.add(fact, index, { ...reply, locale });
        continue;
      }
      sites.add(fact, index);
      if (isStatement(about)) {
        statements.add(fact, index, { ...reply, locale });
        continue;
      }
      if (kind === 'links' && value.startsWith(':')) continue;
      // Digits are the same in all languages.
      const language = kind === 'phones' && about.startsWith('~') ? '' : locale;
      const key = `${kind}\n${language}\n${kind === 'addresses' ? boxOf(value) : about}`;
      const values = said.get(key) ?? new Map<string, Counted>();
      said.set(key, values);
      const counted = values.get(value) ?? {
        first: { file: reply.file, ...(reply.title !== undefined && { title: reply.title }) },
        ...{ count: 0, replies: [], prefix: prefixOf(fact), isMixed: false },
      };
      values.set(value, counted);
      counted.count += 1;
      counted.isMixed ||= prefixOf(fact) !== counted.prefix;
      keepFirst(counted.replies, index);
    }
  }
  // The same number may be found by its role and by the words of its sentence, but one finding is enough.
  const isKnown = knownConflicts();
  for (const conflicts of [
    contradictionsIn(said),
    matters.conflicts(),
    statements.conflicts(),
    alike.conflicts(),
    sites.conflicts(),
  ])
    for (const conflict of conflicts) if (!isKnown(conflict) && !areSideBySide(conflict, digests)) yield conflict;
}

/** Maximum distance of two amounts in one sentence, in UTF-16 units. */
const SIDE_BY_SIDE = 100;

/** Returns true if a reply states the rare amount right beside the usual one, which shows that there are two cases. */
function areSideBySide<T extends WithFacts>({ kind, variants }: Conflict, digests: Digests<T>): boolean {
  const [usual, rare, ...others] = variants;
  if (kind !== 'quantities' || !usual || !rare || others.length > 0) return false;
  // A reply can contradict itself.
  if (usual.replies.every((reply) => rare.replies.includes(reply))) return false;
  return rare.replies.some((reply) => {
    const { facts } = digests.at(reply).data;
    const startsOf = ({ value }: Variant) =>
      facts.filter((fact) => fact[0] === kind && fact[2] === value).map((fact) => placeOf(fact).start);
    const starts = startsOf(usual);
    return startsOf(rare).some((start) => starts.some((other) => Math.abs(other - start) < SIDE_BY_SIDE));
  });
}

function* contradictionsIn(said: ReadonlyMap<string, ReadonlyMap<string, Counted>>): Generator<Conflict> {
  for (const [key, values] of said) {
    if (values.size < 2) continue;
    const [kind, , about = ''] = key.split('\n') as [Fact['kind'], string, string];
    const variants = [...values].map(([value, counted]) => ({ value, ...counted }));
    variants.sort((one, other) => insecurity(kind, one) - insecurity(kind, other) || other.count - one.count);
    const [usual] = variants;
    if (!usual || isSlot({ kind, about }, variants)) continue;
    const contrary = variants.filter((variant) => variant === usual || contradict({ kind, about }, usual, variant));
    yield { kind, about, variants: contrary };
  }
}

/**
 * Returns a function that is true for a conflict whose rare values have been reported, or whose values have been reported
 * as contradicting each other.
 */
function knownConflicts(): (conflict: Conflict) => boolean {
  const rareBefore = new Set<string>();
  const conflictsWith = new Map<string, number[]>();
  let count = 0;
  return ({ kind, variants }) => {
    const keys = variants.map(({ value, replies, stated }) => keyOf(stated ?? { kind, value }, replies));
    const [usual = '', ...rare] = keys;
    const isPair = conflictsWith.get(usual)?.some((one) => rare.every((key) => conflictsWith.get(key)?.includes(one)));
    if (isPair || rare.every((key) => rareBefore.has(key))) return true;
    count += 1;
    for (const key of rare) rareBefore.add(key);
    for (const { value, replies, stated } of variants)
      for (const reply of replies) addToList(conflictsWith, keyOf(stated ?? { kind, value }, [reply]), count);
    return false;
  };
}

/** Names a value in its first reply. */
function keyOf({ kind, value }: Pick<Fact, 'kind' | 'value'>, [first]: readonly number[]): string {
  return `${kind} ${value} ${first}`;
}

/** Minimum number of values, each in one reply, at which they differ from case to case. */
const FEWEST_SINGLE = 3;
/** Minimum number of phone numbers that belong to as many offices, even if one of them is the usual one. */
const FEWEST_PHONES = 3;

function isSlot({ kind, about }: Pick<Fact, 'kind' | 'about'>, variants: readonly Pick<Variant, 'count'>[]): boolean {
  if (kind === 'addresses' || kind === 'names') return false;
  if (kind === 'phones' && !about.startsWith('~')) return variants.length >= FEWEST_PHONES;
  return differsByCase(variants) || (variants.length >= FEWEST_SINGLE && variants.every(({ count }) => count === 1));
}

/**
 * Returns 1 for a link that should be written with https, no matter how many replies contain it. Otherwise, returns 0.
 */
function insecurity(kind: Fact['kind'], { value }: Variant): number {
  return kind === 'links' && value.startsWith('http:') ? 1 : 0;
}

/**
 * Returns the part before the `@`, with `rentals` and `rental` treated as equal. Only addresses that share it are
 * compared.
 */
function boxOf(address: string): string {
  return singular(address.split('@')[0] ?? address);
}

function contradict(
  { kind, about }: Pick<Fact, 'kind' | 'about'>,
  usual: Variant & Counted,
  other: Variant & Counted,
): boolean {
  if (kind === 'names') return usual.count >= FEWEST_USUAL && isSlip(usual.value, other.value);
  if (kind === 'addresses')
    return areAlike(usual.value, other.value) || (isRare(usual, other) && areOfOneName(usual.value, other.value));
  if (kind === 'links') return true;
  if (kind === 'pages') return areTwoPages(usual.value.toLowerCase(), other.value.toLowerCase());
  if (kind === 'phones' && about.startsWith('~'))
    return areTransposed(usual.value, other.value) && (!about.startsWith('~~') || isUsual(usual, other));
  // An address of customer service that few replies give, when most give another one of the same domain.
  if (kind === 'mailboxes' && about.startsWith('~')) return isRare(usual, other);
  // A typo in an address is reported under `addresses`.
  if (kind === 'mailboxes' && boxOf(usual.value) === boxOf(other.value)) return false;
  if (kind === 'mailboxes' && about.startsWith('=') && usual.count < FEWEST_USUAL) return false;
  if (kind === 'quantities' && !differ(usual.value, other.value)) return false;
  // Different series of replies, such as those for two products, may state different facts.
  const [one, two] = [usual.first, other.first];
  return !areVariants(one, two) && !areParallel(one.title, two.title);
}

/** Returns true if several replies give a number, and only one of them another. */
function isUsual(usual: Pick<Variant, 'count'>, other: Pick<Variant, 'count'>): boolean {
  return isRare(usual, other) || (usual.count > 1 && other.count === 1);
}

/**
 * Returns true if one of two spellings of a name, which differ only in capital letters, spaces and hyphens, is a slip:
 * “GitHub” and “Github”, “Acmesoft” and “Acme Soft”, “Pay Now” and “PayNow”. False for “Sign Up” and “Signup”, because
 * a button label of two words is not a name.
 */
function isSlip(usual: string, other: string): boolean {
  const isJoined = /^\p{L}+$/u;
  const isCamel = /\p{Ll}\p{Lu}/u;
  if (!isJoined.test(other)) return isJoined.test(usual);
  return isJoined.test(usual) ? isCamel.test(usual) || isCamel.test(other) : isCamel.test(other);
}

/** Returns true for two different pages. A page does not contradict a page below it. */
function areTwoPages(one: string, other: string): boolean {
  return !`${one}/`.startsWith(other) && !`${other}/`.startsWith(one);
}

/** Returns true if one of two domains is the other with one more word, such as `acme-shop.com` and `acme.com`. */
function areOfOneName(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other]
    .map((address) => address.split('@')[1]?.replace(/\.[^.]*$/, '') ?? '')
    .sort((a, b) => a.length - b.length);
  return short !== '' && (long.startsWith(`${short}-`) || long.endsWith(`-${short}`));
}

/** Returns true if two domains differ by a typo or only in their ending. */
function areAlike(one: string, other: string): boolean {
  const [a = '', b = ''] = [one, other].map((address) => address.split('@')[1]);
  const [nameOfOne, nameOfOther] = [a, b].map((domain) => domain.split('.').slice(0, -1).join('.'));
  return isOneSlipAway(a, b) || (nameOfOne === nameOfOther && nameOfOne !== '');
}
