import { areTransposed, isOneSlipAway } from '../../language/slip.js';
import { keepFirst } from '../kept-replies.js';
import { type Conflict, FEWEST_USUAL, isRare, type Variant } from './conflict.js';
import { onlyDifference } from './difference.js';
import { type PackedFact, prefixOf } from './fact.js';
import { isCamelCase } from './names.js';

/** Minimum length of the part in which two domains or paths differ. Shorter ones are countries, languages and versions. */
const SHORTEST = 4;
/** Minimum length of a name, such as “PayLink”. */
const SHORTEST_NAME = 6;
/** Minimum number of replies with the usual spelling of a name, for each one with a typo. */
const FEWEST_NAMED = 2;
/** Maximum number of domains, of names, or of pages of one domain, to compare. Larger libraries quote foreign sites. */
const MOST = 500;

interface Site extends Variant {
  count: number;
  readonly replies: number[];
  /** The last reply that was counted. */
  last: number;
  /** How the first reply begins the address. */
  readonly prefix: string;
  isMixed: boolean;
}

/**
 * Collects the domains, the pages and the names with a capital letter inside of a library, and compares them in all
 * languages at once.
 */
export interface Sites {
  add(fact: PackedFact, index: number): void;
  /** Yields domains, paths and names that differ from a more frequent one by a typo. */
  conflicts(): Generator<Conflict>;
}

export function sitesOf(): Sites {
  const domains = new Map<string, Site>();
  const pages = new Map<string, Map<string, Site>>();
  const names = new Map<string, Site>();
  return { add, conflicts };

  function add(fact: PackedFact, index: number): void {
    const name = nameOf(fact);
    if (name !== undefined) count(names, name, fact, index);
    const host = domainOf(fact);
    if (host === undefined) return;
    count(domains, host, fact, index);
    const page = pageOf(fact);
    if (page === undefined) return;
    const ofHost = pages.get(host) ?? new Map<string, Site>();
    pages.set(host, ofHost);
    if (page !== host) count(ofHost, page, fact, index);
  }

  function* conflicts(): Generator<Conflict> {
    yield* slipsOf('domains', domains, domainOf, isSlipOfDomain);
    for (const ofHost of pages.values()) yield* slipsOf('pages', ofHost, pageOf, isSlipOfPath);
    yield* slipsOf('names', names, nameOf, isSlipOfName);
  }
}

function domainOf(fact: PackedFact): string | undefined {
  const [kind, , value] = fact;
  return kind === 'addresses' ? (value.split('@')[1] ?? '') : pageOf(fact)?.split('/', 1)[0];
}

function pageOf([kind, about]: PackedFact): string | undefined {
  return kind === 'links' ? about : undefined;
}

/** Returns a name that nobody writes by chance, such as “PayLink”. */
function nameOf([kind, , value]: PackedFact): string | undefined {
  return kind === 'names' && value.length >= SHORTEST_NAME && isCamelCase(value) ? value : undefined;
}

function count(sites: Map<string, Site>, value: string, fact: PackedFact, index: number): void {
  const site = sites.get(value) ?? {
    ...{ value, stated: { kind: fact[0], value: fact[2] }, count: 0, replies: [], last: -1 },
    ...{ prefix: prefixOf(fact), isMixed: false },
  };
  sites.set(value, site);
  site.isMixed ||= prefixOf(fact) !== site.prefix;
  if (site.last === index) return;
  site.last = index;
  site.count += 1;
  keepFirst(site.replies, index);
}

function* slipsOf(
  kind: Conflict['kind'],
  sites: ReadonlyMap<string, Site>,
  siteOf: (fact: PackedFact) => string | undefined,
  isSlip: (usual: string, other: string) => boolean,
): Generator<Conflict> {
  if (sites.size < 2 || sites.size > MOST) return;
  const all = [...sites.values()];
  for (const usual of all) {
    if (usual.count < (kind === 'names' ? FEWEST_NAMED : FEWEST_USUAL)) continue;
    const slips = all.filter((one) => isRarer(kind, usual, one) && isSlip(usual.value, one.value));
    const variants = [usual, ...slips].map((site) => ({
      ...site,
      isIn: (fact: PackedFact) => siteOf(fact) === site.value,
    }));
    if (slips.length > 0) yield { kind, about: '~', variants };
  }
}

function isRarer(kind: Conflict['kind'], usual: Site, other: Site): boolean {
  return kind === 'names' ? other.count * FEWEST_NAMED <= usual.count : isRare(usual, other);
}

/** Returns true if two names differ by a typo, and not only in their capital letters or as singular and plural. */
function isSlipOfName(usual: string, other: string): boolean {
  const [one, two] = [usual.toLowerCase(), other.toLowerCase()];
  return one !== two && `${one}s` !== two && `${two}s` !== one && isOneSlipAway(one, two);
}

/** Returns true if one part of two domains differs by a typo, but not by a digit, as the names of servers do. */
function isSlipOfDomain(usual: string, other: string): boolean {
  const difference = onlyDifference(usual.split('.'), other.split('.'));
  return difference !== undefined && isTypo(difference.one, difference.other);
}

/**
 * Returns true for two paths of the same page: one has an extra letter, or two swapped, or one of the folders has
 * another word in its name, as in “/account/orders” and “/my-account/orders”. Pages whose own names have different words are
 * different pages.
 */
function isSlipOfPath(usual: string, other: string): boolean {
  const parts = usual.split('/');
  const difference = onlyDifference(parts, other.split('/'));
  if (!difference) return false;
  const { at, one, other: two } = difference;
  if (at < parts.length - 1 && isWithin(one, two)) return true;
  // “/bags/cream” and “/bags/dream” are two pages.
  return (one.length !== two.length || areTransposed(one, two)) && isTypo(one, two);
}

function isTypo(one: string, other: string): boolean {
  return Math.min(one.length, other.length) >= SHORTEST && !/\d/.test(one + other) && isOneSlipAway(one, other);
}

/** Returns true if the words of one name, which are separated by hyphens, contain all those of the other. */
function isWithin(one: string, other: string): boolean {
  const [words, others] = [one.split('-'), other.split('-')];
  return words.every((word) => others.includes(word)) || others.every((word) => words.includes(word));
}
