/** The CPU time of a piece of work, in milliseconds. Other work on the machine hardly changes it. */
export function cpuTimeOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
