import { defineRule, type Match, type Reading, type Rendering, shown, type Word } from 'replylint/rule';

type Form = 'familiar' | 'formal';

/** Which form the words of a group speak for. */
const FORMS: Readonly<Record<string, Form>> = {
  familiar: 'familiar',
  weak: 'familiar',
  you: 'familiar',
  formal: 'formal',
  capital: 'formal',
  closing: 'formal',
  own: 'formal',
};
/** Locales in which the words of the group `you` are the polite ones. */
const POLITE_YOU = /^pt-PT$/i;

/** Endings that verbs have in one form only, and words that merely end so. */
interface Ending {
  readonly form: Form;
  readonly looks: RegExp;
  readonly except: string;
}
const ENDINGS: Readonly<Record<string, readonly Ending[]>> = {
  fr: [
    {
      form: 'formal',
      looks: /..ez$/,
      except:
        'chez assez nez rez rendez-vous rodriguez martinez sanchez lopez gomez hernandez gonzalez perez ramirez fernandez alvarez suarez jimenez',
    },
  ],
  es: [
    { form: 'familiar', looks: /.(?:[aei]|d)rás$/, except: 'atrás detrás' },
    {
      form: 'familiar',
      looks: /.[aeií]rte$/,
      except:
        'parte aparte suerte muerte fuerte baluarte estandarte encarte descarte reparte comparte imparte inerte advierte convierte divierte invierte',
    },
  ],
  it: [
    { form: 'familiar', looks: /.[ei]rai$/, except: '' },
    {
      form: 'familiar',
      looks: /.[aei]rti$/,
      except:
        'parti aperti esperti certi concerti coperti offerti incerti inserti deserti scoperti reparti quarti scarti avverti diverti sofferti',
    },
  ],
};
/** Words inside others: `peux-tu`, `t’envoie`, `ajudar-te`. */
const INSIDE: Readonly<
  Record<string, readonly { readonly form: Form; readonly looks: RegExp; readonly except: string }[]>
