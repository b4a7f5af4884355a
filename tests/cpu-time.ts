/** Measures the CPU time of a piece of work in milliseconds, which other processes hardly affect. */
export function cpuTimeOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
