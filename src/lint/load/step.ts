import type { ResolvedConfig } from '../../config/index.js';
import type { FileRecord } from '../result/file-record.js';
import type { PathStep } from '../walk/walk.js';
import type { LoadedFile } from './loaded-file.js';
import type { LongFile } from './long-file.js';

/** The results of loading the files of a run, one by one. */
export type LoadStep = LoadedStep | LongStep | KnownStep | PathStep;

/** A file, with the argument that led to it and the configuration that applies to it. */
interface FileStep {
  readonly config: ResolvedConfig;
  readonly argument: string;
  /** True if an argument names the file, false if it was found in a folder. */
  readonly named: boolean;
}

export interface LoadedStep extends FileStep {
  readonly kind: 'file';
  readonly loaded: LoadedFile;
  /** The cache key of the file. Undefined without a cache. */
  readonly key?: string | undefined;
  /** True if the file has the only reply of the run. */
  readonly isAlone?: true;
}

/** A file that is loaded passage by passage. */
export interface LongStep extends FileStep {
  readonly kind: 'long';
  readonly long: LongFile;
}

/** A file that hasn’t changed since an earlier run, or that a worker thread has linted. */
export interface KnownStep extends FileStep {
  readonly kind: 'known';
  readonly record: FileRecord;
}
