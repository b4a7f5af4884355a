import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeFileSystem } from '../src/lint/index.js';
import { folderWith, replylint } from './command-line.js';

const LETTER =
  'Hi {{name}},\n\nThank you for your message. I will write to you on Friday.\n\nIs there anything else?\n\nBest,\nAna\n';
const BARE = 'Please open the settings, choose Security and reset your password with the link in our message.\n';
const DOCUMENT =
  '# Setup\n\nRun `npm install`.\n\n## Usage\n\nSee the docs.\n\n## License\n\nMIT\n\n## Authors\n\nUs\n';

/** Runs, and notes which folders were listed and which files were opened, below the current folder. */
async function run(cwd: string, ...args: string[]) {
  const listed: string[] = [];
  const read: string[] = [];
  let open = 0;
  let mostOpen = 0;
  const shown = (path: string) => path.slice(cwd.length + 1);
  const fs: typeof nodeFileSystem = {
    ...nodeFileSystem,
    list: (folder) => {
      listed.push(shown(folder));
      return nodeFileSystem.list(folder);
    },
    read: (path) => {
      read.push(shown(path));
      return nodeFileSystem.read(path);
    },
    open: (path) => {
      read.push(shown(path));
      const file = nodeFileSystem.open(path);
      open += 1;
      mostOpen = Math.max(mostOpen, open);
      return {
        ...file,
        close: () => {
          open -= 1;
          file.close();
        },
      };
    },
  };
  const ran = await replylint(args, { cwd, world: { fs } });
  return { ...ran, listed, read, mostOpen };
}

describe('what a run looks at', () => {
  test('folders that are ignored or for other tools are not entered', async () => {
    const cwd = folderWith({
      'replies/a.md': LETTER,
      'replies/b.md': LETTER,
      'build/deep/b.md': LETTER,
      'replies/old/c.md': LETTER,
      'node_modules/pack/README.md': LETTER,
      '.cache/d.md': LETTER,
      'vendor/e.md': LETTER,
      'archive/f.md': LETTER,
      '.gitignore': 'build/\n',
      '.replylintignore': 'old\n',
    });
    const { listed, read } = await run(cwd, '--ignore-pattern', 'archive/**', '.');
    expect([...new Set(listed)].sort()).toEqual(['', 'replies']);
    expect(new Set(read.filter((path) => path.endsWith('.md')))).toEqual(new Set(['replies/a.md', 'replies/b.md']));
  });

  test('a file is linted before the next folder is listed, and one file is open at a time', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `f${10 + (index % 3)}/${index}.md`);
    const cwd = folderWith(Object.fromEntries(names.map((name) => [name, LETTER])));
    const steps: string[] = [];
    const fs: typeof nodeFileSystem = {
      ...nodeFileSystem,
      list: (folder) => {
        steps.push(`list ${folder.slice(cwd.length + 1)}`);
        return nodeFileSystem.list(folder);
      },
      read: (path) => {
        if (path.endsWith('.md')) steps.push(`read ${dirname(path).slice(cwd.length + 1)}`);
        return nodeFileSystem.read(path);
      },
    };
    await replylint(['.'], { cwd, world: { fs } });
    const before = steps.slice(0, steps.indexOf('list f12'));
    expect(before.filter((step) => step === 'read f10')).toHaveLength(10);
    expect((await run(cwd, '.')).mostOpen).toBeLessThanOrEqual(1);
  });

  test('a reply that greets and signs says itself what it is: no file beside it is read', async () => {
    const others = Array.from({ length: 50 }, (_, index) => [`other${index}.md`, LETTER]);
    const cwd = folderWith({ 'one.md': LETTER, ...Object.fromEntries(others) });
    const { read } = await run(cwd, 'one.md');
    expect(read.filter((path) => path.endsWith('.md'))).toEqual(['one.md']);
  });

  test('a reply that its neighbors decide is the same alone and in its folder; a folder below it is not listed', async () => {
    const others = Array.from({ length: 8 }, (_, index) => [
      `r/other${index}.md`,
      LETTER.replace('Friday', `day ${index}`),
    ]);
    const bare = { 'r/bare.md': `${BARE.repeat(2)}` };
    const cwd = folderWith({ ...Object.fromEntries(others), ...bare, 'r/deep/x.md': LETTER });
    const whole = JSON.parse((await run(cwd, '-f', 'json', 'r')).out) as { filePath: string; messages: unknown[] }[];
    const alone = await run(cwd, '-f', 'json', 'r/bare.md');
    const [own] = JSON.parse(alone.out) as { filePath: string; messages: unknown[] }[];
    expect(own?.messages).not.toEqual([]);
    expect(own).toEqual(whole.find(({ filePath }) => filePath === own?.filePath));
    expect(alone.listed).not.toContain('r/deep');
  });

  test('a module of a program beside a reply is not read for its sake', async () => {
    const cwd = folderWith({
      'bare.md': BARE.repeat(2),
      'mail.ts': `export const text = ${JSON.stringify(LETTER)};\n`,
    });
    expect((await run(cwd, 'bare.md')).read).not.toContain('mail.ts');
  });

  test('a text is read at most twice, however many are beside it', async () => {
    const texts = Array.from({ length: 120 }, (_, index) => [`docs/${index}.md`, `${DOCUMENT}\n${index}\n`]);
    const plain = Array.from({ length: 120 }, (_, index) => [
      `notes/${index}.txt`,
      `Notes of day ${index}, please read.\n`,
    ]);
    const cwd = folderWith(Object.fromEntries([...texts, ...plain]));
    const { read } = await run(cwd, 'docs', 'notes');
    const counts = new Map<string, number>();
    for (const path of read) counts.set(path, (counts.get(path) ?? 0) + 1);
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(2);
  });
});
