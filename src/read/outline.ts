import { type Role, roleOf, wordsOf } from './heading-words.js';
import type { Block } from './markdown-blocks.js';

/** A heading with the blocks directly under it and the sections below it. The file itself is a section of depth 0. */
export interface Section {
  readonly depth: number;
  readonly title: string | undefined;
  readonly role: Role;
  readonly blocks: Block[];
  readonly below: Section[];
}

/** Returns the sections of a file, nested like its headings. */
export function outlineOf(blocks: readonly Block[]): Section {
  const root: Section = { depth: 0, title: undefined, role: undefined, blocks: [], below: [] };
  const open: Section[] = [root];
  for (const block of blocks) {
    if (block.kind !== 'heading') {
      open.at(-1)?.blocks.push(block);
      continue;
    }
    while (open.length > 1 && (open.at(-1)?.depth ?? 0) >= block.depth) open.pop();
    const role = roleOf(block.text);
    const title = role === undefined || role === 'metadata' ? wordsOf(block.text) : undefined;
    const section: Section = { depth: block.depth, title, role, blocks: [], below: [] };
    open.at(-1)?.below.push(section);
    open.push(section);
  }
  return root;
}

/** Yields a section and all sections below it, in order. */
export function* sectionsIn(section: Section): Generator<Section> {
  yield section;
  for (const below of section.below) yield* sectionsIn(below);
}
