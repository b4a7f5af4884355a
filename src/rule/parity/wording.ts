import type { Digest, LibraryFinding } from '../library-steps.js';
import type { Loss } from './compare.js';
import { type LanguageVariant, placeIn } from './variant.js';

/** Says what a variant lost or added compared with its source, and where it added something. */
export function shownLoss(
  loss: Loss,
  source: Digest<LanguageVariant>,
  variant: LanguageVariant,
): Pick<LibraryFinding, 'place' | 'message'> {
  return {
    place: placeIn(variant, loss.added[0] ?? ''),
    message: lossInWords(loss, source.data, variant, source.reply.locale),
  };
}

/** Describes what a variant lost or added compared with its source, in the words of the texts. */
function lossInWords(loss: Loss, source: LanguageVariant, variant: LanguageVariant, locale: string): string {
  const { kind } = loss;
  // Roles are replaced by the placeholders as written in the texts.
  const [lost, added] = [shownIn(source, loss.lost), shownIn(variant, loss.added)];
  if (kind === 'number') return `Says ${quoted(added)} where the variant in “${locale}” says ${quoted(lost)}`;
  if (added.length === 0 || (kind === 'link' && lost.length > added.length))
    return `Lacks a ${kind} from the variant in “${locale}”: ${quoted(lost)}`;
  if (lost.length === 0 || (kind === 'link' && lost.length < added.length))
    return `Has a ${kind} that the variant in “${locale}” lacks: ${quoted(added)}`;
  return `Has ${quoted(added)} where the variant in “${locale}” has ${quoted(lost)}`;
}

function shownIn(variant: LanguageVariant, values: readonly string[]): readonly string[] {
  return values.map((value) => placeIn(variant, value)?.words ?? value);
}

function quoted(values: readonly string[]): string {
  return values.map((value) => `“${value}”`).join(', ');
}
