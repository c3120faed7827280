import type { ProblemTexts } from '@jiju/platform/http/problem-texts'
import { PROBLEM_TEXTS as scoring } from '@jiju/scoring/contract/problem-texts'
import catalog from '../../../domains/catalog/src/contract/problems.json' with { type: 'json' }
import people from '../../../domains/people/src/contract/problems.json' with { type: 'json' }

/** Texts of the problems that commands can meet. */
export const PROBLEM_TEXTS: ProblemTexts = { ...people, ...catalog, ...scoring }
