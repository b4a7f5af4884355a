import { defineAvoidanceRule, sentencesOf } from 'replylint/rule';

const VALUED =
  '(my|our|all)? (most|very|highly)? (valued|esteemed|respected|loyal|dear|beloved|fellow|honoured|honored)?';

const NOUN =
  '(customer|customers|client|clients|user|users|member|members|guest|guests|subscriber|subscribers|shopper|shoppers|buyer|buyers|seller|sellers|patron|patrons|consumer|consumers|passenger|passengers|traveller|travellers|traveler|travelers|visitor|visitors|patient|patients|tenant|resident|applicant|applicants|candidate|candidates|participant|recipient|requester|supporter|donor|merchant|vendor|player|reader|learner|student|citizen|taxpayer|homeowner|account owner|shareholder|policyholder|cardholder|accountholder|(account|policy|card|ticket|licence|license|bond|pass|plan) (holder|holders|owner))';

/** “Hello Customer Success team”, “Dear Member Services”, “Dear guest {{lastname}}”: somebody is meant. */
const NOT_A_NAME =
  '!(success|service|services|care|support|relations|experience|team|advocacy|committee|council|board|desk|department|happiness|operations|insights|{customer-name})';

const GREETED = `${VALUED} ${NOUN} ${NOT_A_NAME}`;

