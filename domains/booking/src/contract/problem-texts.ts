import assessment from './problems/assessment.json' with { type: 'json' }
import feeds from './problems/feeds.json' with { type: 'json' }
import moves from './problems/moves.json' with { type: 'json' }
import noShows from './problems/no-shows.json' with { type: 'json' }
import outages from './problems/outages.json' with { type: 'json' }
import plans from './problems/plans.json' with { type: 'json' }
import prices from './problems/prices.json' with { type: 'json' }
import qualification from './problems/qualification.json' with { type: 'json' }
import requests from './problems/requests.json' with { type: 'json' }
import samples from './problems/samples.json' with { type: 'json' }
import use from './problems/use.json' with { type: 'json' }
import basic from './problems.json' with { type: 'json' }

/** Texts of every problem of this domain, one file for each topic. */
export const PROBLEM_TEXTS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  ...basic,
  ...assessment,
  ...feeds,
  ...moves,
  ...noShows,
  ...outages,
  ...plans,
  ...prices,
  ...qualification,
  ...requests,
  ...use,
  ...samples,
}
