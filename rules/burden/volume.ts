const MAIL =
  '(request|requests|inquiry|inquiries|enquiry|enquiries|email|emails|e-mails|mails|ticket|tickets|call|calls|message|messages|contacts|queries|cases|claims|applications|submissions|orders|bookings|complaints|reports|reviews|correspondence|support requests|chats|repairs|customers|visitors|returns|cancellations)';

const MUCH =
  '(high|higher|highest|heavy|heavier|large|larger|huge|massive|unusual|unusually|increased|increasing|unprecedented|exceptional|exceptionally|extreme|extremely|overwhelming|record|sheer|elevated|enormous|unexpected|unexpectedly|tremendous|substantial|abnormally|great|greater|sudden|significant|extraordinary|incredible|surge|flood|influx|spike|rush|wave|avalanche|mountain|pile|deluge|torrent)';

export const volume = [
  `(hundred|hundreds|dozens|dozen|thousand|thousands|{number}) (of)? other ${MAIL}`,
  `(every|each|per|a) (single)? (day|week|hour|morning) (we|i|our team) (get|receive|handle|answer|process) ... ${MAIL}`,
  `(we|i|our team) (get|receive|handle|answer|process) (around|about|over|some|roughly|nearly|up to|more than|well over)? {number} ${MAIL} (every|each|per|a)`,
  `(too|so) many (other|open|incoming)? ${MAIL} (to|that|at|right|this|coming|for us|and)`,
  '(things|work|jobs|requests|orders|files|papers|paperwork|tasks) (is|are|has been|have been|keep|keeps) (piling|stacking|mounting|building) up',
  '(workshop|kitchen|studio|garage|clinic|lab|laboratory|dispatch|warehouse|practice|salon|office|surgery) (is|are|was|has been) (currently|completely|still|totally|absolutely)? (backed up|full to|jam-packed|jammed|packed|swamped|bursting|overrun|at capacity|overbooked)',
  '(got|had|received|getting|receiving|seen|seeing|with|handling) ... more ... than ((we|i|they) (had|have|could|can|planned|expected|thought|are|were|anticipated|ever)|planned|expected|anticipated|usual|normal|our)',
  'experiencing (a|some|quite a)? ... (backlog|backlogs|surge|spike|influx|rush)',
  '(our|the) (current|own|heavy|enormous)? (workload|caseload) (does|do|is|has|makes|allows|prevents|currently|at)',
  '(huge|enormous|large|massive|incredible|crazy|insane|sheer) (amount|amounts|number|numbers|quantity|load|loads) of (mail|e-mail|email|messages|requests|calls|post|paperwork|orders|returns)',
  '(lost|stuck|buried|disappeared|sank|drowned|overlooked|slipped) ... in (the|our|a|my) (pile|flood|mass|shuffle|queue|deluge|chaos|rush|mountain)',
  '(phones|phone|telephone|telephones|lines) (have|has|are|is|keep|keeps) (not|never)? ... (ringing|off the hook)',
  '(how many|the amount of|the number of) (mails|emails|e-mails|calls|messages|requests|tickets|orders) (we|i) (get|got|receive|received|have|had)',
  '(demand|response|interest|run) ... (caught|overwhelmed|overran|surprised|exceeded|swamped) (us|our (capacity|capacities|team))',
  `${MUCH} ... (volume|volumes|number|numbers|amount|amounts|quantity|load|flow|stream|influx|backlog|workload|caseload) of ... ${MAIL} !(you|in)`,
  `${MUCH} (support|ticket|call|email|e-mail|request|message|inquiry|enquiry|order|case|mail|contact|customer|service)? (volume|volumes|workload|workloads|caseload|caseloads)`,
  `(ticket|call|email|e-mail|request|message|inquiry|enquiry|case|mail|contact|support) (volume|volumes) (is|are|has|have|being|right|at|this|lately|that)`,
  '(due|owing|thanks|down|because|on account|given|result) (to|of)? ... (high|current|huge|heavy|increased|overwhelming|unusual|extreme|exceptional|sheer|large|our|peak) ... (volume|volumes|workload|backlog|influx)',
  `(surge|flood|influx|spike|rush|wave|avalanche|mountain|pile|deluge|torrent) (of|in) ... ${MAIL}`,
  `(we|i|team|desk|office) (already|do|also|still|currently|just|all)? (receive|receives|get|gets|have received|are receiving|am receiving|are getting|am getting|are handling|am handling|handle|handles|answer|answers|are dealing with|deal with) ... (thousands|hundreds|dozens|many|a lot|lots|tons|loads|too many|so many|countless|scores|masses) (of)? (other|more|such|similar|open|new|incoming|different|daily)? ${MAIL} !(for|to|from|about|with|in)`,
  `{number} (of)? (other|more|such|similar|open|new|incoming|different)? ${MAIL} (a|per|every|each) (day|week|hour|month|morning)`,
  `(sit|sitting|stuck) (on|with|under) ... ${MAIL}`,
  '(sit|sitting|stuck|left) (on|with|under) ... {number} ... (files|cases|tickets|requests|emails|messages|claims|orders|applications)',
  `${MAIL} (is|are|has|have) (been)? (piling|stacking|flooding|pouring|backed|mounting|backing) (up|in)?`,
  '(our|my) (inbox|inboxes|queue|queues|mailbox|phones|phone lines|lines|helpdesk|help desk|desk|chat|switchboard|schedule|calendar|workshop|waiting room|waiting list|order book) (is|are|has been|have been|has|have) (currently|already|completely|rather|simply|a bit|absolutely|really|so|very|just)? (overflow*|overload*|overwhelm*|swamped|flooded|full|jammed|packed|stretched|bursting|slammed|backed|piling|exploding|exploded|clogged|ringing off|busy|crowded|bulging)',
  '(the) (queue|phones|phone lines|lines|inbox) (is|are|has been|have been) (currently|already|completely|very|really|so)? (overflow*|overload*|swamped|flooded|jammed|bursting|ringing off|long|exploding)',
  '(working|getting|going|wading|ploughing|digging|catching up) (our|my)? (way)? (through|on|with|out of) ... (backlog|pile|queue of|mountain)',
  '(have|has|had|having|got|facing|by|to|of|despite|with|huge|big|long|growing|considerable|support|ticket|large|significant|sizeable|clear|clearing|reduce|reducing) (quite)? (a|the|our|this|some)? (huge|big|long|growing|considerable|support|ticket|large|significant|sizeable|bit of a)? backlog !(item|items|board|for|refinement|and)',
  '(more|many more) ... (orders|requests|bookings|calls|tickets|emails|messages|applications|customers|parcels|guests|repairs) than ... (we|our|us|usual|expected|planned|could|can|ever|normal)',
  '(overwhelming|unprecedented|unexpected|extremely high|very high|exceptionally high|unusually high|such high|so much) demand (for|on)? (our|my|us)? (team|services|service|support|staff|help|time)?',
];
