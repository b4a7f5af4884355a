import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'rolldown/parseAst';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The layer of each folder, starting with the lowest. Folders in the same layer do not import each other. */
const FLOORS: Readonly<Record<string, number>> = {
  'src/model': 0,
  'src/language': 1,
  'src/rule': 2,
  'src/read': 3,
  'src/compose': 3,
  'src/config': 4,
  'src/lint': 5,
  'src/report': 6,
  'src/cli': 7,
  src: 7,
  rules: 8,
  bin: 9,
};

/**
 * The folders of src/lint. Each one may import itself, those listed before it, and the types of a session's options.
 */
const ROOMS = [
  'result',
  'changes',
  'cache',
  'walk',
  'load',
  'digests',
  'judge',
  'languages',
  'settle',
  'fix',
  'workers',
];

/** This module asks the operating system whether the process that left a temporary file behind is still running. */
const ASKS_FOR_PROCESSES = 'src/lint/node-file-system.ts';

/**
 * Modules that access the disk: the only file system, loaders for code, configurations and languages, and the file
 * watcher.
 */
const ON_DISK = [
  'src/config/disk.ts',
  'src/lint/node-file-system.ts',
  'src/report/load-formatter.ts',
  'src/cli/watch/node-watch.ts',
  'src/language/pack/load.ts',
];

/** Maximum length of a rule in lines. Longer logic belongs in src/rule, and words belong in phrase files. */
const LONGEST_RULE = 60;
const LONGEST_FILE = 400;

/** Entry points whose callers do not have to provide a clock. */
const WITH_CLOCK = ['src/index.ts', 'src/cli/main.ts'];

/** Matches access to the environment without an import. */
const OUTSIDE = /(?<![\w$.])(?:process|console|globalThis)\b/;
const PROCESS_MODULE = /^(?:node:)?(?:process|console)$/;
const CLOCK = /\bDate\(\s*\)|\bDate\.now\b|(?<![\w$.])performance\b/;

/** The package's own name, which rules import. */
const DOOR = 'replylint/rule';

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = ['src', 'rules', 'bin'].flatMap((folder) => filesBelow(join(root, folder)));

describe('sizes', () => {
  const isRule = (file: string) => /^rules\/[a-z-]+\.ts$/.test(file) && file !== 'rules/index.ts';
  const longerThan = (most: number, some: readonly string[]) =>
    some
      .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1 }))
      .filter(({ lines }) => lines > most);

  test('of a rule', () => {
    const rules = files.filter(isRule);
    expect(rules.length).toBeGreaterThan(30);
    expect(longerThan(LONGEST_RULE, rules)).toEqual([]);
  });

  test('of a file', () => expect(longerThan(LONGEST_FILE, files)).toEqual([]));
});

