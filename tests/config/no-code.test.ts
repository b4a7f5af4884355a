import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { built } from '../built.js';
import { folderWith, replylint } from '../command-line.js';

const REPLY = { 'replies/a.md': 'Hi [Name],\n\nyou failed to send the form.\n\nBest,\n[Your Name]\n' };
/** Code that leaves a file behind if it is run. */
const RAN = "require('node:fs').writeFileSync(require('node:path').join(__dirname, 'ran'), '');\n";
const CANARY = { 'canary.cjs': `${RAN}module.exports = {};\n` };
const ESM = "import { writeFileSync } from 'node:fs';\nwriteFileSync(new URL('../ran', import.meta.url), '');\n";

/** Every place where Cosmiconfig looks for its own configuration, with code in it or a reference to code. */
const META: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'package.json': { 'package.json': '{"cosmiconfig": {"$import": "./canary.cjs"}}' },
  'package.yaml': { 'package.yaml': 'cosmiconfig:\n  $import: ./canary.cjs\n' },
  'config.json': { '.config/config.json': '{"cosmiconfig": {}, "$import": "../canary.cjs"}' },
  'config.yaml': { '.config/config.yaml': '$import: ../canary.cjs\n' },
  'config.yml': { '.config/config.yml': '$import: ../canary.cjs\n' },
  'config.js': { '.config/config.js': `${RAN.replace("'ran'", "'../ran'")}module.exports = {};\n` },
  'config.cjs': { '.config/config.cjs': `${RAN.replace("'ran'", "'../ran'")}module.exports = {};\n` },
  'config.mjs': { '.config/config.mjs': `${ESM}export default {};\n` },
  'config.ts': { '.config/config.ts': `${ESM}export default {};\n` },
};

/** A configuration that refers to code with `$import`, in every kind of data file. */
const IMPORTING: Readonly<Record<string, string>> = {
  '.replylintrc': '$import: ./canary.cjs\n',
  '.replylintrc.json': '{"$import": "./canary.cjs"}',
  '.replylintrc.jsonc': '{"$import": ["./canary.cjs"]} // note',
  '.replylintrc.yaml': 'rules: {}\n$import: ./canary.cjs\n',
  '.replylintrc.yml': '$import: [./canary.cjs]\n',
  'package.json': '{"replylint": {"$import": "./canary.cjs"}}',
  'base/package': '{"replylint": {"$import": "../canary.cjs"}}',
  'base/package.jsonc': '{"replylint": {"$import": "../canary.cjs"}}',
  'base/package.yaml': 'replylint:\n  $import: ../canary.cjs\n',
};

const hasRun = (folder: string) => existsSync(join(folder, 'ran'));

