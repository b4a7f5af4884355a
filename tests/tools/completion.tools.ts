import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { put, root, run, workshop } from './workshop.js';

const place = workshop();
const here = join(place, 'here');

beforeAll(() => {
  put(here, { 'letters/a.md': '' });
  const printed = (shell: string) => run(`${process.execPath} ${root}/bin/replylint.js completion ${shell}`, here).said;
  // Replacements for what zsh's line editor provides to a completion script. They print what would be offered.
  const stubs = `compdef() { :; }; compset() { PREFIX=\${PREFIX#*=}; }; _files() { echo FILES; }
compadd() { shift; print -l -- $@; }; _describe() { [[ $1 == -o ]] && shift; print -l -- \${(P)2}; }
`;
  const ask = '\nwords=(replylint "$@"); CURRENT=$#words; PREFIX=$words[-1]; _replylint\n';
  put(place, { 'c.fish': printed('fish'), 'c.zsh': `${stubs}${printed('zsh')}${ask}` });
});

test.each([
  ['replylint --fix-t', /^--fix-type\t/],
  ['replylint -f sar', /^sarif\t/],
  ['replylint explain greet', /^greeting\b/],
  ['replylint in', /^init\tpropose a configuration/],
  ['replylint let', /^letters\//],
  ['replylint list --format ', /^json\t[\s\S]*^text\t/m],
  ['replylint completion z', /^zsh\n$/],
])('fish completes %s', (line, expected) => {
  const { said, code } = run(`fish --no-config -c 'source ../c.fish; complete -C "${line}"'`, here);
  expect(said).toMatch(expected);
  expect(code).toBe(0);
});

test.each([
  [['--fix-t'], /^--fix-type:fix only findings from rules in this segment$/m],
  [['-f', ''], /^sarif$/m],
  [['--format=sa'], /^sarif$/m],
  [['explain', ''], /^greeting$/m],
  [[''], /^init:propose a configuration for this folder and write it\n[\s\S]*^FILES$/m],
  [['list', '--format', ''], /^text\njson\n$/],
  [['-c', ''], /^FILES\n$/],
])('zsh completes %j', (words, expected) => {
  const { said, code } = run(`zsh -f ../c.zsh ${words.map((word) => `'${word}'`).join(' ')}`, here);
  expect(said).toMatch(expected);
  expect(code).toBe(0);
});
