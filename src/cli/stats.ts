import { PHASES, type Results, type Stats } from '../lint/index.js';

/** Returns the results with the times for each file, in the structure of ESLint's statistics. */
export function withStats(results: Results, stats: Stats): Results {
  return results.map((filePath) => (result) => ({ ...result, stats: stats.of(filePath).times }));
}

/** Formats the time spent per phase and per rule as a table. */
export function tableOf(stats: Stats): string {
  const { phases, rules, total } = stats;
  const timed = PHASES.map((phase): Row => [phase, phases.get(phase) ?? 0]);
  const other = total - timed.reduce((sum, [, took]) => sum + took, 0);
  const byRule = [...rules].sort(([, a], [, b]) => b - a);
  const allRules = byRule.reduce((sum, [, took]) => sum + took, 0);
  const parts = [
    lines('phase', [...timed, ['other', Math.max(0, other)], ['total', total]], total),
    byRule.length > 0 ? lines('rule', byRule, allRules) : '',
  ];
  return parts.filter((part) => part !== '').join('\n');
}

type Row = readonly [name: string, milliseconds: number];

function lines(head: string, rows: readonly Row[], whole: number): string {
  const width = Math.max(head.length, ...rows.map(([name]) => name.length));
  const line = (name: string, time: string, share: string) =>
    `${name.padEnd(width)}  ${time.padStart(9)}  ${share.padStart(6)}\n`;
  const share = (took: number) => (whole > 0 ? `${((took / whole) * 100).toFixed(1)}%` : '');
  return (
    line(head, 'time (ms)', 'share') + rows.map(([name, took]) => line(name, took.toFixed(1), share(took))).join('')
  );
}
