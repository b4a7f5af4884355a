import { rules } from '../rules/index.js';
import { serve } from '../src/lint/workers/serve.js';

serve(rules);
