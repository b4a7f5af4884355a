import {
  type Conflict,
  conflictsIn,
  type Digests,
  defineLibraryRule,
  FACT_KINDS,
  type Fact,
  type FactKind,
  factsIn,
  type Place,
  type Variant,
} from 'replylint/rule';
import { examples } from './consistent-facts/examples.js';

interface Kept {
  readonly facts: readonly Fact[];
}

/** So many other answers, and so many places, are named. */
const MOST_NAMED = 3;
const MOST_PLACES = 20;

const ADVICE: Readonly<Record<FactKind, string>> = {
  quantities: 'Find out which is right, or say in the text when which one holds',
  hours: 'Find out which is right, or say in the text when which ones hold',
  phones: 'Find out which is right, or say in the text who answers where',
  addresses: 'Correct the slip',
  mailboxes: 'Name one address, or say in the text what each is for',
  links: 'Write the address of the page in one way, with https',
  names: 'Write the name as its owner does',
};

const VERBS: Readonly<Record<FactKind, string>> = {
  quantities: 'contradicts',
  hours: 'contradicts',
  phones: 'contradicts',
  addresses: 'is written',
  mailboxes: 'contradicts',
  links: 'is written',
  names: 'is written',
};

export default defineLibraryRule({
  id: 'consistent-facts',
  segment: 'library',
  principle: 'Give every customer the same answer.',
  why: 'Two customers who compare their answers, or one who asks twice, will believe neither.',
  source: 'The key to great customer service',
  presets: { recommended: 'warn' },
  options: {
    compare: { type: 'some', of: FACT_KINDS, default: FACT_KINDS, description: 'The kinds of facts to compare.' },
    ignore: { type: 'list', default: [], description: 'Words that are not compared, such as a number or a name.' },
  },
  groups: ['unit', 'clock', 'range', 'number', 'subject', 'contact', 'neutral', 'condition', 'case'],
  digest(readings, { compare, ignore }): Kept | undefined {
    const facts = factsIn(readings, compare as readonly FactKind[]).filter(
      ({ place }) => !ignore.includes(place.words),
    );
    return facts.length > 0 ? { facts } : undefined;
  },
  *judge(digests, _, { isReported }) {
    for (const conflict of conflictsIn(digests)) {
      const { kind, variants } = conflict;
      const rare = variants.slice(1);
      const found = rare.find(({ replies }) => replies.some((index) => isReported({ index }))) ?? rare[0];
      if (!found) continue;
      const at = found.replies.find((index) => isReported({ index })) ?? found.replies[0] ?? 0;
      const others = variants.filter((variant) => variant !== found);
      const places = variants.flatMap(({ replies }) => replies).filter((index) => index !== at);
      yield {
        at: { index: at },
        place: placeOf(at, conflict, found, digests),
        message: messageFor(conflict, found, others, digests),
        suggestions: [ADVICE[kind]],
        about: places.slice(0, MOST_PLACES).map((index) => {
          const variant = variants.find(({ replies }) => replies.includes(index));
          return { at: { index }, place: variant && placeOf(index, conflict, variant, digests) };
        }),
      };
    }
  },
  examples,
});

function placeOf(
  index: number,
  { kind, about }: Conflict,
  { value }: Variant,
  digests: Digests<Kept>,
): Place | undefined {
  const stated = digests.at(index).data.facts.filter((fact) => fact.kind === kind && fact.value === value);
  return (stated.find((fact) => fact.about === about) ?? stated[0])?.place;
}

function messageFor(conflict: Conflict, found: Variant, others: readonly Variant[], digests: Digests<Kept>): string {
  const words = (variant: Variant) => {
    // A link shows other words than its address.
    if (conflict.kind === 'links') return `“${variant.value}”`;
    return `“${placeOf(variant.replies[0] ?? 0, conflict, variant, digests)?.words}”`;
  };
  const named = others.slice(0, MOST_NAMED).map((variant) => {
    const { reply } = digests.at(variant.replies[0] ?? 0);
    return `${words(variant)} in ${variant.count === 1 ? '' : `${variant.count} replies, such as `}“${reply.title ?? reply.id}”`;
  });
  const rest = others.length > MOST_NAMED ? ' …' : '';
  return `${words(found)} ${VERBS[conflict.kind]} ${named.join(' and ')}${rest}`;
}
