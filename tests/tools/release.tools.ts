import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { cloneOfProject, put, root, run, workshop } from './workshop.js';

const clone = join(workshop(), 'clone');
const tag = `v${packageJson.version}`;
const release = () => run('npm run --silent release', clone);

beforeEach(() => {
  rmSync(clone, { recursive: true, force: true });
  cloneOfProject(clone);
});

describe('a release is refused', () => {
  test('with changes that are not committed', () => {
    put(clone, { 'new.txt': 'new' });
    expect(release()).toEqual({ code: 1, said: 'release: there are uncommitted changes; commit them first\n' });
  });

  test('with a tag that is there, and without a section of the changelog', () => {
    const log = readFileSync(join(root, 'CHANGELOG.md'), 'utf8').replace(`## ${packageJson.version}\n`, '');
    put(clone, { 'CHANGELOG.md': log });
    run(`git commit -qam "No section" && git tag ${tag}`, clone);
    expect(release()).toEqual({
      code: 1,
      said: `release: the tag ${tag} exists; raise "version" in package.json\nrelease: CHANGELOG.md has no section "## ${packageJson.version}"\n`,
    });
  });
});
