// Measures the CPU time of replylint, compared with other linters and with the minimum work of any linter:
//
//   npm run bench                     everything, which takes a minute or two
//   npm run bench -- --large          also 10,000 templates and 100,000 replies
//   npm run bench -- --peers          installs the other linters first
//   npm run bench -- --only export    only the groups with this in their name
//   npm run bench -- --write          saves the ratios in baseline.json
//   npm run bench -- --check          exits with code 1 if a ratio is more than 15% above the saved one
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { inputOf } from './inputs.js';
import { measured, memoryOf } from './measure.js';
import { installPeers, peersOn } from './peers.js';

const { values: asked } = parseArgs({
  options: {
    large: { type: 'boolean' },
    peers: { type: 'boolean' },
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: '7' },
    write: { type: 'boolean' },
    check: { type: 'boolean' },
  },
});
/** Maximum ratio to the baseline. A larger increase is a regression. */
const TOLERATED = 1.15;
const HERE = fileURLToPath(new URL('.', import.meta.url));
const KEPT = fileURLToPath(new URL('../../node_modules/.cache/replylint/bench', import.meta.url));
const PEERS = join(KEPT, 'peers');
// The inputs are in the temporary folder because linters skip files in `node_modules`.
const INPUTS = join(tmpdir(), 'replylint-bench');
const BASELINE = join(HERE, 'baseline.json');

const node = process.execPath;
const BIN = fileURLToPath(new URL('../../bin/replylint.js', import.meta.url));
const replylint = (...words) => [node, BIN, '--no-config-lookup', ...words];
const nothing = { name: 'node -e 0', command: [node, '-e', '0'] };
const floor = (what, input) => ({
  name: `${what} and nothing else`,
  command: [node, join(HERE, 'floor.js'), what, input],
});
const input = (name) => inputOf(INPUTS, name);

/** Groups of programs that are run in turn. In each group, all programs are compared with the first. */
function groups() {
  const small = input('small/a.md');
  const found = [
    {
      title: 'start',
      programs: [
        nothing,
        ...['--version', '--help'].map((word) => ({
          name: `replylint ${word}`,
          command: [node, BIN, word],
        })),
      ],
    },
    {
      title: 'one small file',
      programs: [nothing, { name: 'replylint', command: replylint(small) }, ...peersOn(PEERS, small)],
    },
    templates(1000),
    exported(10_000),
    ...['one-line.txt', 'braces.txt', 'conditionals.txt', 'long-page.md', 'long-reply.md'].map(odd),
  ];
  return asked.large ? [...found, templates(10_000), exported(100_000)] : found;
}

function templates(count) {
  const folder = input(`templates-${count}`);
  const cache = ['--cache', '--cache-location', join(INPUTS, `cache-${count}`)];
  return {
    title: `${count} templates`,
    programs: [
      floor('read', folder),
      { name: 'replylint', command: replylint(folder) },
      { name: 'replylint with a warm cache', command: replylint(...cache, folder) },
      ...peersOn(PEERS, folder),
    ],
  };
}

function exported(count) {
  const macros = input(`macros-${count}.json`);
  const lines = input(`replies-${count}.ndjson`);
  return {
    title: `an export of ${count} replies`,
    programs: [
      floor('parse', macros),
      { name: 'replylint, JSON', command: replylint(macros) },
      floor('lines', lines),
      { name: 'replylint, NDJSON', command: replylint(lines) },
    ],
  };
}

/** The file is compared with an export of roughly the same size whose texts are ordinary. */
function odd(name) {
  return {
    title: name,
    programs: [
      { name: 'replylint, 10000 ordinary replies', command: replylint(input('macros-10000.json')) },
      { name: `replylint, ${name}`, command: replylint(input(name)) },
    ],
  };
}

if (asked.peers) installPeers(PEERS);
const known = existsSync(BASELINE) ? JSON.parse(readFileSync(BASELINE, 'utf8')) : {};
const ratios = {};
let worse = 0;
for (const { title, programs } of groups().filter((group) => group.title.includes(asked.only))) {
  const figures = measured(programs, Number(asked.rounds));
  process.stdout.write(
    `\n| ${title.padEnd(40)} |  CPU s |  ratio |   MB | before |\n| ${'-'.repeat(40)} | -----: | -----: | ---: | -----: |\n`,
  );
  for (const program of programs) {
    const { cpu, ratio } = figures.get(program.name);
    const key = `${title}: ${program.name}`;
    const before = known[key];
    const isOurs = program.name.startsWith('replylint');
    if (isOurs) ratios[key] = Number(ratio.toFixed(2));
    const isWorse = isOurs && before !== undefined && ratio > before * TOLERATED;
    if (isWorse) worse += 1;
    const verdict = isWorse ? ' slower' : isOurs && before === undefined ? ' no baseline' : '';
    const cells = [cpu.toFixed(3), ratio.toFixed(2), memoryOf(program)?.toFixed(0) ?? '', before?.toFixed(2) ?? ''];
    process.stdout.write(
      `| ${program.name.padEnd(40)} | ${cells.map((cell, at) => cell.padStart(at === 2 ? 4 : 6)).join(' | ')} |${verdict}\n`,
    );
  }
}
if (asked.write) writeFileSync(BASELINE, `${JSON.stringify({ ...known, ...ratios }, null, 2)}\n`);
if (asked.check && worse > 0) process.exitCode = 1;
