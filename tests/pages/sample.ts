import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { folderWith, type Ran, replylint } from '../command-line.js';
import { root } from './page.js';

const MAIL = 'Hi {{ticket.requester.first_name}},\n\nyou failed to send the form.\n\nKind regards,\n{{agent.name}}\n';
const EXPORT = JSON.stringify({
  macros: [{ id: 1, title: 'Refund', active: true, actions: [{ field: 'comment_value', value: MAIL }] }],
});
const PLUGIN = `export const rules = [{ ${['id: "acme/no-superlatives"', 'segment: "respect"', 'principle: "P."', 'why: "W."'].join(', ')},
  source: 'S', presets: {}, kind: 'check', groups: [], reported: [], phrases: { '*': {} }, ownPhrases: () => ({}),
  appliesTo: {}, options: {}, examples: { good: [], bad: [] }, *check() {} }];\n`;

const FILES = {
  'macros/refund.md': MAIL,
  'macros/legal.json': EXPORT,
  'chat/hello.md': 'Hi {{ticket.requester.first_name}}, how can I help?\n',
  'zendesk-macros.json': EXPORT,
  'acme-rules.js': PLUGIN,
  'package.json': '{"type": "module"}',
};

/**
 * Creates a repository as the pages assume it: macros in `macros/`, an export, a plug-in, and a branch to compare with.
 */
export function sample(more: Readonly<Record<string, string>> = {}): string {
  const cwd = folderWith({ '.replylintrc.json': '{"rules": {}}', ...FILES, ...more });
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.com', ...args], { cwd, stdio: 'pipe' });
  git('init', '-q');
  git('add', 'chat');
  git('commit', '-qm', 'Chat');
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  git('add', '-A');
  return cwd;
}

/** No time passes while a page is tested, and the command can be fetched from a fixed place. */
const WORLD = {
  async *watch() {},
  source: () => ({ url: 'https://git.example.com/replylint', revision: 'v1.0.0' }),
};

const packageScripts: Readonly<Record<string, string>> = packageJson.scripts;

/** Commands of other programs that the pages contain, word for word. */
const OTHERS: ReadonlySet<string> = new Set([
  'npm ci',
  'npm install --save-dev ../replylint',
  'npm install --save-dev husky lint-staged',
  'npx husky init',
  "echo 'npx lint-staged' > .husky/pre-commit",
]);

/** Returns the words of the replylint command in a line of shell code. Undefined if it contains no such command. */
export function wordsOf(line: string): readonly string[] | undefined {
  const command = line.replace(/\s+#(?: .*)?$/, '').trim();
  const inner = /^source <\((.*)\)$/.exec(command)?.[1] ?? command.replace(/ > ~\S+$/, '');
  const own = /^(?:npx (?:--no-install )?)?replylint(?: (.*))?$|^node bin\/replylint\.js(?: (.*))?$/.exec(inner);
  if (!own) return undefined;
  return [...(own[1] ?? own[2] ?? '').matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

/**
 * Runs the replylint command in a line of shell code, or says why it is unknown.
 * @returns a fault; undefined if there is none
 */
export async function faultOf(line: string, cwd: string): Promise<string | undefined> {
  for (const command of line.split(' && ')) {
    const words = wordsOf(command);
    if (words) {
      const at = /^node bin/.test(command.trim()) ? root : cwd;
      const asking = words[0] === 'init' && !words.includes('--yes') ? ['--yes'] : [];
      const [args, from] = redirected(words);
      const input = from === undefined ? '' : readFileSync(join(at, from));
      const { code, out, err }: Ran = await replylint([...args, ...asking], { cwd: at, world: WORLD, input });
      if (code !== 0 && code !== 1) return `${command}: exit ${code}\n${out}${err}`;
    } else if (!isKnown(command.replace(/\s+#(?: .*)?$/, '').trim())) return `nobody knows the command: ${command}`;
  }
  return undefined;
}

/** Returns the arguments and the file that standard input is read from. */
function redirected(words: readonly string[]): readonly [args: readonly string[], from: string | undefined] {
  const at = words.indexOf('<');
  return at < 0 ? [words, undefined] : [words.slice(0, at), words[at + 1]];
}

function isKnown(command: string): boolean {
  const script = /^npm (?:run )?([\w:]+)(?: -- (\S+))?$/.exec(command);
  if (script && script[1] !== 'ci') return Object.hasOwn(packageScripts, script[1] ?? '');
  const file = /^node (?:--\S+ )*(bin\/[a-z]+\.m?js)(?: .*)?$/.exec(command)?.[1];
  return OTHERS.has(command) || (file !== undefined && readdirSync(`${root}bin`).includes(file.slice(4)));
}
