/** Something for sale, which is an upsell where it is pushed. */

const PLAN =
  '(plan|plans|package|membership|subscription|tier|warranty|insurance|cover|coverage|protection|protection plan|bundle|edition|upgrade|add-on|licence|license|account|version|service contract|maintenance plan|care plan|loyalty card|support contract|suite|option|model|pass|club|card|programme|program)';

const BETTER =
  '(premium|pro|plus|gold|silver|platinum|diamond|business|enterprise|unlimited|ultimate|deluxe|elite|vip|paid|annual|yearly|extended|family|higher|bigger|larger|next|top|full|advanced|professional|priority|growth|team|teams|scale|standard|extra|comprehensive|all-inclusive|lifetime|two-year|three-year|express|executive|first-class|superior|signature|comfort|luxury|maximum|complete|total)';

export const offer = [
  '(go|gone|going|be on|be with|be a|move to|switch to|upgrade to|on|choose|take|try) (premium|pro|enterprise|gold|platinum|business|plus) !(rata|days|day|hours|trip|card|address|account|name)',
  '(the|an|a|our) ... (package|bundle|protection plan|boiler cover|service pack|care pack|service contract|maintenance contract|maintenance plan|three-year contract|two-year contract|annual contract|longer contract|extended warranty|insurance)',
  '(insure|insuring|insurance|warranty|cover) (for|of|on|our|your|the|it|every|all)',
  'our ... (pass|lane|club|card|membership|cover|package|bundle|service plan|maintenance contract|maintenance plan|care plan|protection|insurance|warranty|subscription|academy|course|courses|app pro|edition)',
  `${BETTER} (support|care|customer|service|comfort|growth)? ${PLAN}`,
  '(premium|platinum|gold|pro|enterprise|deluxe|vip) !(rata|tip|bono|account|member|since|customer|quality)',
  '(an|the|your|our|this|any|free|paid|to|by|and|for|please|simply|just) (upgrade|upgrading) !(version|from)',
  '(switch|switching|switched|move|moving|moved|change|changing|step|stepping|jump|go|going|sign|signing) (up|over|across)? (to|for) (the|our|a|an) ... (plan|tier|package|subscription|membership|edition|version|warranty)',
  '(our|a|this|the) (brand)? (new|newest|latest|exclusive|special|current|amazing|popular|best-selling|summer|winter|spring|autumn|christmas|holiday|black friday|anniversary|loyalty|referral|limited) ... (offer|offers|deal|deals|bundle|bundles|promotion|sale|range|collection|package|membership|plan|discount|product|products|model|card|club|accessory|accessories|insurance|kit)',
  'our (membership|loyalty programme|loyalty program|subscription|newsletter|warranty|extended warranty|insurance|protection|add-on|add-ons|service contract|shop|webshop|gift cards|accessories|paid (plan|plans|version)|savings account|credit card)',
];

