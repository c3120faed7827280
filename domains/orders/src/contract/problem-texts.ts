import agreements from './problems/agreements.json' with { type: 'json' }
import disputes from './problems/disputes.json' with { type: 'json' }
import enquiries from './problems/enquiries.json' with { type: 'json' }
import forms from './problems/forms.json' with { type: 'json' }
import imports from './problems/imports.json' with { type: 'json' }
import money from './problems/money.json' with { type: 'json' }
import basic from './problems/orders.json' with { type: 'json' }
import reports from './problems/reports.json' with { type: 'json' }
import samples from './problems/samples.json' with { type: 'json' }
import signals from './problems/signals.json' with { type: 'json' }
import spending from './problems/spending.json' with { type: 'json' }
import vouchers from './problems/vouchers.json' with { type: 'json' }
import work from './problems/work.json' with { type: 'json' }

/** Texts of every problem of this domain, one file for each topic. */
export const PROBLEM_TEXTS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  ...agreements,
  ...basic,
  ...money,
  ...disputes,
  ...enquiries,
  ...forms,
  ...imports,
  ...reports,
  ...samples,
  ...signals,
  ...spending,
  ...vouchers,
  ...work,
}
