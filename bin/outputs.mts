import { fstatSync, statSync, writeSync } from 'node:fs';
import type { Output } from '../src/cli/world.js';

type Listener = (error: NodeJS.ErrnoException) => void;

/**
 * Standard output and standard error.
 * @param listeners called with what could not be written. A reader that has gone, as with `| head`, is no failure.
 */
export function standardOutputs({ unwritten, unsaid }: { readonly unwritten: Listener; readonly unsaid: Listener }): {
  readonly stdout: Output;
  readonly stderr: Output;
} {
  return { stdout: output(1, () => process.stdout, unwritten), stderr: output(2, () => process.stderr, unsaid) };
}

/** Files, pipes and sockets are written to as they are: Node’s streams take longer to load than most reports to write. */
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
      // Another process has made the pipe one that does not wait; the stream does.
      left = open();
      left.write(rest);
    },
  };
}

/** False for a terminal, and for whatever may be one. */
function isDirect(handle: number): boolean {
  if (process.platform === 'win32') return false;
  try {
    const status = fstatSync(handle);
    // A program of Node that starts this one reads from a socket.
    if (status.isFile() || status.isFIFO() || status.isSocket()) return true;
    return status.isCharacterDevice() && status.rdev === statSync('/dev/null').rdev;
  } catch {
    return false;
  }
}

/** Writes a text. @returns what could not be written yet */
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
