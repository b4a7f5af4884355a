/** A name that says of nobody whose it is. */
const ANYBODYS = /^(?:(?:first|last|full|given|sur|nick|user|display)?[ _-]?name|nick|nome|nombre|naam|nom|vorname)$/;
/** What stands before the writer’s own name, by language. */
const INTRODUCES: Readonly<Record<string, RegExp>> = {
  en: /\b(?:i['’´]?m|i am|my name is|my name['’]s|this is)\s$/i,
  de: /\b(?:ich bin|mein name ist|ich heiße)\s$/i,
  fr: /\b(?:je suis|je m['’]appelle)\s$/i,
  es: /\b(?:soy|me llamo|mi nombre es)\s$/i,
  pt: /\b(?:sou o|sou a|me chamo|meu nome é)\s$/i,
  it: /\b(?:sono|mi chiamo)\s$/i,
  nl: /\b(?:ik ben|mijn naam is)\s$/i,
};
/** A line that closes a letter, and the break behind it. */
const FAREWELLS: Readonly<Record<string, RegExp>> = {
  en: /^(?:kind(?:est)?|best|warm(?:est)?|many|with)?\s?(?:regards|wishes|thanks|best|cheers|sincerely|yours(?: truly| sincerely| faithfully)?|sincerely yours|all the best|thank you)[,.!]?$/i,
  de: /^(?:mit )?(?:viele|beste|liebe|freundliche[nr]?|herzliche)?\s?(?:grüße|grüßen|gruß|lg|vg|mfg)[,.!]?$/i,
  fr: /^(?:bien )?(?:cordialement|amicalement|salutations|bonne journée)[,.!]?$/i,
  es: /^(?:un |muchos )?(?:cordial )?(?:saludos?|atentamente|gracias)[,.!]?$/i,
  pt: /^(?:atenciosamente|cumprimentos|abraços?|obrigad[oa])[,.!]?$/i,
  it: /^(?:cordiali saluti|saluti|distinti saluti|a presto|grazie)[,.!]?$/i,
  nl: /^(?:met )?(?:vriendelijke|hartelijke)?\s?groet(?:en)?[,.!]?$/i,
};

/** Whether a name without an owner is the writer’s: behind a farewell, or where they introduce themselves. */
export function signsAt(body: string, at: number, path: string): boolean {
  if (!ANYBODYS.test(path)) return false;
  const before = body.slice(Math.max(0, at - 120), at).replace(/&nbsp;/g, ' ');
  if (Object.values(INTRODUCES).some((introduces) => introduces.test(before))) return true;
  const lines = before.replace(/<br\b[^<>]*>|<\/?(?:p|div)\b[^<>]*>/gi, '\n').split(/\r?\n/);
  if (lines.at(-1)?.replace(/[\s*_>–—-]/g, '') !== '') return false;
  const line =
    lines
      .slice(0, -1)
      .findLast((text) => text.trim() !== '')
      ?.replace(/^[\s*_>]+|(?<![\s*_\\])[\s*_\\]+$/g, '') ?? '';
  return Object.values(FAREWELLS).some((farewell) => farewell.test(line));
}