> = {
  fr: [
    { form: 'familiar', looks: /^t'|-(?:tu|toi)$/, except: '' },
    { form: 'formal', looks: /-vous$/, except: 'rendez-vous' },
  ],
  pt: [{ form: 'familiar', looks: /-te$/, except: '' }],
};

/** French imperatives before `-moi` and `-nous`. */
const FRENCH_ORDERS = 'dis fais envoie écris donne indique réponds appelle contacte renvoie laisse tiens'
  .split(' ')
  .flatMap((verb) => [`${verb}-moi`, `${verb}-nous`]);

export default defineRule({
  id: 'consistent-formality',
  segment: 'respect',
  principle: 'Address the customer in one form, familiar or formal, from greeting to signature.',
  why: 'A reply that changes from “Sie” to “du” was pasted together, and the customer sees the seam. Either form can be right; both at once never are.',
  source: 'The key to great customer service; All Customers Are Different',
  presets: { recommended: 'error' },
  options: {
    form: {
      type: 'one',
      of: ['auto', 'familiar', 'formal'],
      default: 'auto',
      description: 'The form to keep to; with `auto`, whichever a reply uses more.',
    },
  },
  // `capital`: only with a capital inside a sentence. `weak`: only where it stands twice. `closing`: only in the signature.
  phrases: {
    // English has one form of address: there is nothing to mix.
    en: {},
    de: {
      familiar: [
        '(du|dich|dir|dein|deine|deinen|deinem|deiner|deines|deins|euch|euer|eure|euren|eurem|eurer|eures)',
        'ihr (habt|könnt|seid|wollt|möchtet|braucht|müsst|dürft|werdet|solltet|wisst|findet|bekommt|erhaltet)',
        '(habt|könnt|seid|wollt|möchtet|braucht|müsst|dürft|werdet|solltet|wisst) ihr',
        '^(bitte|dann)? (schreib|schick|sag|gib|schau|klick|ruf|lass|nimm|prüf|probier|versuch|vergiss|trag|meld|wirf)',
        '^(bitte|dann)? (antworte|öffne|wähle|klicke|prüfe) (bitte|einfach|uns|mir|auf|den|die|das|dein*)',
      ],
      capital: ['(sie|ihnen|ihr|ihre|ihren|ihrem|ihrer|ihres|ihrerseits)'],
      closing: ['^(ihr|ihre)'],
      // At the start of a sentence “Ihre” may be “her”, but hardly before what a customer has with a shop.
      own: [
        '^(ihr|ihre|ihren|ihrem|ihrer) (bestellung|nachricht|anfrage|mail|e-mail|rechnung|zahlung|kundennummer|daten|rückmeldung|sendung|lieferung|retoure|erstattung|frage|fragen|buchung|reservierung|anliegen|konto|kundenkonto|paket|ticket|vertrag|passwort|geld|abo|abonnement|guthaben|gutschrift|termin|mitgliedschaft|feedback|zufriedenheit|geduld)',
      ],
      formal: ['sehr (geehrte|geehrter|geehrtes)', '(liebe|hallo|hi|tag) frau', '(lieber|hallo|hi|tag) herr'],
    },
    fr: {
      familiar: [
        '(tu|te|toi|ta|tes|tienne|stp)',
        // Not “le ton de votre message”.
        '!(le|ce|un|au|du|même) ton !(de|du|employé)',
        "n'hésite pas",
        ...FRENCH_ORDERS,
        "^(clique|réponds|envoie|écris|regarde|essaie|vérifie|ouvre|choisis|connecte|contacte|renvoie) (moi|nous|ici|sur|à|le|la|les|un|une|si|que|donc|simplement|bien|d'abord)",
      ],
      formal: ['(vous|votre|vos|vôtre|vôtres|veuillez)'],
    },
    es: {
      familiar: [
        '(tú|te|ti|tu|tus|contigo|tuyo|tuya|tuyos|tuyas|vos)',
        '(puedes|tienes|quieres|necesitas|eres|estás|debes|sabes|deseas|prefieres|podés|tenés|querés|necesitás|has|hayas|puedas|tengas|quieras|necesites)',
        '(dinos|dime|cuéntanos|cuéntame|avísanos|avísame|escríbenos|escríbeme|envíanos|envíame|contáctanos|mándanos|mándame|indícanos|indícame|déjanos|permítenos|ponte|respóndenos|llámanos)',
        'no dudes',
        'haz clic',
        '^(por favor)? (responde|escribe|envía|haz|revisa|comprueba|accede|pulsa|abre|sigue|rellena|descarga|reinicia) (a|al|el|la|los|las|este|esta|tu|en|con|que|si|nos|un|una)',
      ],
      formal: [
        '(usted|ud|vd)',
        '(envíenos|envíeme|escríbanos|escríbame|contáctenos|indíquenos|indíqueme|díganos|dígame|póngase|permítanos|háganos|avísenos|avíseme|respóndanos|llámenos|facilítenos|proporciónenos|déjenos|cuéntenos)',
        '(ayudarle|atenderle|informarle|contactarle|agradecerle|servirle|responderle|ofrecerle|escribirle)',
        'le (agradecemos|agradezco|informamos|informo|recomendamos|recomiendo|rogamos|ruego|pedimos|escribo|escribimos|recordamos|deseamos|invitamos|mantendremos|mantendré|saluda|saludamos|sugerimos|solicitamos|confirmamos|confirmo|enviamos)',
        'no dude',
        'haga clic',
        // Not “puede tardar”: what may be asked of the reader only.
        '(puede|podría|quiere|querría|le importaría) (usted)? (por favor)? (enviarme|enviarnos|mandarme|mandarnos|decirme|decirnos|indicarme|indicarnos|confirmarme|confirmarnos|facilitarme|facilitarnos|proporcionarme|proporcionarnos|pasarme|pasarnos|darme|darnos|explicarme|explicarnos|contarme|contarnos|escribirme|escribirnos|llamarme|llamarnos|responderme|respondernos|reenviarme|reenviarnos|adjuntarme|adjuntarnos|ayudarme|ayudarnos|contactarme|contactarnos)',
        '^(por favor)? (responda|envíe|haga|revise|compruebe|acceda|pulse|abra|siga|rellene|descargue|reinicie|escriba|verifique|seleccione|introduzca)',
      ],
    },
    pt: {
      familiar: ['(tu|te|ti|contigo|teu|tua|teus|tuas)', '(podes|tens|queres|estás|deves|sabes|precisares|quiseres)'],
      you: ['você'],
      formal: [
        '(o|ao|do|pelo|no) senhor',
        '(a|à|da|pela|na) senhora',
        '(o a|ao à|do da) (senhor|senhora)',
        'vossa (senhoria|excelência)',
        'v (exa|ex|sa)',
      ],
    },
    it: {
      familiar: [
        '(tu|ti|te|tuo|tua|tuoi|tue|puoi|hai|vuoi|devi|sai|potrai|dovrai|avrai|vedrai|sarai|saprai|vorrai|farai)',
        '(fammi|facci|dicci|dimmi|scrivimi|scrivici|mandami|mandaci|inviami|inviaci|contattaci|contattami|rispondici|rispondimi|chiamaci|aiutaci)',
        'non esitare',
        '^(clicca|rispondi|scrivi|accedi|apri|vai|controlla|segui|inserisci|scarica|attendi|seleziona) (a|al|alla|su|sul|sulla|il|lo|la|i|gli|le|questo|questa|qui|nel|nella|in|pure|un|una|che|se)',
      ],
      capital: ['(lei|la|le|suo|sua|suoi|sue)'],
      formal: [
        '(la|le) (ringrazio|ringraziamo|informo|informiamo|ricordo|ricordiamo|confermo|confermiamo|chiedo|chiediamo|auguro|auguriamo|consiglio|consigliamo|comunico|comunichiamo|scrivo|scriviamo|suggerisco|suggeriamo|assicuro|assicuriamo|invito|invitiamo|contatterò|contatteremo|terrò|terremo|risponderò|risponderemo)',
        '(mi|ci) (faccia|scriva|dica|contatti|mandi|invii|risponda)',
        '(può|potrebbe|vuole|vorrebbe) (inviarci|inviarmi|mandarci|mandarmi|dirci|dirmi|scriverci|scrivermi|confermarci|confermarmi|indicarci|indicarmi|fornirci|fornirmi|chiamarci|chiamarmi|contattarci|contattarmi|spiegarci|spiegarmi)',
        '(non esiti|faccia clic|egregio|egregia|spettabile)',
        '(aiutarla|ringraziarla|assisterla|servirla|aggiornarla|ricontattarla)',
        '^(clicchi|risponda|scriva|invii|acceda|apra|vada|segua|inserisca|scarichi|attenda|selezioni)',
      ],
    },
    nl: {
      familiar: [
        '(jij|jou|jouw|jouwe|jezelf|alsjeblieft|dankjewel)',
        'dank je',
        '^(en|maar|of|dan)? (kun|kan|heb|wil|ben|zou|mag|weet|zie|krijg|stuur|had|moet|gebruik|vind|lukt het) je',
        '(voor|van|met|over|dat|als|of|zodra|wanneer) je (bericht|mail|e-mail|bestelling|bestelnummer|vraag|pakket|account|reactie|geduld|betaling|factuur|abonnement|aankoop|gegevens|adres|melding|aanvraag|klacht|retour|wachtwoord|reservering|hulp|contact)',
        '(is|staat|komt|was) je (bericht|bestelling|vraag|pakket|account|betaling|factuur|abonnement|aanvraag|reservering)',
      ],
      weak: ['je'],
      formal: ['(u|uw|uwe|uzelf|alstublieft|geachte)'],
    },
  },
  *check(reading, { form }) {
    const spoken = wordsOfForm(reading);
    const wrong = form === 'auto' ? rarer(spoken) : form === 'formal' ? 'familiar' : 'formal';
    const other = spoken.find((one) => one.form !== wrong);
    if (form === 'auto' && !other) return;
    let sentence = -1;
    for (const one of spoken) {
      if (one.form !== wrong || one.sentence === sentence) continue;
      sentence = one.sentence;
      const written = ({ start, end }: Spoken) => shown(reading.rendering.text.slice(start, end));
      yield {
        span: { start: one.start, end: one.end },
        message:
          form === 'auto' && other
            ? `“${written(one)}” is ${wrong}, while “${written(other)}” is ${other.form}`
            : `“${written(one)}” is ${wrong}, where the form is to be ${form}`,
        suggestions: [`Write it in the ${wrong === 'formal' ? 'familiar' : 'formal'} form, like the rest`],
      };
    }
  },
  examples: {
    good: [
      {
        text: 'Vielen Dank für Ihre Mail. Bitte schicken Sie mir die Nummer.\n\nIhr Support-Team',
        locale: 'de',
      },
      {
        text: 'Hi Lena, dein Paket und die Karten sind da. Sie können geschlossen werden. Ihre Zahl ist gleich.',
        locale: 'de',
      },
      { text: 'Danke für deine Mail. Der Knopf heißt „Ihre Daten“, und sie haben ihn verschoben.', locale: 'de' },
      { text: 'Merci de votre message. Vous pouvez répondre ici, ou prendre rendez-vous chez nous.', locale: 'fr' },
      { text: 'Salut Léa, peux-tu m’envoyer ta facture ? Y a-t-il un rendez-vous ?', locale: 'fr' },
      { text: 'Hola Ana, tu paquete puede tardar dos días y te aviso mañana.', locale: 'es' },
      { text: 'Gracias por tu mensaje. Su pedido (el de Ana) ya salió.', locale: 'es' },
      { text: 'Hoi Tim, je pakket is onderweg en je kunt het volgen.', locale: 'nl' },
      { text: 'Bedankt voor uw bericht. In zo’n geval bel je meestal de winkel.', locale: 'nl' },
      { text: 'Hoi Tim, stuur a.u.b. je adres, dan komt je pakket er nog bij.', locale: 'nl' },
      { text: 'Gentile Anna, lei (la collega) la chiamerà. Può rispondere qui.', locale: 'it' },
      { text: 'Olá! Você recebeu o e-mail? Eu te aviso amanhã.', locale: 'pt-BR' },
      { text: 'Tack för ditt mejl. Kan ni skicka numret?', locale: 'sv' },
    ],
    bad: [
      { text: 'Vielen Dank für Ihre Mail. Kannst du mir die Nummer schicken?', locale: 'de', marks: ['du'] },
      {
        text: 'Liebe Frau Maier, ich habe dein Paket gefunden. Wir melden uns bei Ihnen.',
        locale: 'de',
        marks: ['dein'],
      },
      { text: 'Danke dir für deine Mail.\n\nIhr Support-Team', locale: 'de', marks: ['Ihr'] },
      { text: 'Bonjour, merci de votre message. Peux-tu m’envoyer la facture ?', locale: 'fr', marks: ['Peux-tu'] },
      {
        text: 'Gracias por tu mensaje. ¿Podría usted enviarnos el número?',
        locale: 'es',
        marks: ['Podría usted enviarnos'],
      },
      { text: '¿Puede enviarme una foto? Así te mando otro mañana.', locale: 'es', marks: ['te'] },
      {
        text: 'Ciao Anna, ti scrivo per il pacco. Potrebbe inviarci una foto?',
        locale: 'it',
        marks: ['Potrebbe inviarci'],
      },
      { text: 'Bedankt voor uw bericht. Kun je het bestelnummer sturen?', locale: 'nl', marks: ['Kun je'] },
      { text: 'La ringraziamo. Puoi inviarci il numero?', locale: 'it', marks: ['Puoi'] },
      { text: 'O senhor pode verificar se você recebeu o e-mail?', locale: 'pt', marks: ['você'] },
      { text: 'Podes responder aqui. Você recebeu o e-mail?', locale: 'pt-PT', marks: ['Você'] },
      { text: 'Danke für deine Mail.', locale: 'de', options: { form: 'formal' }, marks: ['deine'] },
    ],
  },
});

interface Spoken {
  readonly form: Form;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
}

/** All that is said in one form or the other, in order; quotations, labels and code left out. */
function wordsOfForm(reading: Reading): Spoken[] {
  const { rendering } = reading;
  const matches = reading.matches().filter((match) => isMeant(match, rendering));
  const weak = matches.filter(({ group }) => group === 'weak').length;
  const strong = matches.some(({ group }) => group !== 'weak' && FORMS[group] === 'familiar');
  const said = matches
    .filter(({ group }) => group !== 'weak' || weak > 1 || strong)
    .map(({ group, start, end, sentence }): Spoken => {
      const form = group === 'you' && POLITE_YOU.test(rendering.locale) ? 'formal' : (FORMS[group] ?? 'formal');
      return { form, start, end, sentence };
    });
  for (const [at, word] of rendering.words.entries()) {
    const form = word.kind === 'word' && !word.quoted && !word.code ? formOf(word, at, rendering) : undefined;
    if (form) said.push({ form, start: word.start, end: word.end, sentence: word.sentence });
  }
  // A word that belongs to a phrase already counted is not counted again.
  let end = 0;
  return said
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((one) => {
      const isOwn = one.start >= end;
      end = Math.max(end, one.end);
      return isOwn;
    });
}

/** The last word on a match: its place and its capital. */
function isMeant({ group, from, to, sentence }: Match, rendering: Rendering): boolean {
  const { words, text, sentences } = rendering;
  const [first, next] = [words[from], words[to]];
  if (!first || first.quoted || first.code || isAbbreviated(first, text)) return false;
  const isCapital = /^\p{Lu}/u.test(text.slice(first.start, first.end));
  if (group === 'capital') {
    // “La Spezia” is a name.
    const isName = first.folded.length < 3 && next !== undefined && /^\p{Lu}/u.test(text.slice(next.start, next.end));
    return isCapital && !isName && !isStart(from, rendering);
  }
  if (group !== 'closing') return true;
  const line = sentences[sentence];
  return isCapital && line?.ends === '' && sentence >= sentences.length - 3 && line.to - line.from <= 5;
}

/** True for the letters within “a.u.b.”, which is said in either form. */
function isAbbreviated({ start, end }: Word, text: string): boolean {
  return text[end] === '.' && /\p{L}\.$/u.test(text.slice(Math.max(0, start - 2), start));
}

/** True where a capital means nothing: at the start of a sentence, after a colon, an opening quote or a bracket. */
function isStart(at: number, { words, text, sentences }: Rendering): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (!word || !before || sentences[word.sentence]?.from === at) return true;
  return /[:.!?…"“„»«(•]/.test(text.slice(before.end, word.start));
}

/** The form that a word’s ending, or a word inside it, speaks for. */
function formOf(word: Word, at: number, rendering: Rendering): Form | undefined {
  const language = rendering.locale.slice(0, 2);
  const { folded } = word;
  const is = ({ looks, except }: Ending, written: string) =>
    looks.test(written) && !except.split(' ').includes(written) && !except.split(' ').includes(folded);
  const inside = INSIDE[language]?.find((one) => is(one, folded));
  if (inside) return inside.form;
  const isName = /^\p{Lu}/u.test(rendering.text.slice(word.start, word.end)) && !isStart(at, rendering);
  if (isName) return undefined;
  const parts = folded.split(/['-]/);
  return ENDINGS[language]?.find((ending) => parts.some((part) => is(ending, part)))?.form;
}

/** The form that is used less; of two used alike, the one that comes in later. */
function rarer(spoken: readonly Spoken[]): Form {
  const formal = spoken.filter(({ form }) => form === 'formal').length;
  const familiar = spoken.length - formal;
  if (formal === familiar) return spoken[0]?.form === 'formal' ? 'familiar' : 'formal';
  return formal < familiar ? 'formal' : 'familiar';
}
