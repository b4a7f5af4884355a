import { defineLibraryRule, insertedNames, isInserted, type Reference, referencesIn } from 'replylint/rule';
import { examples } from './dead-reference/examples.js';

type KeptReference = Omit<Reference, 'isDead'>;

const MESSAGES = {
  include: 'refers to dynamic content that this run does not include, so nothing is sent in its place',
  insert: 'refers to dynamic content that is missing from its folder, so nothing is sent in its place',
  anchor: 'does not match any heading or anchor in this text',
  file: 'points to a file that does not exist',
  place: 'does not match any heading or anchor in the file that it links to',
};

export default defineLibraryRule({
  id: 'dead-reference',
  segment: 'library',
  principle: 'Refer only to content, images and files that exist.',
  why: 'The customer sees a gap or a broken link, and no one on the team notices.',
  switchOff: 'Turn it off for folders that are copied elsewhere before use, if their references point to files there.',
  source: 'The help desks’ documentation',
  presets: { recommended: 'warn' },
  options: {
    ignore: {
      type: 'list',
      default: [],
      description: 'Name and path prefixes to skip, such as `assets/`.',
    },
  },
  digest(readings, { ignore }): readonly KeptReference[] | undefined {
    const found = new Map<number, KeptReference>();
    for (const reading of readings)
      for (const { isDead, ...reference } of referencesIn(reading))
        if (
          (isDead || reference.kind === 'file' || reference.kind === 'insert') &&
          !ignore.some((start) => reference.target.startsWith(start))
        )
          found.set(reference.place.start, reference);
    return found.size > 0 || readings.some(isInserted) ? [...found.values()] : undefined;
  },
  *judge(digests, _, { hasFile, hasAnchor }) {
    const inserted = insertedNames(digests);
    for (const digest of digests)
      for (const { kind, target, anchor, place } of digest.data) {
        if (kind === 'insert' && (inserted?.has(target) ?? true)) continue;
        const isThere = kind === 'file' && hasFile(digest.reply, target) !== false;
        if (isThere && (anchor === undefined || hasAnchor(digest.reply, target, anchor) !== false)) continue;
        yield { at: digest, place, message: `“${place.words}” ${MESSAGES[isThere ? 'place' : kind]}` };
      }
  },
  examples,
});