describe('floors', () => {
  const imports = files.flatMap(importsOf);

  test('the imports were found', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(100);
  });

  test('every import that a parser finds is seen', () => {
    for (const file of files) {
      const seen = new Set(importsOf(file).map(({ to }) => to));
      expect(
        importsParsedIn(file).filter((to) => !seen.has(to)),
        file,
      ).toEqual([]);
    }
  });

  test('a file imports its own folder and lower floors', () => {
    const upward = imports
      .filter(({ to }) => to.startsWith('.'))
      .map(({ from, to }) => ({ from, to: relative(root, resolve(root, dirname(from), to)) }))
      .filter(({ from, to }) => {
        const [own, other] = [folderOf(from), folderOf(to)];
        return own !== other && to !== 'package.json' && floorOf(other) >= floorOf(own);
      });
    expect(upward).toEqual([]);
  });

  test('a rule imports nothing but the door, and phrases that it keeps in a folder of its own', () => {
    const others = imports.filter(
      ({ from, to }) => from.startsWith('rules/') && from !== 'rules/index.ts' && to !== DOOR,
    );
    const isPhrases = (path: string) => /^rules\/[a-z-]+\/[a-z-]+\.ts$/.test(path);
    const reached = others.map(({ from, to }) => ({ from, to: resolve(root, dirname(from), to) }));
    expect(reached.filter(({ to }) => !isPhrases(relative(root, to).replace(/\.js$/, '.ts')))).toEqual([]);
    // Each folder of phrases belongs to one rule and contains no code.
    const owners = new Map<string, Set<string>>();
    for (const { from, to } of reached)
      if (!isPhrases(from)) owners.set(dirname(to), (owners.get(dirname(to)) ?? new Set()).add(from));
    for (const [folder, rules] of owners) expect([folder, ...rules]).toHaveLength(2);
    for (const file of files.filter(isPhrases))
      expect(readFileSync(join(root, file), 'utf8'), file).not.toMatch(
        /^(?:export )?(?:async )?(?:function|class) |=> \{/m,
      );
  });

  test('the picture in src/README.md shows these floors', () => {
    const picture = readFileSync(join(root, 'src/README.md'), 'utf8').matchAll(/^ +(\d) {2}(\S+(?:, \S+)*) {2}/gm);
    const shown = [...picture].flatMap(([, floor, folders = '']) =>
      folders.split(', ').map((folder) => [folder, Number(floor)] as const),
    );
    expect(Object.fromEntries([...shown, ['src', FLOORS.src]])).toEqual(FLOORS);
  });

  test('src knows no rules', () => {
    expect(
      imports.filter(({ from, to }) => from.startsWith('src/') && /(?:^|\/)rules\/|replylint\/rules/.test(to)),
    ).toEqual([]);
  });

  const below = files.filter((file) => !file.startsWith('bin/'));
  const codeOf = (file: string) => bareCode(readFileSync(join(root, file), 'utf8'));

  test('nothing below bin touches the process or the console', () => {
    expect(below.filter((file) => file !== ASKS_FOR_PROCESSES && OUTSIDE.test(codeOf(file)))).toEqual([]);
    expect(imports.filter(({ from, to }) => !from.startsWith('bin/') && PROCESS_MODULE.test(to))).toEqual([]);
  });

  test('one file system touches the disk, and two doors the clock', () => {
    const onDisk = imports.filter(({ to }) => /^(?:node:)?fs(?:\/promises)?$/.test(to)).map(({ from }) => from);
    expect([...new Set(onDisk)].filter((file) => !file.startsWith('bin/'))).toEqual(ON_DISK);
    expect(below.filter((file) => CLOCK.test(codeOf(file)))).toEqual(WITH_CLOCK);
  });

  test.each<[string, RegExp, boolean]>([
    ['const { env } = process;', OUTSIDE, true],
    ["read('http://a', process.env);", OUTSIDE, true],
    ["globalThis['process'].exit();", OUTSIDE, true],
    ['console.log(1);', OUTSIDE, true],
    ["const phrases = ['our process is']; // the process", OUTSIDE, false],
    [`const phrase = \`we process \${MAIL}\`;`, OUTSIDE, false],
    [`say(\`from \${process.cwd()}\`);`, OUTSIDE, true],
    ['if (/[\'"`]|process/.test(text)) process.exit();', OUTSIDE, true],
    [`if (/['"\`]|process/.test(text)) return \`it's \${text}\`;`, OUTSIDE, false],
    ['options.process(line);', OUTSIDE, false],
    ['const now = Date.now;', CLOCK, true],
    ['new Date().toISOString();', CLOCK, true],
    ["new Date('2026-01-01');", CLOCK, false],
  ])('%s', (code, pattern, isFound) => {
    expect(pattern.test(bareCode(code))).toBe(isFound);
  });

  test('a room of src/lint imports the rooms before it', () => {
    const roomOf = (path: string) => /^src\/lint\/([a-z]+)\//.exec(path)?.[1];
    const upward = imports
      .filter(({ from, to }) => roomOf(from) !== undefined && to.startsWith('.'))
      .map(({ from, to }) => ({ from, to: relative(root, resolve(root, dirname(from), to)) }))
      .filter(({ from, to }) => {
        const [own, other] = [roomOf(from), roomOf(to)];
        return own !== other && other !== undefined && ROOMS.indexOf(other) >= ROOMS.indexOf(own ?? '');
      });
    expect(new Set(files.map(roomOf).filter((room) => room !== undefined))).toEqual(new Set(ROOMS));
    expect(upward).toEqual([]);
  });

  test('no file is in a circle with another, imports of types included', () => {
    expect(circleIn(imports)).toBeUndefined();
  });

  test('a circle of types would be found', () => {
    const planted = importsIn('src/model/a.ts', "import type { B } from './b.js';\n");
    const back = importsIn('src/model/b.ts', "export type { A } from './a.js';\n");
    expect(circleIn([...planted, ...back])).toEqual(['src/model/a.ts', 'src/model/b.ts', 'src/model/a.ts']);
    expect(circleIn(planted)).toBeUndefined();
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.m?[jt]s$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function importsOf(from: string): Import[] {
  return importsIn(from, readFileSync(join(root, from), 'utf8'));
}

/** Returns what a file imports according to a parser, types included. A computed name is left out. */
function importsParsedIn(file: string): string[] {
  const found: string[] = [];
  const lang = /\.m?ts$/.test(file) ? 'ts' : 'js';
  JSON.stringify(parseAst(readFileSync(join(root, file), 'utf8'), { lang }), (_, node) => {
    const { type, source } = Object(node);
    const { value } = Object(source);
    if (/^(?:Import|Export|TSImport)/.test(type) && typeof value === 'string') found.push(value);
    return node;
  });
  return found;
}

function importsIn(from: string, text: string): Import[] {
  const found = text.matchAll(
    /(?:^|\n)(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|(?:^|\n)import\s*['"]([^'"]+)['"]/g,
  );
  return [...found].map((match) => ({ from, to: match[1] ?? match[2] ?? match[3] ?? '' }));
}

function folderOf(path: string): string {
  const parts = path.split('/');
  const two = parts.slice(0, 2).join('/');
  return two in FLOORS ? two : (parts[0] ?? '');
}

function floorOf(folder: string): number {
  const floor = FLOORS[folder];
  if (floor === undefined) throw new Error(`no floor for ${folder}`);
  return floor;
}

/** Matches comments, quoted texts, templates and regular expressions. */
const NO_CODE =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|(?<=[=(,:!&|?;{}]\s*)\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\//g;

/** Returns the code of a file without any text, but including expressions in templates. */
function bareCode(text: string): string {
  return text.replace(NO_CODE, (found) =>
    found.startsWith('`') ? [...found.matchAll(/\$\{([^}]*)\}/g)].map(([, code]) => `(${code})`).join('') : "''",
  );
}

/** Returns the files of an import cycle, with the first one repeated at the end. Undefined if there is none. */
function circleIn(imports: readonly Import[]): string[] | undefined {
  const graph = new Map<string, string[]>();
  for (const { from, to } of imports)
    if (to.startsWith('.'))
      graph.set(from, [
        ...(graph.get(from) ?? []),
        relative(root, resolve(root, dirname(from), to)).replace(/\.js$/, '.ts'),
      ]);
  const done = new Set<string>();
  const visit = (at: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(at)) return [...path.slice(path.indexOf(at)), at];
    if (done.has(at)) return undefined;
    for (const next of graph.get(at) ?? []) {
      const circle = visit(next, [...path, at]);
      if (circle) return circle;
    }
    done.add(at);
    return undefined;
  };
  for (const start of graph.keys()) {
    const circle = visit(start, []);
    if (circle) return circle;
  }
  return undefined;
}
