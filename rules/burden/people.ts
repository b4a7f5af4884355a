/** Whoever works here, one or many. */
const TRADES =
  'colleague|coworker|teammate|employee|agent|worker|driver|courier|rider|technician|mechanic|engineer|developer|programmer|nurse|doctor|vet|dentist|hygienist|therapist|cook|chef|baker|waiter|teacher|trainer|tutor|guide|editor|translator|designer|tailor|seamstress|jeweller|watchmaker|optician|pharmacist|electrician|plumber|carpenter|joiner|painter|roofer|gardener|florist|fitter|installer|picker|packer|cleaner|clerk|operator|receptionist|secretary|bookkeeper|accountant|caseworker|adviser|advisor|handler|adjuster|surveyor|assessor|manager|supervisor|buyer|planner|dispatcher|moderator|maintainer|volunteer|specialist|expert|librarian|caretaker|janitor|housekeeper|groomer|instructor|photographer|analyst|administrator|admin|lawyer|consultant|barista|steward|officer';
const MANY = TRADES.split('|')
  .map((trade) => (trade.endsWith('s') ? `${trade}es` : `${trade}s`))
  .join('|');

export const STAFFER = `(${TRADES}|boss|person|guy|lady|half the team|half the office|half the crew|half of us)`;
export const STAFFERS = `(${MANY}|people|staff|team|crew|personnel|hands|workforce|everyone|everybody|office|department|workshop|kitchen|of us|us|them|ones)`;
export const ANYONE = `(${TRADES}|${MANY}|boss|person|people|guy|staff|team|crew|personnel|everyone|everybody|office|department|workshop|kitchen|half|most|many|several|some|all|we|i|one|two|three|{number}|us|she|he|they|them)`;

/** Away or unwell. */
export const AWAY =
  '(sick|ill|poorly|unwell|away|absent|missing|out|off|in hospital|on (leave|sick leave|holiday|vacation|honeymoon|strike|jury duty|a course|a training|a trip|maternity leave|paternity leave|parental leave|annual leave|training|sabbatical|a break|his|her|their|(a|the) (business trip|fair|trade fair|works outing|retreat|team day))|at (a|the|our|their) (wedding|conference|trade fair|fair|funeral|off-site|offsite|retreat|seminar|course|meeting|dentist|doctor|event|summit|workshop)|with (the)? (flu|covid|a cold|a bug|a fever)|down with|in (a|the)? (meeting|meetings|training|quarantine|isolation|spain|court|labour|bed))';

/** One of several is away, or somebody without whom nothing moves: nobody asked to hear it. */
export const absence = [
  `(half|most|many|several|some|all|one|two|three|four|five|{number}|a few|a couple|much|a third|a quarter|part|both|neither) (of)? (the|our|my)? ... (${MANY}|people|team|staff|crew|us|office|department|workshop|kitchen|company|personnel|workforce|family) (are|is|being|have been|has been|is been|were|was|have|has)? (currently|all|still|both|already|now)? (called in|gone|been|fallen|reported|off|stuck)? ${AWAY} !(of|for|to|from|the|about)`,
  `(${TRADES}|boss) (is|being|has been|is been|was|fell|called in|went) (currently|still|also|suddenly|unexpectedly|now)? (off|away|out)? ${AWAY} ... (and|so|which|until|this|the other|again|today|all|for|at the moment|right now|while|till|since)`,
  `(with|because|as|since) (one|two|three|half|our|the|my|both|several|so many|{number}) ... (${TRADES}|${MANY}|people|team|staff|us) ... ${AWAY}`,
  '(everyone|everybody|nobody|no one|no-one) (is|was|has been|is been|will be)? (here|in the office)? (still|currently|all|already|now)? (on (holiday|leave|vacation|strike|a break)|away|off sick|sick|ill|back (yet|until)|in (the)? (office|building|yet|today|until)|ill|out of the office|here (who|to|today|until|yet|knows|at))',
  `our ... (team|crew|staff|department|office|workshop|kitchen) of (only|just)? (one|two|three|four|five|six|{number})`,
  `(${TRADES}|boss) ... (is|was|fell|called in|phoned in|has been|had to go|went) (off|away|out|home)? (suddenly|unexpectedly|again|still|now)? (sick|ill|unwell|injured|in hospital|poorly|with a (cold|fever))`,
  'our (phones|phone|telephone|mail|e-mail|email|inbox|mailbox|ticket system|ticketing system|crm|helpdesk|help desk|computers|internet|office network|printer|printers|till|tills|booking system|order system|warehouse system|server|servers|internal systems|system|systems) (was|were|is|are|has been|have been|had been|went|has|have) (currently|all|partly|completely|temporarily|also|still)? (down|offline|out|broken|dead|unavailable|crashed|failed|not work|not working|on strike|disrupted|affected|hacked|attacked)',
];

