import { execFileSync, spawnSync } from 'node:child_process';

/** Commands that the tests need, and the Debian packages that contain them. */
const TOOLS: Readonly<Record<string, string>> = {
  git: 'git',
  'pre-commit': 'pre-commit',
  script: 'bsdutils',
  zsh: 'zsh',
  fish: 'fish',
  chromium: 'chromium',
};

/** Installs missing commands if possible. Otherwise, reports them. */
export default function toolsFirst(): void {
  const missing = Object.keys(TOOLS).filter((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0);
  if (missing.length === 0) return;
  const packages = missing.map((tool) => TOOLS[tool] ?? tool);
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0)
    throw new Error(`these tests need ${missing.join(', ')}; with apt: apt-get install ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]])
    execFileSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
}