describe('only the user’s own configuration runs code', () => {
  describe('cosmiconfig’s own configuration', () => {
    const trusted = { 'trusted.json': '{"rules": {"greeting": "warn"}}' };
    const inReplies = (files: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(files).map(([path, text]) => [`replies/${path}`, text]));
    const folders = new Map(
      Object.entries(META).map(([name, files]) => {
        const all = { ...REPLY, ...CANARY, ...files, ...inReplies({ ...CANARY, ...files }), ...trusted };
        return [name, folderWith(all, afterAll)];
      }),
    );

    // Cosmiconfig looks in the current folder of the process, so a single process visits these folders one after the
    // other.
    beforeAll(() => {
      const library = (name: string) => JSON.stringify(pathToFileURL(built(name)).href);
      const script = `
        const { lintFiles, lintText, loadConfig } = await import(${library('index.js')});
        const { rules } = await import(${library('rules.js')});
        const { load } = await import(${library('../bin/command.js')});
        const { run } = load({ keep: false }).command;
        const replylint = async (...args) => { process.argv.splice(2, Infinity, ...args); await run(); };
        process.stdout.write = process.stderr.write = () => true;
        const lookIn = async (folder) => {
          for (const cwd of [folder, folder + '/replies']) {
            process.chdir(cwd);
            for (const configFile of [folder + '/trusted.json', undefined]) {
              const options = { rules, ...(configFile && { configFile }) };
              await lintFiles(['.'], options);
              await lintText('Hello.', 'replies/b.md', options);
              await loadConfig('.', options);
              const config = configFile ? ['-c', configFile] : [];
              for (const untrusted of [[], ['--untrusted']]) {
                await replylint(...untrusted, ...config, '.');
                await replylint('list', ...untrusted, ...config, '.');
                await replylint('--print-config', 'a.md', ...untrusted, ...config);
              }
              await replylint('rules', ...config);
            }
          }
          await replylint('init', '--yes');
        };
        // Where one folder fails, its own test says so.
        for (const folder of ${JSON.stringify([...folders.values()])}) await lookIn(folder).catch(() => undefined);`;
      spawnSync(process.execPath, ['--input-type=module', '-e', script]);
    });

    test.each(Object.keys(META))('is not read from %s', (name) => {
      const folder = folders.get(name) ?? '';
      expect([hasRun(folder), hasRun(join(folder, 'replies'))]).toEqual([false, false]);
      // Each run searched for a configuration, and found none of its own until `init` wrote it.
      expect(existsSync(join(folder, 'replies/.replylintrc.json'))).toBe(true);
    });
  });

  test.each(Object.entries(IMPORTING))('$import in %s is an error that names the place', async (name, text) => {
    const cwd = folderWith({ ...REPLY, ...CANARY, [name]: text });
    const found = [['.'], ['list', '.'], ['--print-config', 'replies/a.md']];
    for (const args of [...(name.includes('/') ? [] : found), ['-c', name, '.'], ['rules', '-c', name]]) {
      const { code, err } = await replylint(args, { cwd });
      expect({ args, code, err }).toMatchObject({
        code: 2,
        err: expect.stringMatching(/^replylint: \S+:\d+:\d+: \$import: unknown key; use "extends"/),
      });
    }
    // With --untrusted, the configuration in the tree is ignored, and a named one is not trusted either.
    expect((await replylint(['--untrusted', '.'], { cwd })).code).toBe(1);
    expect((await replylint(['--untrusted', '-c', name, '.'], { cwd })).code).toBe(2);
    expect(hasRun(cwd)).toBe(false);
  });

  test('$import in what a configuration extends is an error, too', async () => {
    for (const [name, text] of Object.entries(IMPORTING)) {
      const cwd = folderWith({ ...REPLY, ...CANARY, [name]: text, 'mine.json': `{"extends": "./${name}"}` });
      const { code, err } = await replylint(['-c', 'mine.json', '.'], { cwd });
      expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining(`${name}`) });
      expect(err).toContain('$import: unknown key');
      expect(hasRun(cwd)).toBe(false);
    }
  });

  test('$import in a configuration that is code is an error, too', async () => {
    const cwd = folderWith({
      ...REPLY,
      ...CANARY,
      'replylint.config.mjs': "export default { $import: './canary.cjs' };",
    });
    expect(await replylint(['.'], { cwd })).toMatchObject({
      code: 2,
      err: 'replylint: replylint.config.mjs: $import: unknown key; use "extends" to build on another configuration\n',
    });
    expect(hasRun(cwd)).toBe(false);
  });

  test.each(['ts', 'mts', 'JS', 'toml'])('a configuration that ends in .%s is refused, not run', async (extension) => {
    const name = `mine.${extension}`;
    const cwd = folderWith({ ...REPLY, [name]: RAN });
    for (const args of [
      ['-c', name, '.'],
      ['--untrusted', '-c', name, '.'],
    ])
      expect(await replylint(args, { cwd })).toMatchObject({
        code: 2,
        err: `replylint: ${name}: expected a .json, .jsonc, .yaml, .yml, .js, .mjs or .cjs file\n`,
      });
    expect(hasRun(cwd)).toBe(false);
  });

  test.each([['--since', 'main'], ['--staged']])(
    'a folder that Git would take for a repository: %s',
    async (...option) => {
      const cwd = join(folderWith(REPLY), 'replies');
      const make = `git init -q -b main it && cp a.md it && cd it && git add a.md &&
      git -c user.name=A -c user.email=a@example.org commit -qm 1 && cd .. && mv it/.git/* . && rm -r it`;
      execFileSync('sh', ['-c', make], { cwd });
      writeFileSync(
        join(cwd, 'config'),
        `[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = ${cwd}\n\tfsmonitor = "touch ${cwd}/ran; false"\n`,
      );
      expect((await replylint(['--untrusted', ...option, '.'], { cwd })).code).toBe(2);
      expect(hasRun(cwd)).toBe(false);
    },
  );
});