/** Not enough of them, or not good enough. */
export const shortage = [
  '(the|our|my) (only)? (person|one|colleague|guy|lady|woman|man|people|team|gentleman) (who|that|responsible|in charge) ... ... (is|are|has|was|went|left) (currently|still|just|also|unfortunately|now)? (away|off|out|on (leave|holiday|vacation|honeymoon|sick|maternity|parental|his|her|their|a|the)|ill|sick|left|gone|in (hospital|a|court|bed)|not (in|back|here|available)|no longer|at a|at the|retired|unwell|quit|unavailable)',
  `(not|never|hardly|barely|too few|nowhere near|far from) (have|got|enough|sufficient|quite)? (enough|sufficient|any spare|the)? (${MANY}|people|staff|hands|personnel|manpower|bodies|crew)`,
  `(do|did|does|can|could|have) not (really|simply|just|currently)? (have|get|got|find|had|hire|employ) (enough|sufficient|the|any|any spare|many|so many|that many) (trained|qualified|experienced|free|spare|available|good)? (${MANY}|people|staff|hands|personnel|manpower|bodies|crew|money|budget|funds|room|space|time)`,
  `(too few|fewer|far fewer|so few|lack of|lacking|missing|short of|want of|shortage of|without enough|need more|down to|left with|only|just) (trained|qualified|experienced|free|spare|available|good|our|the|one|two|three|{number})? (${TRADES}|${MANY}|of us|pairs of hands|pair of hands) (left|on|for|to|at|in|this|today|who|and|covering|available|working|here|now|doing|handling|looking|than) !(same)`,
  `(we are|we have been|being|am|team is|office is|still) (one|two|three|four|five|{number}|a|several|some|half a dozen|a few|at least one|at least two) (${TRADES}|${MANY}|people|person|man|men|hands|bodies|pair of hands) (short|down|too few|light|under|fewer|less)`,
  'short (a|one|two|three|{number}|of a|of one|of two|several|some|on|by) (pair|pairs|person|people|man|hands|driver|drivers|cook|nurse|colleague|colleagues|staff|bodies)',
  '(open|vacant|unfilled|empty|vacated) (positions|position|posts|post|roles|vacancies|desks|shifts|jobs|places) (to|in|on|that|we|which|for|and|at)',
  '(vacancy|vacancies|headcount|staffing levels|understaffing|turnover of staff|staff turnover)',
  '(far|a lot|many|much|considerably|even|there are|so) (fewer|less|smaller) (of us|people|staff|hands|on the|team)',
  '(skeleton|half|reduced|minimum|emergency|scratch) (staff|crew|team|service|shift|strength)',
  '(still|barely|just about|slowly)? (getting|get|gets) the hang of',
  '(learning|learn|knows|know) the ropes',
  '(find|finding) (our|my|their|his|her) feet',
  '(new|brand new|newly hired|inexperienced|untrained|green|junior) (starters|starter|joiners|joiner|recruits|recruit|hires|hire|faces|colleagues|colleague|people|staff|girl|boy|lad|team members|team member|apprentice|temp|guy|driver|drivers) (is|are|was|were|who|and|on|in|to|has|have|still|needs|need|did|made|just|that|here|so)',
  '(only|just|merely) (a|an|the) (temp|intern|trainee|student|junior|newbie|apprentice|stand-in|volunteer|part-timer)',
  '(is|am|being|was|it is) (still|only|just)? (my|his|her|their) (first|second) (day|week|month|shift)',
  '(nobody|no one|never|not) (has|had|have|been)? (ever|properly|really|yet|even)? (showed|shown|told|trained|taught|briefed) (me|us|him|her|them|on|properly|how)',
  '(needs|need|had|have|has|having) to (train|break in|coach|babysit|teach|bring up to speed) (the|our|a|some|them|him|her|new|everybody|everyone)',
  '(left|quit|gone|resigned|disappeared|retired|walked out) (us)? (without|and (nobody|no one|took|left|we|i)|with no|before)',
  '(no|without (a|any)?|a proper|poor) handover',
  '(people|staff|team|colleagues|half|crew) ... (let go|laid off|made redundant|walked out|handed in|left us|left the company|resigned)',
  '(run|runs|running|do|does|doing|keep|keeping|maintain|maintained|staffed|answer|moderate|manage) ... (unpaid|voluntarily|on a voluntary basis|as a hobby|as volunteers|for free after|alongside (our|my) (day)? jobs|after work|in (our|my|their) (evenings|evening|spare|free|own|lunch))',
  '{number} (people|of us|volunteers|desks|agents|staff|drivers|nurses|pairs of hands|moderators|lines|phones) (for|to|against|and|with|serve|serving|looking after|handle|handling|cover|covering) ... {number}',
  '(on|for|between|across|with|by|and) (only|just|our|these)? {number} (desks|of us|pairs of hands|vans|phones|drivers|agents|staff|moderators|volunteers|mechanics|nurses|people (here|on|in the|to|at our))',
  '(only|just) so (much|many|fast) ... (person|people|can|could|one|two|we|i|us|team|hands)',
  '(i|we) (have|got|have got) only (one|two|{number}) (pair|pairs|hands|desk|phone|phones|van|people)',
  '(i am|we are|are) (the only|on (my|our) own|alone) (one|ones|person|here|in|on|today|this|with|tonight|at|left|doing|who)',
  '(am|are|is) (doing|covering|handling|running|doing the work of) (the|this|it|everything|all|two|three|several|my)? ... (alone|on my own|by myself|single-handed|single-handedly|on our own|desks|jobs at once)',
  '(swept|hit|struck|floored|knocked out|wiped out|decimated|laid low) (by|through|with|our|the|half) (a|an|the|our|half|whole)? ... (bug|flu|virus|cold|covid|norovirus|wave|sickness|office|team|illness|department|staff)',
  '(flu|covid|bug|virus|norovirus|sickness|cold|colds) ... (went|going|gone|has hit|hit|swept|doing|made|making|knocked|struck|wiped|laid|got) (through|round|around|the rounds|our|us|half|out|the)',
  '(owing|due|thanks|down) to (sickness|illness|absence|absences|holidays|staff|staffing|leave|training|the holidays|annual leave|a sick|sick|personnel)',
  '(people|hands|staff|brains|team|resources|capacity|capacities|manpower|budget|time) (are|is) (currently|all|simply|rather|very|quite|so|already)? (scarce|thin|stretched|tight|short|limited|tied up|used up|overstretched|not unlimited|at a premium|elsewhere)',
  '(struggling|struggle|struggled|hard|difficult|impossible|trying|unable|failing|failed) to (find|get|hire|recruit|keep|attract|replace) ... (staff|drivers|people|nurses|anyone|anybody|someone|hands|mechanics|replacements|personnel|cooks|teachers|workers|engineers|him|her|them)',
  `(our|one of our|both our|my|both|the only|the usual|our usual|our only|our best) (usual|only|best|two|three|new|senior|experienced|regular|night|accounts|warehouse|in-house|part-time)? (${TRADES}|${MANY}|boss|people|man|woman|lad|girl|clerk|plasterer|apprentice) (has|have|had|is|are|was|were)? (just|only|both|all|also|now|currently|still)? (caught|catching|retired|moved on|gone to work|works (part-time|mornings|two|three|on)|work (part-time|mornings)|only (works|comes|here)|part-time|broke (his|her|their)|hurt|twisted|had (a baby|an accident|a fall)|expecting|overslept|stuck (in|at|abroad|on)|not (turn|show|shown|turned) up|getting married|pregnant|recovering|injured|new|learning|leaving|resigned|quit|working elsewhere|fell)`,
  'since ... (retired|resigned|quit|left us|left the company|went on leave|fell ill|fell sick|passed away|moved on|handed in|broke (his|her)|had her baby)',
  '(there is|we have) (currently|now|just|simply|still)? (nobody|no one) (else|left|here|who|to|with|yet|free|around|on|in|that)',
  '(i|we) have (only|just|barely) (just|recently)? (been here|started|joined|begun|opened|taken over|been doing this|been in this)',
  '(i|we) (do not|did not|am not sure|are not sure) (really|quite|exactly|yet|even)? (know|understand) (how|what) (this|it|things|we|to|these|the) ... (works|work|here|system|do|yet|programme|program)',
  '(none of us|nobody here|no one here|not one of us|hardly anyone here|nobody in our|no one in our|few of us) (really|fully|quite|yet|properly)? (understand|understands|know|knows|can|could|has|is|had|was|speaks|dares)',
  '(twice|double|three times|ten times|half) (the|as many|as much) (staff|people|team|manpower|hands|personnel|crew|workforce)',
  '(nobody|no one) (has|had)? (covered|checked|looked at|looked after|watched|monitored|answered|picked up|emptied|took over|stood in|cared for) (for)? (my|our|the|me|his|her|their|from) (inbox|mail|mails|desk|phone|post|tickets|work|cases|absence|holiday)?',
  '(i|we) (was|were|have been|had been) (unfortunately|all|both|also|just|mostly|actually)? (away|off|abroad|out of (the)? (office|town|country)|travelling|traveling|on (a|the|holiday|leave|vacation|business|sick|my|our|parental)|ill|sick|in bed|in hospital|at (a|the|our) (conference|fair|wedding|trade fair|funeral|seminar|training|trade show|meeting|dentist)) !(of)',
  '(still|slowly|only just|all)? (recovering|recover) from (the|our|a|this|last|christmas|an)',
  '(cut|reduced|cuts|halved|shortened|slashed) (our|my|the team|the staff|support|our staff|everyone) (hours|shifts|working hours|staff|team|numbers|headcount|pay|overtime)',
  '(have|has)? (cut|reduced|halved|shrunk|thinned) ... (team|staff|headcount|department|workforce|crew) (by|to|down|in)',
  '(our|as a|just a|such a|only a|but a) (very|really|fairly|quite)? (small|little|tiny|two-woman|two-man|one-woman|one-man|overworked|overstretched|stretched|depleted|understaffed) (team|crew|company|shop|office|business|practice|studio|workshop|outfit|kitchen|bakery|firm|department|operation|charity|staff) !(plan|account)',
  `(and|but|for|with|have|has|got|there are|there is) (only|just) (one|a single|two|three|{number}|a couple of|a handful of) (of (us|them)|caretaker|caretakers|${TRADES}|${MANY}|people|pairs of hands)`,
  '(more than|only|just|left with) (one|two|three|{number}) of us',
  '(only|just) (one|a single|two|three|{number}) (working)? (van|vans|truck|trucks|lorry|oven|ovens|machine|machines|phone|phones|line|lines|desk|desks|printer|computer|computers|car|cars|till|operating theatre|treatment room) (on|for|left|working|running|at the|and (it|we|that)|to (serve|cover|do|handle))',
  '(because|since|as|being|remember|remember that) (we are)? (only|just|merely)? (a|an) (purely|small|tiny|registered)? (volunteer|volunteers|small|non-profit|nonprofit|charity|voluntary|two-person|family|independent|tiny|hobby|community) (organisation|organization|team|project|group|board|club|community|charity|business|company|shop|forum|outfit|service|association)',
  '(volunteer|voluntary|non-profit|nonprofit|unpaid) (organisation|organization|team|project|group|board|club|forum|moderators|staff) (and|so|with|replies|we|it|answers|things|which|without)',
  '(had|have|forced|obliged) to let ... go',
  '(manned|staffed|run|covered|handled|operated|looked after|answered) ... by (only|just|a single|one single|merely) (one|two|three|{number}|a|person|handful|colleague)?',
  '(hardly|barely|almost no|scarcely|nearly no|nobody|no one|not many|few|next to nobody) (anyone|anybody|anyone’s|anybody’s|one|body|people|of us)? (is|are|was|were)? (around|left|working|on duty|at work|in the office|in today|here today|here at|here this|in this week|about)',
  '(on|with|at) (half|minimum|minimal|reduced|low|thin|skeleton) (staff|crew|strength|team|staffing|manpower|capacity|speed|steam)',
  '(half|barely|only partly|thinly|poorly|not fully|never fully) (manned|staffed|crewed|occupied)',
  '(it is|there is|it was) (only|just) (me|us two|the two of us|one of us|myself|us three)',
  '(can|could) not (really|simply|just|currently)? (pay for|finance|fund|hire|justify|spare|take on|employ|bring in) (another|more|extra|any|anyone|anybody|someone|a (second|third|person|colleague|driver|night|new)|additional)',
  '(team|department|desk|staff|crew|office|service|branch) (was|were|has been|is been|have been|got|is being|are being) (recently|just|badly|drastically)? (cut|halved|reduced|slashed|dissolved|shrunk|merged|outsourced|scaled|downsized|restructured|reorganised|reorganized|split)',
  '(lost|lose|losing|loses) (a couple of|a few|several|many|some|two|three|half|most of|{number}|quite a few|so many) (of)? (our|good|experienced|best|key|long-standing)? (people|staff|colleagues|team members|agents|drivers|members of)',
  '(get|gets|getting|got) (its|their) act together',
  '(stand-in|substitute|temp|successor|deputy) (does|did|is|has|was|can|could) not',
  `(short|low|down|light|thin) (on|of|by) (one|two|three|several|a few|some|qualified|experienced|good|our|{number})? (${TRADES}|${MANY})`,
  `(was|were|is|are|been|being|running|working) (a|one|two|three|several|{number}) (${TRADES}|${MANY}|man|pair of hands|head|person|people) (down|short|light)`,
  'internal (process|processes|procedure|procedures|rules|approval|approvals|matters|politics|bureaucracy|reshuffle|organisation|communication|hiccups|mix-up)',
  '(go|goes|pass|passes|went|run) (through|past|across|via) (several|many|a lot of|too many|{number}|a dozen) (departments|people|hands|desks|approvals|pairs|teams|signatures|committees|levels)',
  '(bureaucracy|red tape) (here|on our|takes|is|at|in our|means|slows)',
  '(unable|struggling|not able|failing|fail|fails|difficult|hard|impossible|try|trying|tough) to (keep up|keep pace|cope|catch up|stay on top|keep on top|get through|manage (everything|all|the)|answer (everyone|everybody|all|every)|keep track)',
  '(hardly|not) enough hours',
  'hours in (the|a) day',
  '(love|like|happy|wish|glad) to (help|do|offer|answer|reply|give|look|fix|have|call|ring|check)? ... but ... (not the|no|not have|lack|too few|not enough|only|short) ... (time|staff|people|money|budget|resources|hands|capacity|hours|manpower)',
  '(i|we) (only|just) work (part-time|mornings|mondays|afternoons|weekdays|here|half days|three days|two days|{number} (days|hours))',
  '(actually|officially|supposed to be|should be|really) (on holiday|off today|on leave|on my break|off sick|on vacation|off work|in bed)',
  '(it is|was|is) (actually|really|supposed to be)? (my|our) day off',
  '(everyone|everybody|the others|the rest of (the|my|our) (team|colleagues)|my colleagues|all my colleagues|the team) (else)? (is|are|has|have) (all|already|still|currently|also)? (busy|away|off|out|at lunch|in (a|the)? (meeting|meetings|training)|gone home|left for|on holiday|on (their|a) break|sick|ill|at (a|the))',
  '(due to|because of|owing to|as a result of|thanks to|down to|on account of|given|following|amid|caused by|in view of|by) (a|an|the|our|some|this|several|many|all the|these|severe|ongoing|current)? (recent|current|ongoing|unexpected|sudden|temporary|internal|major|severe|seasonal|big|huge|large|serious|acute|general|continuing|high|increased|chronic|extreme|persistent|heavy)? (shortage|shortages|staffing|staff|workload|backlog|sickness|illnesses|absences|vacations|restructuring|reorganisation|vacancies|turnover|resignation|resignations|redundancies|understaffing|overload|bottleneck|bottlenecks|short staffing|crew|personnel|stocktaking|team changes|rota|scheduling (problems|issues|conflicts)|administrative|organisational|in-house)',
  '(experiencing|facing|suffering|coping with|battling|fighting|struggling with|dealing with|going through|hit by|affected by|plagued by) (from)? (a|an|some|our|the|many|several|quite a)? (bit of|lot of|temporary|serious|severe|acute|huge|big|general|internal|few)? (staff|staffing|shortage|shortages|absences|absence|sickness|illness|personnel|workload|resource|capacity|crisis|upheaval|restructuring|growing pains|transition|teething|bottleneck|bottlenecks|overload|backlog|change|changes in (our|the))',
];
