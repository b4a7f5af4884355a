/**
 * The value of an option in the `recommended` and `chat` presets. It makes the rule more lenient for users who get it
 * from a preset. A configuration that names the rule, even if only to set its severity, gets the default.
 */
interface Recommended<T> {
  readonly recommended?: T;
}

/** An option of a rule. The JSON Schema, the rule page and the validation are generated from it. */
export type Option =
  | ({ readonly type: 'flag'; readonly default: boolean; readonly description: string } & Recommended<boolean>)
  | ({
      readonly type: 'count';
      readonly default: number;
      readonly minimum?: number;
      readonly maximum?: number;
      readonly description: string;
    } & Recommended<number>)
  | { readonly type: 'text'; readonly default: string; readonly description: string }
  /** A single line of text, such as a line that a fix inserts. `''` means none. */
  | { readonly type: 'line'; readonly default: string; readonly description: string }
  /** Phrases in the phrase language. */
  | { readonly type: 'phrases'; readonly default: readonly string[]; readonly description: string }
  /** A list of plain strings. */
  | { readonly type: 'list'; readonly default: readonly string[]; readonly description: string }
  /** A list of some of the given values. */
  | {
      readonly type: 'some';
      readonly of: readonly string[];
      readonly default: readonly string[];
      readonly description: string;
    }
  /** One of the given values. */
  | { readonly type: 'one'; readonly of: readonly string[]; readonly default: string; readonly description: string };

export type Options = Readonly<Record<string, Option>>;

/** The option values that a check receives, which are those from the configuration or the defaults. */
export type Values<O extends Options> = { readonly [K in keyof O]: Widened<O[K]['default']> };

type Widened<T> = T extends boolean
  ? boolean
  : T extends number
    ? number
    : T extends string
      ? string
      : T extends readonly string[]
        ? readonly string[]
        : never;

export type AnyValues = Readonly<Record<string, boolean | number | string | readonly string[]>>;

/** Returns the options whose value in the `recommended` and `chat` presets differs from the default. */
export function recommendedOf(options: Options): AnyValues {
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, option]) =>
      'recommended' in option && option.recommended !== undefined ? [[name, option.recommended]] : [],
    ),
  );
}

/** Returns the defaults of all options. */
export function defaultsOf(options: Options): AnyValues {
  return Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]));
}
