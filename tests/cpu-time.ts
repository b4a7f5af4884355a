/** How long a piece of work keeps the processor busy, in milliseconds. A machine with other work to do changes little in it. */
export function cpuTimeOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
