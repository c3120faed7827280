import { ResourceContent } from '@jiju/catalog/contract/resource-content'
import others from '../../../../db/demo/other-resources.json' with { type: 'json' }
import { type Contact, sharedContent } from './content.ts'
import type { Context } from './context.ts'
import type { Provider } from './reference.ts'

type OtherResource = {
  readonly key: string
  readonly kind: ResourceContent['kind']
  readonly provider: string
  readonly nameZh: string
  readonly nameEn: string
  readonly summary: string
  readonly unit: string
  readonly priceYuan: number
  /** Booking rules; without them it is ordered, not booked. */
  readonly rules?: string
  /** Published when absent. */
  readonly state?: 'in_review' | 'draft'
  readonly detail: Readonly<Record<string, unknown>>
}

/** One or two of each kind that is neither instrument nor testing service. */
export const OTHER_RESOURCES = others.resources as readonly unknown[] as readonly OtherResource[]

/** Checked against the contract, because the file holds a different shape for each kind. */
export function otherContent(context: Context, other: OtherResource, provider: Provider, contact: Contact): ResourceContent {
  return ResourceContent.parse({
    ...sharedContent(context, provider, contact),
    kind: other.kind,
    innerNumber: `QT-${other.key}`,
    nameZh: other.nameZh,
    nameEn: other.nameEn,
    summary: other.summary,
    location: provider.building,
    detail: other.detail,
  })
}
