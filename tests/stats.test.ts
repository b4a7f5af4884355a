import { describe, expect, test } from 'vitest';
import { folderWith, replylint } from './command-line.js';

const BAD = 'Hi [Name],\n\nyou failed to send the form, and that is GREAT!!!\n\nBest,\n[Your Name]\n';
const cwdWith = () => folderWith({ 'a.md': BAD, 'b.md': BAD });
const ARGS = ['--no-config-lookup', 'a.md', 'b.md'];

interface Times {
  times: {
    passes: {
      parse: { total: number };
      rules: Record<string, { total: number }>;
      fix: { total: number };
      total: number;
    }[];
  };
  fixPasses: number;
}

describe('--stats', () => {
  test('times by phase and by rule, on standard error, that add up', async () => {
    const { out, err, code } = await replylint(['--stats', ...ARGS], { cwd: cwdWith() });
    expect(out).toContain('no-blame-shifting');
    expect(code).toBe(1);
    const [phases = [], rules = []] = err.split('\n\n').map((table) =>
      table
        .trim()
        .split('\n')
        .map((line) => line.split(/\s{2,}/)),
    );
    expect(phases.map(([name]) => name)).toEqual('phase find read compose rules fix report other total'.split(' '));
    const times = phases.slice(1).map(([, time]) => Number(time));
    const total = times.pop() ?? 0;
    expect(times.reduce((sum, time) => sum + time, 0)).toBeCloseTo(total, 0);
    expect(times.slice(1, 4).every((time) => time > 0)).toBe(true);
    expect(rules.map(([name]) => name)).toEqual(
      expect.arrayContaining(['no-blame-shifting', '(phrases of all rules)']),
    );
    const ofRules = rules.slice(1).map(([, time]) => Number(time));
    expect(ofRules).toEqual([...ofRules].sort((a, b) => b - a));
  });

  test('with -f json, in ESLint’s shape, on every result', async () => {
    const { out } = await replylint(['--stats', '-f', 'json', ...ARGS], { cwd: cwdWith() });
    const results = JSON.parse(out) as { stats: Times }[];
    expect(results).toHaveLength(2);
    for (const { stats } of results) {
      const [pass] = stats.times.passes;
      expect(pass?.parse.total).toBeGreaterThan(0);
      expect(pass?.rules['no-blame-shifting']?.total).toBeGreaterThan(0);
      expect(pass?.total).toBeGreaterThanOrEqual(pass?.parse.total ?? 0);
      expect(stats.fixPasses).toBe(0);
    }
  });

  test('a file that is fixed took passes', async () => {
    const shouting = { 'a.md': BAD.replace('GREAT!!!', 'great!!!') };
    const args = [
      '--stats',
      '-f',
      'json',
      '--fix-dry-run',
      '--rule',
      'no-shouting: warn',
      '--no-config-lookup',
      'a.md',
    ];
    const [result] = JSON.parse((await replylint(args, { cwd: folderWith(shouting) })).out) as {
      stats: Times;
      output?: string;
    }[];
    expect(result?.output).toContain('great!\n');
    expect(result?.stats.fixPasses).toBeGreaterThan(0);
    expect(result?.stats.times.passes[0]?.fix.total).toBeGreaterThan(0);
  });

  test('without it nothing is said of times', async () => {
    const { out, err } = await replylint(['-f', 'json', ...ARGS], { cwd: cwdWith() });
    expect(out).not.toContain('"stats"');
    expect(err).toBe('');
  });
});
