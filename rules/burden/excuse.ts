/** What turns somebody’s absence into an excuse: what did not happen because of it. */
export const excuse = [
  'so (that)? (we|i|it|your|nothing|nobody|no one|this|things|everything|the|my|all|there|please|replies|answers|repairs|orders|refunds)',
  '(because|due to|owing to|which is why|that is why|hence|the reason|thanks to|down to|as a result|therefore)',
  '^(with|as|since|because)',
  '(sorry|apolog*|forgive|excuse|pardon|bear with|patience|patient|understand|understanding)',
  '(delay*|late|later|slow*|longer|behind|silence|wait|waiting|not yet|still not|could not|can not|unable|only now|missed|overlooked|lost|forgot*|slipped|stuck|on hold|hold-up|held up|postpone*|a while|not (sooner|earlier|faster|before)|has to wait|took|takes)',
  '(nobody|no one|nothing|until (he|she|they|then)|before (he|she|they))',
  'and (the other|we|i|nobody|no one|nothing|the rest|our|my|another)',
  '(no|without) (a|any)? (replacement|substitute|stand-in|cover|backup)',
];

/** Somebody else does it, or it is done: then an absence is information. */
export const covered = [
  '(i|we) (have|will|can|am|are|did|may) (already|also|gladly|happily|just|now)? (taken|take|taking|put|moved|booked|asked|passed|step|stepping|stepped|rebooked|arranged|looked|read|book|offer|move|rearrange)',
  '(can|could|will|is|would) (see|take|help|look after|cover|stand in|covering|taking|show|meet|treat|write|call|ring|be with|answer|step) (you|your|for|over|in|to you|him|her|it|on)',
  '(instead|in (his|her|their) place|on (his|her|their) behalf|standing in|stands in|taken over|takes over)',
  '(repaired|fixed|restored|back (up|to normal|in service)|running again|working again|works again|solved)',
  '(how about|would (monday|tuesday|wednesday|thursday|friday|another)|another (day|date|time|appointment) )',
];
