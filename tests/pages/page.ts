import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Code, Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Pages that people have written at least in part. Pages of rules are not included because they are fully generated.
 * The paths are relative to the root, with `/`.
 */
export const PAGES: readonly string[] = ['.', ...['bin', 'fixtures', 'rules', 'src'].flatMap(foldersIn)]
  .flatMap((folder) =>
    readdirSync(`${root}${folder}`)
      .filter((name) => (folder === '.' ? /\.md$/ : /^README\.md$/).test(name))
      .map((name) => (folder === '.' ? name : `${folder}/${name}`)),
  )
  .sort();

/** A code block in a page. */
export interface Block {
  readonly page: string;
  readonly line: number;
  readonly lang: string;
  readonly text: string;
}

export const parsed = (text: string): Nodes => unified().use(remarkParse).parse(text);

export const textOf = (page: string): string => readFileSync(`${root}${page}`, 'utf8');

export const BLOCKS: readonly Block[] = PAGES.flatMap((page) =>
  nodesIn(parsed(textOf(page)))
    .filter((node): node is Code => node.type === 'code')
    .map(({ lang, value, position }) => ({ page, line: position?.start.line ?? 0, lang: lang ?? '', text: value })),
);

/** Returns a node and all of its descendants. */
export function nodesIn(node: Nodes): readonly Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap((child) => nodesIn(child)) : [])];
}

function foldersIn(top: string): readonly string[] {
  const below = readdirSync(`${root}${top}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.parentPath.includes('fixtures/finding'))
    .map((entry) => `${entry.parentPath.slice(root.length)}/${entry.name}`);
  return [top, ...below];
}
