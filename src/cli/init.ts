import { join, relative, sep } from 'node:path';
import { PLACES } from '../config/index.js';
import { bufferOf } from '../model/bytes.js';
import type { FileSystem } from '../model/file-system.js';
import { repositoryOf } from '../read/index.js';
import { plural, safe, shownPath } from '../report/index.js';
import type { Rule } from '../rule/rule.js';
import { askConventions } from './asked-conventions.js';
import { hookEntry, hookFile, type ProjectSetup, withEntry, workflowFile } from './ci-files.js';
import type { InitOptions } from './options.js';
import { proposalFor } from './proposal.js';
import { type Survey, surveyOf } from './survey.js';
import { EXIT, UsageError } from './usage.js';
import { type CommandWorld, type PackageSource, todayIn } from './world.js';

const CONFIG = '.replylintrc.json';
const HOOKS = '.pre-commit-config.yaml';
const WORKFLOW = '.github/workflows/replylint.yml';

/**
 * Runs `replylint init`, which surveys the folder, proposes a configuration, and writes the files that the user
 * accepts. No file is overwritten.
 */
export async function init(options: InitOptions, rules: readonly Rule[], world: CommandWorld): Promise<number> {
  const root = repositoryOf(world.cwd, world.fs);
  if (!root && (options.hook || options.workflow))
    throw new UsageError('init: not a git repository; --hook and --workflow need one');
  if (!options.yes && !world.ask)
    throw new UsageError('init: no interactive terminal; use --yes to write the files without prompts');
  const survey = await surveyOf({ fs: world.fs, cwd: world.cwd, rules, today: todayIn(world) });
  if (survey.replies === 0)
    throw new UsageError(
      'init: no replies found in this folder; run `replylint list --skipped` to see why files were skipped',
    );
  world.stdout.write(`${inWords(survey)}\n`);
  const offer = new Offer(options.yes ?? false, world);
  const present = configIn(world.cwd, world.fs);
  if (present) offer.say(`${present}: already exists; not changed`);
  else {
    const conventions = await askConventions(survey, (question) => offer.isSo(question));
    const proposed = `${JSON.stringify(proposalFor(survey, conventions), null, 2)}\n`;
    offer.say(`${CONFIG}:\n${proposed}`);
    if (await offer.accepts(`Write ${CONFIG}?`, true)) offer.write(join(world.cwd, CONFIG), proposed);
  }
  if (root) {
    const hook = options.hook || (!options.yes && (await offer.accepts(`Add a hook to ${HOOKS}?`, false)));
    const workflow =
      options.workflow || (!options.yes && (await offer.accepts(`Add a GitHub workflow (${WORKFLOW})?`, false)));
    if (hook || workflow) {
      const from = await sourceFor(root, world, offer);
      if (from === undefined) {
        offer.say(UNKNOWN_SOURCE);
        return EXIT.failed;
      }
      const setup = projectSetup(from, root, world, survey);
      if (hook) await addHook(join(root, HOOKS), setup, offer);
      if (workflow) offer.write(join(root, WORKFLOW), workflowFile(setup));
    }
  }
  offer.say(
    '\nNext: `replylint` lints. `replylint --suppress-all` records the existing findings in a file,\nso that only new ones are reported.',
  );
  return EXIT.clean;
}

/** Asks the user questions at the terminal and writes the files that they accept. */
class Offer {
  readonly #yes: boolean;
  readonly #world: CommandWorld;

  constructor(yes: boolean, world: CommandWorld) {
    this.#yes = yes;
    this.#world = world;
  }

  /** Prints lines. They can contain names of files and folders, so they are escaped. */
  say(text: string): void {
    this.#world.stdout.write(`${text.split('\n').map(safe).join('\n')}\n`);
  }

  /** Asks a question that only the user can answer. Without a terminal, the answer is no. */
  async isSo(question: string): Promise<boolean> {
    return !this.#yes && (await this.accepts(question, false));
  }

