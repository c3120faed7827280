import applications from './problems/applications.json' with { type: 'json' }
import factRules from './problems/fact-rules.json' with { type: 'json' }
import facts from './problems/facts.json' with { type: 'json' }
import lists from './problems/lists.json' with { type: 'json' }
import models from './problems/models.json' with { type: 'json' }
import robustness from './problems/robustness.json' with { type: 'json' }
import runs from './problems/runs.json' with { type: 'json' }

/** Texts of every problem of this domain, one file for each topic. */
export const PROBLEM_TEXTS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  ...applications,
  ...factRules,
  ...facts,
  ...lists,
  ...models,
  ...robustness,
  ...runs,
}
