import type { ImportContent } from '../sql/imports.ts'
import type { ImportKind } from './content.ts'
import { enterpriseRows } from './enterprise-rows.ts'
import { eventRows } from './event-rows.ts'
import { factRows } from './fact-rows.ts'

const KINDS = { facts: factRows, enterprises: enterpriseRows, events: eventRows }

/** How tables of a content are read, checked and written. The pipeline hands each kind its own rows back. */
export const kindOf = (content: ImportContent): ImportKind<object> => KINDS[content] as unknown as ImportKind<object>
