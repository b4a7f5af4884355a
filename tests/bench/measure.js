// Measures the CPU time of whole programs: the user and system time of the program and of all processes it waited for,
// as reported by bash’s `time`. https://www.gnu.org/software/bash/manual/bash.html#index-TIMEFORMAT
import { spawnSync } from 'node:child_process';

/** These variables are removed because they affect how long Node takes to start. */
const { NODE_EXTRA_CA_CERTS, NODE_OPTIONS, NODE_COMPILE_CACHE, NODE_V8_COVERAGE, FORCE_COLOR, ...env } = process.env;

/**
 * Runs programs in turn, so that other work on the machine affects all of them equally.
 * @param {readonly { name: string, command: readonly string[], cwd?: string }[]} programs
 * @param {number} rounds
 * @returns {Map<string, { cpu: number, ratio: number }>} by name: the median in seconds, and the median of the ratios
 * to the first program in each round
 */
export function measured(programs, rounds) {
  const seconds = programs.map(() => []);
  // The first round only fills the disk caches and is not counted.
  for (let round = 0; round <= rounds; round += 1)
    for (const [at, program] of programs.entries()) {
      const cpu = cpuOf(program);
      if (round > 0) seconds[at].push(cpu);
    }
  return new Map(
    programs.map(({ name }, at) => [
      name,
      { cpu: median(seconds[at]), ratio: median(seconds[at].map((cpu, round) => cpu / seconds[0][round])) },
    ]),
  );
}

function cpuOf({ name, command, cwd }) {
  const timed = 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>&1 </dev/null';
  const { stderr, error } = spawnSync('bash', ['-c', timed, 'bench', ...command], { encoding: 'utf8', cwd, env });
  const [user, system] = (stderr ?? '').trim().split(/\s+/).slice(-2).map(Number);
  const cpu = user + system;
  if (error || !Number.isFinite(cpu)) throw new Error(`${name} could not be timed: ${error?.message ?? stderr}`);
  return cpu;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

/** Returns the maximum memory of a program in MB. Undefined without GNU time. */
export function memoryOf({ command, cwd }) {
  const { stderr, error } = spawnSync('/usr/bin/time', ['-f', '%M', ...command], {
    encoding: 'utf8',
    cwd,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const kilobytes = Number(stderr?.trim().split('\n').at(-1));
  return error || !Number.isFinite(kilobytes) ? undefined : kilobytes / 1024;
}