/** The salesperson’s turn of phrase. */
export const push = [
  '(really|clearly|definitely|simply|honestly|obviously) (need|needs|should|deserve|deserves|is the|is better|pays|worth)',
  '(customers|people|clients|members|users|families|owners|guests|companies|businesses) (choose|prefer|go for|opt|take|pick|swear|love|buy|order|upgrade|have already)',
  '(shall|should|may|can) i (already)? (prepare|draw up|arrange|order|get|start|print|quote|activate|enrol|enroll|register|make)',
  '(winter|summer|christmas|holidays|autumn|spring|season) ... (on the way|coming|around the corner|ahead|here|approaching)',
  '(have you ever|ever) (thought|considered|wondered|tried)',
  '(half price|half-price|on offer|reduced|on sale|bargain|unbeatable|exclusive|exclusively)',
  '(only|just) (counts|works|applies|valid|possible|available|covered) (if|when|with) you (buy|take|have|upgrade|order)',
  '(add|get|take|buy|choose|book|start|order|try) ... (this week|today|now|tonight|this month|and you|so you|so that you|so it)',
  '(do not|not|never) ... (miss|wait|lose|regret|need to worry|worry)',
  '(is|are) (exactly|just)? what you (need|want|miss|are missing)',
  '(tired|sick|fed up) of',
  '(why not|why do not you|how about|what about)',
  'have you (ever|already|also|perhaps)? (seen|heard|tried|considered|thought|looked|been|met|had a look)',
  '(shall|should) (i|we) (just|also|already|perhaps|not)? (add|put|pop|sign|upgrade|switch|move|book|throw|set you|reserve|go ahead|include|send you)',
  '(i|we) (would|can|could|really|strongly|highly|warmly|must|do|only|therefore|honestly|personally)? (really|strongly|highly|warmly|also|only)? (suggest|recommend|urge|advise|encourage|insist|invite you)',
  '(by the way|incidentally|on another note|on a different note|one more thing|before you go|oh and|p s|ps|while we are at it|did you know|just so you know|quick tip|pro tip)',
  '(while you are|while i have|while we are|since you are|as you are) (already)? (here|you|on|talking|at|chatting|a)',
  '(would|could|might) (not)? (have|never have) (been|had|spared|saved|avoided|prevented|solved|covered|stopped|caught|protected|made|got|happened|cost|gone)',
  '(solve|solves|solved|fix|fixes|cure|cures|end|ends|sort|sorts|spare|spares|save|saves) (you|this|all|your|it|these|such|that|both|everything|most|half|the (problem|issue|trouble|hassle)|for good)',
  '(problem|problems|issue|issues|limits|limit|waiting|queues|worries|hassle) ... (go away|goes away|disappear|disappears|vanish|be gone|be over|is gone|are gone|a thing of the past|history|solved)',
  'never (have to|again|worry|wait|run|need|see|be|miss)',
  '(without|skip|no more|no longer|avoid|avoids|end to|forget) (the|this|these|such|any|all|your|about)? (queue|queues|wait|waiting|worry|worries|hassle|limits|limit|trouble|headache|headaches|line|delays|stress|frustration|ads)',
  'you (would|will) (really|also|absolutely|definitely|surely|just|simply|certainly)? (love|never|adore|thank|enjoy|benefit|be amazed|not believe|appreciate|be glad|be surprised|wonder)',
  'you (really|might|may|should|ought|could|would) (really|also|seriously|definitely|want|to|do well|be better|be wise|be smart|consider)',
  '(time to|do yourself|treat yourself|you deserve|you owe it|go for it|go ahead and|take the plunge|take the next step|level up|step up)',
  'what is (holding|stopping|keeping)',
  '(two|three|first|one|a|{number}) (month|months|weeks|year) (on us|free|for free)',
  '(for|at) (just|only|a mere|as little as|less than|barely) (an)? (extra|additional)? {number}',
  '(just|only) {number} ... (more|extra|a month|per month|a year|a week|a day)',
  '(most|many|all|lots|thousands|plenty|the majority|other|smart|serious|sensible) (of our|of|other)? (customers|people|clients|users|businesses|teams|companies|owners|families|travellers|travelers|guests|members|patients|shops|professionals|drivers)',
  'serious about',
  '(outgrown|grown out|too small for|not enough for|not really made for|not meant for|limited to|held back|stuck on|stuck with)',
  '(better off|happier|safer|peace of mind|no-brainer|a steal|worth every|well worth|pays for itself|best value|great value|value for money|the smart|much more|far more|so much more|everything you need|exactly what you need|perfect for you|just what you|ideal for you|made for you|tailor-made)',
  '(order|book|buy|get|grab|secure|claim|add|start|unlock|enjoy|discover|explore|join|try) (yours|it|one|now|today|our|the (full|benefits|power|whole|real)|all the)',
  '({number} off|percent off|per cent off|half price|half off|discount|save up to|save {number}|saving of|savings)',
  '(this week|today|tonight|now|this month) (only|and|you|we|i)',
  '(interest|interested|tempt|tempted|convince|persuade|win you) !(rate|rates)',
  '(the only (way|real|thing|solution|fix)|real (solution|fix|answer)|if you want (real|proper|faster|quicker|better|decent|good|quick|fast|this|it|us|help|priority)|only if you)',
  '(instead of|rather than) (wait*|struggl*|worry*|your (old|current|basic|free)|the (basic|free|starter))',
  '(think|think about|imagine|consider|picture) (it|the|how|what|getting|taking|upgrading|moving|switching|adding|our|a|an)',
  'a (shame|pity|waste) (not)? (to|that|you)',
  '(get|gets|got|receive|receives|have|has) (answers|help|replies|support|priority|a reply|served|through|faster|quicker|everything|first|treated)',
];

/** The customer asked for it, or it costs nothing: then it is an answer. */
export const asked = [
  'if you (ever|would like|prefer|would prefer|wish|would rather|do want|decide|feel like)',
  '(you are|you have|being) (already|also)? (on|with|a)? (the|our|a)? (premium|pro|gold|platinum|plus|business|enterprise|annual|family)',
  '(you are|you will be|is|are) (enough|plenty|fine|all you need|sufficient)',
  '(you|you have|you had) (also)? (asked|wanted|were asking|were looking|wondered|mentioned|wrote|requested|are asking|inquired|enquired|chose|ordered|bought|picked|upgraded)',
  '(as|like|per) (you)? (asked|requested|wished|discussed|agreed|your (request|question|wish))',
  '(your|the) (question|interest|request|enquiry|inquiry|order|wish) (about|in|for|on|regarding|whether|to|is|was|came)',
  '(asking|interest) (about|in|which|whether|what|for|how)',
  '(comparison|difference|compare|differ|choose|decide) (between|the|of|them|in your|at your)',
  '(no|without) (need|obligation|pressure|reason) (to|for)',
  '(not|never) (need|have|necessary|worth|require) ... (upgrade|upgrading|premium|pro|plan|pay|buy)',
  '(free of charge|at no (extra)? (cost|charge)|for free|on the house|no extra cost|refund*|complimentary|included|cancel*)',
  '(your|you are on (the|a|our)) (current|own|existing)? (premium|pro|gold|platinum|plus|annual|family|paid|business|enterprise|extended)',
];
