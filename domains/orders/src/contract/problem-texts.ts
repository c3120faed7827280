import forms from './problems/forms.json' with { type: 'json' }
import basic from './problems/orders.json' with { type: 'json' }
import spending from './problems/spending.json' with { type: 'json' }
import vouchers from './problems/vouchers.json' with { type: 'json' }
import work from './problems/work.json' with { type: 'json' }

/** Texts of every problem of this domain, one file for each topic. */
export const PROBLEM_TEXTS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = { ...basic, ...forms, ...spending, ...vouchers, ...work }
