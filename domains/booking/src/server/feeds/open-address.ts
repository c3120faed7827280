import { newId } from '@jiju/kernel/ids'
import { Refusal } from '@jiju/kernel/problem'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { Language } from '@jiju/platform/http/problem-texts'
import { qrSvg } from '@jiju/platform/qr/qr-code'
import type { OpenedAddress, SecretAddress } from '../../contract/feeds.ts'
import type { AddressDetail, AddressPurpose, AddressSubject } from '../../core/feeds/secret-address.ts'
import type { BookingTables } from '../needs.ts'
import { type AddressOwner, type AddressRow, deleteAddress, hasSubject, saveAddress } from '../sql/secret-addresses.ts'
import { hashAddressToken, newAddressToken } from './tokens.ts'

export type NewAddress = {
  readonly purpose: AddressPurpose
  readonly detail: AddressDetail
  readonly language: Language
  readonly userId: string
} & (
  | { readonly subject: 'person' }
  | {
      readonly subject: Exclude<AddressSubject, 'person'>
      readonly subjectId: string
      readonly providerId: string
      readonly isShared: boolean
    }
)

/** Makes a secret address; one that stood for the same is worth nothing from then on. */
export async function openAddress(
  tx: Db<BookingTables>,
  command: Command,
  publicAddress: string,
  wish: NewAddress,
): Promise<OpenedAddress> {
  const isOwn = wish.subject === 'person'
  if (!isOwn && !(await hasSubject(tx, wish.providerId, wish.subject, wish.subjectId)))
    throw new Refusal({ code: 'booking.address_subject_missing', kind: 'missing' })
  const token = newAddressToken()
  const id = await saveAddress(tx, {
    id: newId(command.now.getTime()),
    tokenHash: hashAddressToken(token),
    purpose: wish.purpose,
    subject: wish.subject,
    subjectId: isOwn ? wish.userId : wish.subjectId,
    detail: wish.detail,
    providerId: isOwn ? null : wish.providerId,
    holderId: isOwn || !wish.isShared ? wish.userId : wish.providerId,
    by: wish.userId,
    now: command.now,
  })
  const { purpose, subject, detail } = wish
  await command.audit({
    action: 'booking.secret_address.open',
    subjectType: 'secret_address',
    subjectId: id,
    detail: { purpose, subject, detail, ...(!isOwn && { subjectId: wish.subjectId }) },
  })
  const language = wish.language === 'en' ? '?lang=en' : ''
  const path = purpose === 'feed' ? `/api/v1/booking/feeds/${token}/calendar.ics` : `/door/${token}`
  const url = `${publicAddress}${path}${language}`
  return { id, url, qrSvg: await qrSvg(url) }
}

/** Takes an address away: whoever has it reads nothing from then on. */
export async function revokeAddress(tx: Db<BookingTables>, command: Command, owner: AddressOwner, id?: string): Promise<void> {
  const revoked = await deleteAddress(tx, owner, id)
  if (!revoked) throw new Refusal({ code: 'booking.address_missing', kind: 'missing' })
  await command.audit({ action: 'booking.secret_address.revoke', subjectType: 'secret_address', subjectId: revoked.id })
}

export function presentAddress(row: AddressRow): SecretAddress {
  return {
    id: row.id,
    purpose: row.purpose,
    subject: row.subject,
    subjectId: row.subject_id,
    detail: row.detail,
    isShared: row.holder_id === row.provider_id,
    name: row.name,
    nameEn: row.name_en,
    createdAt: row.created_at.toISOString(),
    lastReadAt: row.last_read_at?.toISOString() ?? null,
  }
}
