import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Files that GitHub Actions and pre-commit need, in addition to those in the package. */
const FOR_GIT = ['action.yml', '.pre-commit-hooks.yaml'];
/**
 * The branch with one commit per release. It contains the build, so that no one who fetches it has to build anything.
 */
export const BRANCH = 'dist';

/**
 * Commits the built package on the branch `dist`. The working tree and its index stay unchanged.
 * @param {string} root
 * @param {{ files: readonly string[], tag: string, message: string }} release files: the contents of the package
 * @returns {string} the commit, which has the commit of the sources as one of its parents
 */
export function commitBuilt(root, { files, tag, message }) {
  const folder = mkdtempSync(join(tmpdir(), 'replylint-built-'));
  const env = { ...process.env, GIT_INDEX_FILE: join(folder, 'index') };
  const git = (args, input) => execFileSync('git', args, { cwd: root, env, input, encoding: 'utf8' }).trim();
  try {
    for (const path of [...files, ...FOR_GIT]) {
      const input = path === 'package.json' ? builtManifest(root, tag, remoteOf(git)) : readFileSync(join(root, path));
      const mode = path === 'bin/replylint.js' ? '100755' : '100644';
      git(['update-index', '--add', '--cacheinfo', `${mode},${git(['hash-object', '-w', '--stdin'], input)},${path}`]);
    }
    const tip = git(['for-each-ref', '--format=%(objectname)', `refs/heads/${BRANCH}`]);
    const parents = [...(tip ? [tip] : []), git(['rev-parse', 'HEAD'])].flatMap((parent) => ['-p', parent]);
    const commit = git(['commit-tree', git(['write-tree']), ...parents, '-m', message]);
    git(['update-ref', `refs/heads/${BRANCH}`, commit]);
    return commit;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function remoteOf(git) {
  try {
    return git(['remote', 'get-url', 'origin']);
  } catch {
    return undefined;
  }
}

/**
 * Removes scripts and build tools from the manifest, because nothing has to be built. `replylint init` reads the
 * repository and tag from it.
 */
function builtManifest(root, tag, url) {
  const {
    scripts: _,
    devDependencies: __,
    exports,
    ...manifest
  } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const entries = Object.entries(exports).map(([entry, to]) => {
    if (typeof to === 'string') return [entry, to];
    const { 'replylint-src': ___, ...built } = to;
    return [entry, built];
  });
  const source =
    url === undefined ? {} : { repository: { type: 'git', url: `git+${addressOf(url)}` }, releaseTag: tag };
  return `${JSON.stringify({ ...manifest, ...source, exports: Object.fromEntries(entries) }, null, 2)}\n`;
}

/** Expands the short form `git@host:team/name` to a URL. */
function addressOf(url) {
  return url.replace(/^([\w.-]+@[\w.-]+):(?!\/\/)/, 'ssh://$1/');
}