  /** @param usual the answer to assume if the user only presses Enter */
  async accepts(question: string, usual: boolean): Promise<boolean> {
    if (this.#yes) return true;
    for (;;) {
      const answer = await this.#world.ask?.(`${question} (${usual ? 'Y/n' : 'y/N'}) `);
      if (answer === undefined) return false;
      const said = answer.trim().toLowerCase();
      if (said === '') return usual;
      if (said === 'y' || said === 'yes') return true;
      if (said === 'n' || said === 'no') return false;
    }
  }

  /** Asks where replylint can be fetched from. Returns undefined if the user does not answer. */
  async source(): Promise<PackageSource | undefined> {
    if (this.#yes) return undefined;
    for (;;) {
      const said = await this.#world.ask?.(
        'URL and tag of the replylint repository, such as https://…/replylint.git#<tag>: ',
      );
      if (said === undefined || said.trim() === '') return undefined;
      const [, url, revision] = /^((?:https|ssh):\/\/[^\s"'#]+)#([\w./-]+)$/.exec(said.trim()) ?? [];
      if (url !== undefined && revision !== undefined) return { url, revision };
    }
  }

  /** Creates a file. If the file already exists, prints a message and leaves it unchanged. */
  write(path: string, text: string): void {
    const shown = shownPath(path, this.#world.cwd);
    try {
      if (this.#world.fs.linkStatus(path)) {
        this.say(`${shown}: already exists; not changed`);
        return;
      }
      this.#world.fs.create(path, text);
      this.say(`${shown}: written`);
    } catch (error) {
      throw unwritten(shown, error);
    }
  }

  /** Replaces the text of a file with an extended version. */
  extend(path: string, text: string, what: string): void {
    const shown = shownPath(path, this.#world.cwd);
    try {
      this.#world.fs.write(path, text);
      this.say(`${shown}: ${what}`);
    } catch (error) {
      throw unwritten(shown, error);
    }
  }

  get fs(): FileSystem {
    return this.#world.fs;
  }

  shown(path: string): string {
    return shownPath(path, this.#world.cwd);
  }
}

function unwritten(shown: string, error: unknown): UsageError {
  const { code, message } = error as NodeJS.ErrnoException;
  return new UsageError(`${safe(shown)}: cannot be written (${code ?? message})`);
}

async function addHook(path: string, setup: ProjectSetup, offer: Offer): Promise<void> {
  const then = 'run `pre-commit install` to activate the hook';
  if (!offer.fs.exists(path)) {
    offer.write(path, hookFile(setup));
    offer.say(then);
    return;
  }
  const text = bufferOf(offer.fs.read(path)).toString('utf8');
  if (/\bid:\s*["']?replylint/.test(text)) {
    offer.say(`${offer.shown(path)}: already has a replylint hook; not changed`);
    return;
  }
  const entry = hookEntry(setup);
  const extended = await withEntry(text, entry);
  if (extended !== undefined) offer.extend(path, extended, `hook added; ${then}`);
  else offer.say(`${offer.shown(path)}: not changed; add this under \`repos\`:\n${entry.join('\n')}`);
}

/** Returns the name of the configuration file in a folder. Undefined if there is none. */
function configIn(folder: string, fs: FileSystem): string | undefined {
  return PLACES.find((place) => {
    const path = join(folder, place);
    if (!fs.exists(path)) return false;
    if (place !== 'package.json') return true;
    try {
      return Object.hasOwn(JSON.parse(bufferOf(fs.read(path)).toString('utf8')), 'replylint');
    } catch {
      return false;
    }
  });
}

const UNKNOWN_SOURCE =
  'No hook or workflow written: replylint does not know where others can download it from.\nInstall it in this repository first, with `npm install --save-dev <repository URL>`.';

/** Returns where a hook and a workflow fetch replylint from. If that is not certain, no such file is written. */
async function sourceFor(root: string, world: CommandWorld, offer: Offer): Promise<ProjectSetup['from'] | undefined> {
  if (world.fs.exists(join(root, 'node_modules/replylint/package.json'))) return 'installed';
  return world.source?.() ?? (await offer.source());
}

function projectSetup(
  from: ProjectSetup['from'],
  root: string,
  { cwd, fs }: CommandWorld,
  { files }: Survey,
): ProjectSetup {
  const folder = relative(root, cwd).split(sep).join('/');
  return {
    from,
    locked: fs.exists(join(root, 'package-lock.json')),
    folder: folder === '' ? '.' : folder,
    files: files.map((file) => (folder === '' ? file : `${folder}/${file}`)),
  };
}

function inWords({ replies, files, forCustomers, helpdesks, languages, forms }: Survey): string {
  const counted = (counts: ReadonlyMap<string, number>) =>
    [...counts].map(([name, count]) => `${name === 'und' ? 'not recognized' : name} ${count}`).join(', ');
  const rows = [
    ['help desks', counted(helpdesks) || 'none recognized'],
    ['languages', counted(languages)],
    ['forms', counted(forms)],
  ];
  const internal = replies - forCustomers;
  return [
    `Found ${plural(replies, 'reply', 'replies')} in ${plural(files.length, 'file')}${internal > 0 ? `, ${internal} of them not for customers` : ''}`,
    ...rows.filter(([, said]) => said !== '').map(([name, said]) => `  ${name?.padEnd(10)}  ${said}`),
    '',
  ].join('\n');
}
