import { fstatSync, statSync, writeSync } from 'node:fs';
import type { Output } from '../src/cli/world.js';

type Listener = (error: NodeJS.ErrnoException) => void;

/**
 * Returns standard output and standard error.
 * @param listeners called with the error if something could not be written, except for a closed pipe, as with `| head`
 */
export function standardOutputs({ unwritten, unsaid }: { readonly unwritten: Listener; readonly unsaid: Listener }): {
  readonly stdout: Output;
  readonly stderr: Output;
} {
  return { stdout: output(1, () => process.stdout, unwritten), stderr: output(2, () => process.stderr, unsaid) };
}

/**
 * Returns an output that writes directly to files, pipes and sockets, because Node’s streams take longer to load than
 * most reports take to write.
 */
function output(handle: 1 | 2, stream: () => NodeJS.WriteStream, failed: Listener): Output {
  const settle: Listener = (error) => {
    if (error.code !== 'EPIPE') failed(error);
  };
  let opened: NodeJS.WriteStream | undefined;
  const open = () => {
    opened ??= stream().on('error', settle);
    return opened;
  };
  let left = isDirect(handle) ? undefined : open();
  return {
    isTTY: left?.isTTY ?? false,
    get columns() {
      return left?.columns;
    },
    write: (text) => {
      const rest = left ? text : written(handle, text, settle);
      if (rest === undefined) return;
      // Another process has made the pipe non-blocking, so a stream writes the rest.
      left = open();
      left.write(rest);
    },
  };
}

/** Returns false for a terminal, and for anything that may be one. */
function isDirect(handle: number): boolean {
  if (process.platform === 'win32') return false;
  try {
    const status = fstatSync(handle);
    // An output is a socket if another Node program started this one and reads from it.
    if (status.isFile() || status.isFIFO() || status.isSocket()) return true;
    return status.isCharacterDevice() && status.rdev === statSync('/dev/null').rdev;
  } catch {
    return false;
  }
}

/**
 * Writes a text.
 * @returns the part that could not be written yet
 */
function written(handle: number, text: string | Uint8Array, failed: Listener): Uint8Array | undefined {
  let rest = typeof text === 'string' ? Buffer.from(text) : text;
  while (rest.length > 0)
    try {
      rest = rest.subarray(writeSync(handle, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return rest;
      failed(error as NodeJS.ErrnoException);
      return undefined;
    }
  return undefined;
}
