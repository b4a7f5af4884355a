import type { Part } from '../../../compose/index.js';
import type { ResolvedConfig } from '../../../config/index.js';
import type { Rendering } from '../../../model/rendering.js';
import type { Reply } from '../../../model/reply.js';
import { type PlacedFinding, runRules } from '../../judge/run-rules.js';
import type { Composed } from '../loaded-reply.js';

/** Where a reply stands, and the configuration that holds there. */
export interface Place {
  readonly absolute: string;
  readonly config: ResolvedConfig;
}

/** A reply of the run that others include. */
export class LibraryPart implements Part, Place {
  readonly reply: Reply;
  readonly locale: string | undefined;
  readonly absolute: string;
  readonly config: ResolvedConfig;
  readonly #compose: () => Promise<Composed>;
  #composed: Promise<void> | undefined;
  #renderings: readonly Rendering[] = [];
  #found: ReadonlySet<string> | undefined;

  /** @param compose composes it as it is linted where it stands */
  constructor(part: Part & Place, compose: () => Promise<Composed>) {
    this.reply = part.reply;
    this.locale = part.locale;
    this.absolute = part.absolute;
    this.config = part.config;
    this.#compose = compose;
  }

  /** To be awaited before `reports` is asked. */
  prepare(): Promise<void> {
    this.#composed ??= this.#compose().then(({ composition }) => {
      this.#renderings = composition?.renderings ?? [];
    });
    return this.#composed;
  }

  /** True where a finding of a reply that includes it is found in it, too, where it stands itself. */
  reports(finding: PlacedFinding, today: string): boolean {
    if (!this.#found) {
      const { reply, config, absolute } = this;
      const settingsOf = ({ form, intent, locale }: Rendering) =>
        config.settingsFor(absolute, { reply, form, intent, locale });
      this.#found = new Set(runRules(this.#renderings, settingsOf, today).findings.map(nameOf));
    }
    return this.#found.has(nameOf(finding));
  }
}

function nameOf({ rule, message }: PlacedFinding): string {
  return `${rule.id}\n${message}`;
}
