import { FORMS, INTENTS, TOPICS } from '../../model/reply.js';
import { MARKS, TRACES } from '../evidence.js';
import { FolderError, type Line, type Section, sectionsOf } from './lines.js';

/** A group of phrases that are evidence for the same thing, such as `marks automatic` or `intents ask clear`. */
export interface CueGroup {
  readonly name: string;
  /** True if no fillers are allowed between the words of the phrases. */
  readonly isExact: boolean;
  readonly phrases: readonly string[];
}

/** The valid section names, each consisting of a kind and a name of that kind. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  titles: [...FORMS, ...INTENTS],
  marks: MARKS,
  intents: INTENTS.flatMap((intent) => [`${intent} clear`, `${intent} slight`]),
  topics: TOPICS,
  state: TRACES,
};
const ALONE = ['footer'];

/**
 * Reads `cues.txt`, which has sections such as `[marks automatic] exact` with one phrase per line.
 * @param check called with each phrase line; throws for an invalid phrase
 * @throws FolderError for an unknown or repeated heading
 */
export function readCues(text: string, file: string, check: (line: Line) => void): CueGroup[] {
  const names = new Set<string>();
  return sectionsOf(text, file).map((section) => {
    const { name, after, lines } = section;
    checkName(section);
    if (names.has(name)) throw new FolderError(`the section “${name}” stands here twice`, section);
    names.add(name);
    if (after !== '' && after !== 'exact')
      throw new FolderError(`“${after}” was not expected after a heading; it may say “exact”`, section);
    for (const line of lines) check(line);
    return { name, isExact: after === 'exact', phrases: lines.map((line) => line.text) };
  });
}

function checkName(section: Section): void {
  const { name } = section;
  const [kind = '', ...rest] = name.split(' ');
  const known = Object.hasOwn(NAMES, kind) ? NAMES[kind] : undefined;
  if (known?.includes(rest.join(' ')) || ALONE.includes(name)) return;
  const expected = known
    ? known.map((one) => `${kind} ${one}`)
    : [...Object.keys(NAMES).map((one) => `${one} …`), ...ALONE];
  throw new FolderError(`“[${name}]” is no section of this file; expected one of ${expected.join(', ')}`, section);
}