/** Where another language goes on in the same line, it is a name or a sentence: “Cher client Dupont”, “Liebe Gäste kamen”. */
const ENDS = /^(?:$|[\n,:;.!()/*_–—]|\s+(?:[–—-]|und\b|oder\b|et\b|ou\b|y\b|o\b|\())/;

const DE_GREETED =
  '(sehr geehrte|sehr geehrter|geehrte|geehrter|liebe|lieber|werte|werter|verehrte|verehrter|geschätzte|geschätzter|hallo|hi|guten tag|guten morgen|guten abend)';

export default defineAvoidanceRule({
  id: 'no-impersonal-greeting',
  segment: 'greeting',
  principle: 'Greet a person, not a customer record.',
  why: 'Who is called “customer” knows that the letter went to everyone. A name costs one placeholder, and “Hi there” is still warmer than a category.',
  source: 'All Customers Are Different; Excellence In Customer Service',
  presets: { recommended: 'warn', strict: 'error' },
  phrases: {
    en: {
      noun: [
        `^dear ${GREETED}`,
        `^(hi|hello|hey|hiya|howdy|greetings|attention|attn|respected) ${GREETED}`,
        `^good (morning|afternoon|evening|day) ${GREETED}`,
        `^(a)? (very)? (warm)? welcome (back|aboard)? ${GREETED} $`,
        `^(thanks|thank you) ${GREETED} $`,
        '^(our)? (most|highly)? (valued|esteemed) (customer|client|guest|member|user) $',
      ],
      title: [
        '^(dear|respected|good morning|good afternoon|good evening|good day|hello|hi|greetings) (sir|sirs|madam|madame|madams|gentleman|gentlemen|gentlepersons|mesdames) !({customer-name})',
        "^(dear|hello|hi) (ma'am|maam|ladies) !({customer-name})",
        '^(dear|hello|hi|good morning|good afternoon|good evening) (mr|mrs|ms|miss) (or)? (mr|mrs|ms|miss) !({customer-name})',
        '^(dear|hello|hi|good morning|good afternoon|good evening) (he|she|him|her) (or)? (he|she|him|her)',
      ],
      nobody: [
        '^(dear|hello|hi)? (to)? (whom|whomever|whomsoever|whoever) (so ever)? it (may|might) concern',
        '^(dear|hello|hi|hey) (whom|whomever|whoever|someone|somebody|recipient|person|human)',
      ],
      guys: ['^(hi|hello|hey|hiya|yo|dear|morning|good morning) (there)? (guys|dudes|dude|peeps|gals)'],
    },
    de: {
      noun: [
        `^${DE_GREETED} ${DE_GREETED}? (geschätzte|geschätzter|werte|werter|verehrte|verehrter)? (kund|kundin|kunde|kunden|kundinnen|nutzer|nutzerin|nutzerinnen|benutzer|benutzerin|anwender|anwenderin|mitglied|mitglieder|gast|gäste|leser|leserin|leserinnen|abonnent|abonnentin|abonnenten|mieter|mieterin|patient|patientin|bewerber|bewerberin|käufer|käuferin|teilnehmer|teilnehmerin|user|besucher|besucherin|fahrgast|fahrgäste|kontoinhaber|kontoinhaberin|versicherte|versicherter|interessent|interessentin) !(service|support|team|{customer-name})`,
      ],
      title: [
        '^(sehr geehrte|geehrte|guten tag|liebe|werte|verehrte|hallo) (sehr geehrte)? (damen und herren|damen|herren|herrschaften)',
        '^(sehr geehrte|sehr geehrter|geehrte|liebe|lieber|guten tag|hallo) (r)? (frau herr|herr frau|frau oder herr|herr oder frau)',
      ],
      nobody: ['^an (den|die) (zuständigen|zuständige|betreffende|betreffenden)'],
    },
    fr: {
      noun: [
        '^(bonjour|bonsoir|salut)? (cher|chère|chers|chères) (e|ère)? (client|cliente|clients|clientes|utilisateur|utilisatrice|utilisateurs|membre|membres|abonné|abonnée|abonnés|adhérent|adhérente|adhérents|hôte|patient|patiente|locataire|visiteur|visiteuse|lecteur|lectrice|candidat|candidate|usager|assuré|assurée|voyageur|passager) !({customer-name})',
        '^(bonjour|bonsoir|salut) (client|cliente|utilisateur|utilisatrice|membre|abonné|abonnée) !({customer-name})',
      ],
      title: [
        '^(bonjour|bonsoir|chère|chers)? (madame|mesdames|mademoiselle) (et|ou)? (cher)? (monsieur|messieurs) !({customer-name})',
        '^(bonjour|bonsoir|cher|chers)? (monsieur|messieurs) (et|ou)? (chère)? (madame|mesdames) !({customer-name})',
      ],
      nobody: ['^à qui de droit'],
    },
    es: {
      noun: [
        '^(hola|buenos días|buenas tardes|buenas noches)? (estimado|estimada|estimados|estimadas|querido|querida|queridos|apreciado|apreciada|apreciados|distinguido|distinguida|respetado|respetada) (a|as|os)? (cliente|clienta|clientes|usuario|usuaria|usuarios|socio|socia|socios|miembro|miembros|huésped|huéspedes|paciente|suscriptor|suscriptora|abonado|abonada|afiliado|afiliada|pasajero|pasajera|candidato|candidata|visitante|titular) !({customer-name})',
        '^(hola|buenos días|buenas tardes|buenas noches) (cliente|clienta|usuario|usuaria|socio|socia|miembro) !({customer-name})',
      ],
      title: [
        '^(estimados|estimadas|apreciados|distinguidos) (señores|señoras|sres) !({customer-name})',
        '^(estimado|estimada|apreciado|apreciada) (a)? (señor|señora|sr|sra) (a|o|y)? (señor|señora|sr|sra)',
        '^muy (señor mío|señores míos|señora mía|señores nuestros)',
      ],
      nobody: ['^a quien (pueda)? (corresponda|interese|interesar|corresponder|concierna)'],
    },
  },
  message: {
    noun: 'greets a record, not a person',
    title: 'greets whoever it may be',
    nobody: 'greets nobody',
    guys: 'greets a crowd, and half of it by the wrong word',
  },
  suggestions: ['Use the placeholder for the customer’s name, with “there” as its fallback'],
  counts: (match, { rendering }) => {
    const sentence = rendering.sentences[match.sentence];
    if (!/^en/i.test(rendering.locale) && !ENDS.test(rendering.text.slice(match.end, match.end + 6))) return false;
    return sentence !== undefined && (sentencesOf(rendering, 'opening').includes(sentence) || match.group !== 'guys');
  },
  examples: {
    good: [
      'Dear {{customer.first_name}},\n\nYour invoice is attached.',
      'Hi there,\n\nThe export works again.',
      'Hello Customer Success team,\n\nA client of ours asks for a call on Monday.',
      'Dear Membership Committee,\n\nThe list you asked for is below.',
      'Hi all,\n\nThe workshop begins at nine; coffee is there from half past eight.',
      { text: 'Sehr geehrte Frau {{lastname}},\n\nals Kundin erhalten Sie die Karte kostenlos.', locale: 'de' },
      { text: 'Hallo zusammen,\n\nliebe Gäste haben sich angekündigt.', locale: 'de' },
      { text: 'Bonjour Madame, Monsieur Petit,\n\nLa carte est prête.', locale: 'fr' },
      { text: 'Bonjour Madame Petit,\n\nLa carte cliente est prête.', locale: 'fr' },
      { text: 'Estimado señor Ruiz:\n\nSu tarjeta de cliente está lista.', locale: 'es' },
      'Dear Ms/Mr {last_name},\n\nThe sweep comes on Friday.',
      'Dear residents of house 12,\n\nThe lift is back in service.',
      'Dear Ms {{lastname}},\n\nYour room is ready from two.',
      'Our customers are dear to us, and you are the first to see this.',
      'Dear Mr and Mrs {{lastname}},\n\nYour cabin is confirmed for the three of you.',
      'Dear guest {{guest.lastname}},\n\nBreakfast is from seven to ten.',
      'Hello Member Services,\n\nHere is the form that you asked us for.',
      'Hi {{user.first_name | default: "there"}},\n\nCustomer numbers have eight digits; yours is on the invoice.',
    ],
    bad: [
      { text: 'Dear Customer,\n\nYour order has shipped.', marks: ['Dear Customer'] },
      { text: 'Dear valued customer,\n\nYour order has shipped.', marks: ['Dear valued customer'] },
      { text: 'Dear Sir or Madam,\n\nYour documents have arrived.', marks: ['Dear Sir'] },
      { text: 'Dear Sir/Madam,\n\nYour documents have arrived.', marks: ['Dear Sir'] },
      { text: 'To whom it may concern,\n\nThe account is closed.', marks: ['To whom it may concern'] },
      { text: 'Hello user,\n\nYour storage is nearly full.', marks: ['Hello user'] },
      { text: 'Hi valued member!\n\nYour card is in the post.', marks: ['Hi valued member'] },
      { text: 'Dear account holder,\n\nYour statement is ready.', marks: ['Dear account holder'] },
      { text: 'Dear Mr./Mrs.,\n\nYour statement is ready.', marks: ['Dear Mr./Mrs'] },
      { text: 'Good morning, dear guest,\n\nThe lift works again.', marks: ['Good morning, dear guest'] },
      { text: 'Liebe Kundin, lieber Kunde,\n\ndas Ersatzteil ist da.', locale: 'de', marks: ['Liebe Kundin'] },
      {
        text: 'Sehr geehrte Damen und Herren,\n\ndie Erstattung ist angewiesen.',
        locale: 'de',
        marks: ['Sehr geehrte Damen und Herren'],
      },
      { text: 'Liebe Kund:innen,\n\ndas Ersatzteil ist da.', locale: 'de', marks: ['Liebe Kund'] },
      { text: 'Liebe Mitglieder und Gäste!\n\nDas Bad ist offen.', locale: 'de', marks: ['Liebe Mitglieder'] },
      { text: 'Madame, Monsieur,\n\nVotre colis est arrivé.', locale: 'fr', marks: ['Madame, Monsieur'] },
      { text: 'Cher client,\n\nVotre colis est arrivé.', locale: 'fr', marks: ['Cher client'] },
      { text: 'Estimado cliente:\n\nSu paquete ha llegado.', locale: 'es', marks: ['Estimado cliente'] },
      { text: 'A quien corresponda:\n\nLa cuenta está cerrada.', locale: 'es', marks: ['A quien corresponda'] },
      { text: 'Hey guys,\n\nThe export works again.', marks: ['Hey guys'] },
    ],
  },
});
