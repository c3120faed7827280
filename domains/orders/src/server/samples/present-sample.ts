import { RASTER_IMAGES } from '@jiju/platform/files/media-type'
import type { CustodyEvent, Sample } from '../../contract/samples.ts'
import { formatQuantity, parseQuantity } from '../../core/samples/quantity.ts'
import { actsOfSample } from '../../core/samples/sample-acts.ts'
import type { Side } from '../../core/vocabulary.ts'
import type { EventRow } from '../sql/samples/custody.ts'
import type { SampleRow } from '../sql/samples/samples.ts'

/** Quantities come from the database with all their zeros. */
const plain = (decimal: string) => formatQuantity(parseQuantity(decimal))

const isoOf = (instant: string) => new Date(instant).toISOString()

const parcelOf = (parcel: SampleRow['parcel']) =>
  parcel && { carrier: parcel.carrier, trackingNumber: parcel.tracking_number, sentAt: isoOf(parcel.sent_at) }

export const isPicture = (mediaType: string): boolean => (RASTER_IMAGES as readonly string[]).includes(mediaType)

export function presentSample(row: SampleRow, side: Side): Sample {
  const { offer, destruction } = row
  return {
    id: row.id,
    orderId: row.order_id,
    orderNumber: row.order_number,
    orderState: row.order_state,
    organisationName: row.organisation_name,
    providerName: row.provider_name,
    number: row.number,
    code: row.code,
    origin: row.origin,
    parentId: row.parent_id,
    replacesId: row.replaces_id,
    itemIds: [...row.item_ids],
    name: row.name,
    spec: row.spec,
    batch: row.batch,
    maker: row.maker,
    packaging: row.packaging,
    appearance: row.appearance,
    quantity: plain(row.quantity),
    remaining: plain(row.remaining),
    unit: row.unit,
    storage: row.storage,
    hazards: [...row.hazards],
    rest: row.rest,
    producedOn: row.produced_on,
    expiresOn: row.expires_on,
    note: row.note,
    state: row.state,
    condition: row.condition,
    arrivalCelsius: row.arrival_celsius === null ? null : Number(row.arrival_celsius),
    refusal: row.refusal,
    parcel: parcelOf(row.parcel),
    returnParcel: parcelOf(row.return_parcel),
    holder: row.holder_id ? { id: row.holder_id, name: row.holder_name ?? '' } : null,
    place: row.place_id ? { id: row.place_id, name: row.place_name ?? '' } : null,
    offer: offer && {
      id: offer.id,
      from: { id: offer.from_id, name: offer.from_name },
      to: { id: offer.to_id, name: offer.to_name },
      words: offer.words,
      offeredAt: isoOf(offer.offered_at),
    },
    destruction: destruction && {
      id: destruction.id,
      method: destruction.method,
      by: { id: destruction.by_id, name: destruction.by_name },
      proposedAt: isoOf(destruction.proposed_at),
    },
    receivedAt: row.received_at?.toISOString() ?? null,
    retainUntil: row.retain_until,
    declaredAt: row.declared_at.toISOString(),
    version: row.version,
    side,
    acts: actsOfSample(row.state, side),
  }
}

export function presentEvent(row: EventRow): CustodyEvent {
  return {
    id: row.id,
    sampleId: row.sample_id,
    sampleNumber: row.sample_number,
    kind: row.kind,
    side: row.side,
    personName: row.person_name,
    at: row.at.toISOString(),
    from: row.from_name,
    to: row.to_name,
    place: row.place,
    quantity: row.quantity === null ? null : plain(row.quantity),
    unit: row.unit,
    celsius: row.celsius === null ? null : Number(row.celsius),
    condition: row.condition,
    words: row.words,
    trackingNumber: row.tracking_number,
    correctsId: row.corrects_id,
    files: row.files.map(({ id, name, media_type }) => ({
      fileId: id,
      name,
      isImage: isPicture(media_type),
      url: `/api/v1/orders/samples/${row.sample_id}/files/${id}`,
    })),
  }
}
