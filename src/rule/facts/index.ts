import type { DigestReading } from '../library-steps.js';
import { contentsOf } from './contents.js';
import { deadlinesIn } from './deadlines.js';
import { type Fact, type FactKind, type PackedFact, packedFact } from './fact.js';
import { hoursIn } from './hours.js';
import { linksIn } from './links.js';
import { mailsIn } from './mails.js';
import { type KnownNames, namesIn } from './names.js';
import { mayHavePhone, phonesIn } from './phones.js';
import { quantitiesIn } from './quantities.js';
import { type ShortTexts, sensesOf } from './scope.js';
import { statementFinder } from './statements.js';

export { FACT_GROUPS, FACT_KINDS, type Fact, type FactKind } from './fact.js';

/** Matches the subject of a fact about a known topic: the name of the topic, and its qualifiers. */
const TOPICAL = /^= ([\w.-]+)(?![\w.-]) ?([^|]*)\|/;
/** Kinds of facts of which a reply can contain several, each in more than one spelling. */
const ONE_OF_MANY: readonly FactKind[] = ['addresses', 'links', 'names'];

/** The facts that a reply states, as plain data. */
export interface Stated {
  readonly facts: readonly PackedFact[];
}

/** Which facts to compare. */
interface Compared {
  /** The kinds of facts. */
  readonly compare: readonly string[];
  /** Words that are not compared, such as a number or a name. */
  readonly ignore: readonly string[];
}

/**
 * Returns the facts of a reply that other replies can contradict.
 * @returns undefined if the reply states no facts
 */
export function statedIn(readings: readonly DigestReading[], { compare, ignore }: Compared): Stated | undefined {
  const facts = factsIn(readings, compare);
  const compared = ignore.length > 0 ? facts.filter(({ place }) => !ignore.includes(place.words)) : facts;
  return compared.length > 0 ? { facts: compared.map(packedFact) } : undefined;
}

/**
 * Returns the facts with which the only reply of a run can contradict itself. The parameters and the result are those of
 * {@link statedIn}.
 */
export function statedAlone(readings: readonly DigestReading[], { compare, ignore }: Compared): Stated | undefined {
  const kinds = readings.some(mayDiffer) ? compare : compare.filter((kind) => SPELLED.includes(kind));
  return statedIn(readings, { compare: kinds, ignore });
}

/** The kinds of facts of which a reply can give two spellings that are compared even if no other reply has them. */
const SPELLED: readonly string[] = ['addresses', 'links'];

/**
 * Returns true if a reply may state two values of one subject. Otherwise it distinguishes them itself, unless they are
 * under different headings, or only one of them is rough.
 */
function mayDiffer({ rendering: { blocks, words }, first }: DigestReading): boolean {
  if (words.length === 0) return false;
  return (
    blocks.some(({ kind }) => kind === 'heading') || first('@fact-approx', { from: 0, to: words.length }) !== undefined
  );
}

/**
 * Returns the facts in the renderings of a reply that other replies can contradict. If a reply makes two different
 * statements about one subject, neither is included, because the reply itself explains the difference.
 */
function factsIn(readings: readonly DigestReading[], kinds: readonly string[]): readonly Fact[] {
  const facts: Fact[] = [];
  // The facts are kept by kind and subject in separate maps, because joining both into keys takes longer.
  const known = new Map<FactKind, Map<string, Fact>>();
  const torn = new Set<Fact>();
  const shared = { texts: new Map(), names: new Map() };
  for (const reading of readings)
    for (const found of factsOf(reading, kinds, shared))
      for (const fact of found) {
        const { kind, about, value } = fact;
        if (!kinds.includes(kind)) continue;
        let ofKind = known.get(kind);
        if (!ofKind) {
          ofKind = new Map();
          known.set(kind, ofKind);
        }
        const key = ONE_OF_MANY.includes(kind) ? `${about} ${value}` : about;
        const first = ofKind.get(key);
        if (first) {
          if (first.value !== value) torn.add(first);
          continue;
        }
        ofKind.set(key, fact);
        facts.push(fact);
      }
  return withoutUnclear(torn.size > 0 ? facts.filter((fact) => !torn.has(fact)) : facts);
}

/**
 * Leaves out facts about a topic without a qualifier if the reply states other values of the topic. In “Our lamps have 3
 * years. Anything with a chip has 2 years.”, words that are not recognized tell the cases apart.
 */
function withoutUnclear(facts: readonly Fact[]): readonly Fact[] {
  if (!facts.some(({ about }) => about.startsWith('= '))) return facts;
  const values = new Map<string, Set<string>>();
  for (const { about, value } of facts) {
    const [, name] = TOPICAL.exec(about) ?? [];
    if (name !== undefined) values.set(name, (values.get(name) ?? new Set()).add(value));
  }
  return facts.filter(({ about }) => {
    const [, name = '', qualifiers] = TOPICAL.exec(about) ?? [];
    return qualifiers !== '' || (values.get(name)?.size ?? 0) < 2;
  });
}

/** What the readings of a reply share. */
interface Shared {
  readonly texts: ShortTexts;
  readonly names: KnownNames;
}

/** Searches a rendering only for the kinds of facts that its words and links can state. */
function factsOf(
  reading: DigestReading,
  kinds: readonly string[],
  { texts, names }: Shared,
): readonly Iterable<Fact>[] {
  const { links, text } = reading.rendering;
  const { numbers, hasAddress } = contentsOf(reading.rendering);
  const has = (...some: readonly FactKind[]) => some.some((kind) => kinds.includes(kind));
  const isLinked = (hasAddress || links.length > 0) && has('links', 'pages');
  const isMailed = hasAddress && has('addresses', 'mailboxes');
  if (!isLinked && !isMailed && !has('quantities', 'hours', 'deadlines', 'phones', 'names')) return [];
  const senses = sensesOf(reading, texts);
  const statementOf = statementFinder(reading, senses);
  return [
    ...(has('quantities') ? [quantitiesIn(reading, senses, numbers, statementOf)] : []),
    ...(numbers.size > 0 && has('hours') ? [hoursIn(reading, senses, numbers)] : []),
    ...(numbers.size > 0 && has('deadlines') ? [deadlinesIn(reading, senses, numbers, statementOf)] : []),
    ...(has('phones') && mayHavePhone(text) ? [phonesIn(reading, senses)] : []),
    ...(isMailed ? [mailsIn(reading, senses)] : []),
    ...(isLinked ? [linksIn(reading, senses)] : []),
    ...(has('names') ? [namesIn(reading, names)] : []),
  ];
}
