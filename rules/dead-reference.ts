import { defineLibraryRule, type Reference, referencesIn } from 'replylint/rule';
import { examples } from './dead-reference/examples.js';

type KeptReference = Omit<Reference, 'isDead'>;

const MESSAGES = {
  include: 'refers to dynamic content that this run does not include, so nothing is sent in its place',
  anchor: 'does not match any heading or anchor in this text',
  file: 'points to a file that does not exist',
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
      for (const { kind, target, place, isDead } of referencesIn(reading))
        if ((isDead || kind === 'file') && !ignore.some((beginning) => target.startsWith(beginning)))
          found.set(place.start, { kind, target, place });
    return found.size > 0 ? [...found.values()] : undefined;
  },
  *judge(digests, _, { hasFile }) {
    for (const digest of digests)
      for (const { kind, target, place } of digest.data) {
        if (kind === 'file' && hasFile(digest.reply, target) !== false) continue;
        yield { at: digest, place, message: `“${place.words}” ${MESSAGES[kind]}` };
      }
  },
  examples,
});
