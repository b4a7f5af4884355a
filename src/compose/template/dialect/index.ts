import { blade } from './blade.js';
import type { Dialect, Evidence } from './dialect.js';
import { erb } from './erb.js';
import { freemarker } from './freemarker.js';
import { go } from './go.js';
import { handlebars } from './handlebars.js';
import { icu } from './icu.js';
import { jinja } from './jinja.js';
import { liquid } from './liquid.js';
import { literal } from './literal.js';
import { salesforce } from './salesforce.js';
import { smarty } from './smarty.js';
import { velocity } from './velocity.js';
import { glpi, mailchimp, odoo } from './vendors.js';

export type { Dialect, Evidence } from './dialect.js';

/** Languages come before those whose characters they could claim. */
export const DIALECTS: readonly Dialect[] = [
  literal,
  blade,
  go,
  handlebars,
  liquid,
  jinja,
  salesforce,
  icu,
  smarty,
  freemarker,
  odoo,
  erb,
  glpi,
  velocity,
  mailchimp,
];

const DIALECTS_BY_UNIT = new Map<string, readonly Dialect[]>();
for (const unit of new Set(DIALECTS.flatMap(({ begins }) => [...begins])))
  DIALECTS_BY_UNIT.set(
    unit,
    DIALECTS.filter(({ begins }) => begins.includes(unit)),
  );

/**
 * The template languages that a text is written in. There can be several, because a tag of one language can contain a
 * value of another. The text is searched for signs of a language only once a tag of it could begin.
 */
export class DialectsInUse {
  readonly #evidence: Evidence;
  readonly #byUnit = new Map<string, readonly Dialect[]>();

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
  }

  /** Returns the languages whose tags can begin with a character. */
  beginningWith(unit: string): readonly Dialect[] {
    const known = this.#byUnit.get(unit);
    if (known) return known;
    const used = (DIALECTS_BY_UNIT.get(unit) ?? []).filter((dialect) => dialect.isUsedIn(this.#evidence));
    this.#byUnit.set(unit, used);
    return used;
  }
}
