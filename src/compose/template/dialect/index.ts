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
const DIALECTS: readonly Dialect[] = [
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

/** The characters with which a tag of any language can begin. */
export const BEGIN_TAGS: ReadonlySet<string> = new Set(DIALECTS.flatMap(({ begins }) => [...begins]));

/**
 * Returns the template languages that a text is written in. There can be several, because a tag of one language can
 * contain a value of another.
 */
export function dialectsOf(evidence: Evidence): readonly Dialect[] {
  return DIALECTS.filter((dialect) => dialect.isUsedIn(evidence));
}
