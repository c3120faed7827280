import type { Readable } from 'node:stream'
import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import { RASTER_IMAGES } from '@jiju/platform/files/media-type'
import { storeUpload } from '@jiju/platform/files/upload'
import type { Command } from '@jiju/platform/http/command'
import type { PaperKind } from '../../core/vouchers/vocabulary.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { lockClaim } from '../sql/vouchers/claims.ts'
import { addPaper } from '../sql/vouchers/evidence.ts'
import { VOUCHER_MISSING } from './matter.ts'

const MAX_PAPERS = 20
const MAX_BYTES = 20 * 1_048_576
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Sent = {
  readonly voucherId: string
  readonly providerId: string
  readonly personId: string
  readonly kind: PaperKind
  readonly stream: Readable
  readonly name: string
}

/** A paper that the provider adds to a claim by hand, while it is not decided. */
export async function addEvidencePaper(tx: Db<OrdersTables>, command: Command, { files }: OrdersNeeds, sent: Sent): Promise<void> {
  const claim = await lockClaim(tx, sent.voucherId)
  if (claim?.provider_id !== sent.providerId) throw new Refusal(VOUCHER_MISSING)
  if (claim.state === 'accepted' || claim.state === 'rejected')
    throw new Refusal({ code: 'orders.claim_act_not_allowed', kind: 'conflict', params: { act: 'add_paper', state: claim.state } })
  const file = await storeUpload(tx, files, {
    stream: sent.stream,
    name: sent.name,
    maxBytes: MAX_BYTES,
    allowedTypes: ['application/pdf', XLSX, ...RASTER_IMAGES],
    ownerOrganisationId: sent.providerId,
    uploadedBy: sent.personId,
  })
  const outcome = await addPaper(
    tx,
    { ...file, id: newId(command.now.getTime()), voucherId: sent.voucherId, kind: sent.kind, by: sent.personId, at: command.now },
    MAX_PAPERS,
  )
  if (outcome === 'known') throw new Refusal({ code: 'orders.voucher_paper_known', kind: 'conflict' })
  if (outcome === 'full') throw new Refusal({ code: 'orders.voucher_too_many_papers', kind: 'refused', params: { max: MAX_PAPERS } })
  await command.audit({
    action: 'orders.voucher_claim.add_paper',
    subjectType: 'voucher',
    subjectId: sent.voucherId,
    detail: { kind: sent.kind, name: file.name, sha256: file.sha256 },
  })
}
