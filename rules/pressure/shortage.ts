/** Little of something, little time, or others who want it: pressure where the customer is hurried beside it. */

export const shortage = [
  '(price|prices|offer|deal|discount|rate|chance|thing|opportunity) ... one-off',
  '(nearly|almost|practically|virtually|close to|about to be) (sold out|gone|full|booked out|fully booked|booked up|taken)',
  '(only|just|barely) (a few|few|a handful|a couple|{number}|one|some|very few|limited) (of (them|these|those))? ... (left|remain|remaining|available)',
  '(only|just) {number} ... (left|remain|remaining)',
  '(other|others|somebody else|someone else|several (people|others|parties)|plenty of (others|people)|lots of (people|others|interest)|many (people|others)|{number} (others|people|families|parties|customers)|another (family|couple|party|buyer|customer|guest)|people|(dozens|hundreds|plenty|lots) of (other|more)? (people|buyers|bidders|customers|guests|applicants)) ... (interested|want it|wants it|wanting|looking at|would (take|love|jump)|take it|queuing|queueing|lining up|eyeing|asked for|viewing|enquired|inquired|on the waiting list|after it|keen|kill for|snap)',
  '(price|prices|pricing|discount|offer|sale|deal|promotion|code|voucher|coupon|rate|bonus) ... (vanish*|disappear*|ends|end|ending|expires|expire|expiring|over|gone|runs out|run out|drops off|goes up|go up|going up|goes back|rise*|jump*|runs|stops|valid|good|closes)',
  '(hold|keep|guarantee|honour|honor|reserve|save|offer) (you)? (the|this|that|your|it) (price|offer|deal|rate|discount|room|spot|seat|place|slot|table|booking|terms) ... (until|till|for another|for the next|for you|so long|much longer|for long|forever|today|tonight|{number})',
  '(cost|costs|pay|paying) (you)? (double|twice|triple|far more|a lot more|much more|more) !(than)',
  '(stock|stocks|supply|supplies|availability|places|seats|rooms|spaces|slots|tickets|spots|quantities|capacity) (is|are) (very|really|extremely|getting|running|strictly)? (limited|low|scarce|tight|short|few|going|almost)',
  '(demand|interest) (is|has been) (very|really|extremely|huge|high|strong|enormous|massive|through)',
  '(popular|in demand|sought after|rare|high demand)',
  '(one|last|final) (room|seat|spot|place|piece|unit|one|few|pair|table|slot|remaining)',
  '(a lot of|lots of|great|huge|much|plenty of|so much|high) (interest|demand) (in|for|at)',
  'not (safe|secure|guaranteed|yours) until',
];

/** Words that hurry. */
export const hurry = [
  '(would|could|can|should|will|do) not (wait|hang|think|hesitate|sit|delay|dither|leave|hold|miss|afford)',
  '(quick|quickly|fast|hurry|now|today|tonight|immediately|right away|straight away|at once|this minute|soon|asap|sooner|before) !(if|we|it|is|as|that|the|for|and|in|to)',
  '(move|act|decide|book|order|buy|grab|snap|jump|get in|secure|claim|bag|confirm|pay|reply|commit) (it|them|one|yours|now|this|quick|quickly|fast|today|soon|your (seat|spot|place|room|copy|order|ticket|tickets))',
  '(i would|you should|better|best|you will want|you might want|you need|you must|make sure|you had) (not)? (to|you)? (move|act|decide|book|order|buy|grab|be quick|hurry|wait|confirm|get|pay|be fast)',
  '(do not|not|never|hate for you|shame|pity|sorry) (to)? (you)? (want)? (to)? (miss|wait|lose|delay|hesitate|think|hang|leave it|let|be left|end up|you)',
  '(or|otherwise|then|after that) (it|you|we|they|the|your|somebody|someone|i) ... (gone|go|goes|lose|miss|pay|taken|someone|away|release|next)',
  '(last|final|only) (chance|opportunity|call)',
  '(get|grab|take|use|snap|jump|book|order|secure|buy) ... (while|before)',
  '(still time|running out|while you can|while it lasts|before (it|they) (is|are|goes|go|sell|sells|run|runs) (all|too|out|over|sold|gone|late|taken|up)|before someone|before somebody|before the)',
  '(confirm|book|decide|reply|order|pay|reserve|answer|sign) ... (within|by|before|in the next)',
  '(get|place|put) (your|the) (order|booking|bid|bids|name)',
  '(i would|just|so) (take|grab|get|jump)',
  '(are you|do you) ... or not',
];
