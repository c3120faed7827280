import { newId, readableNumber } from '@jiju/kernel/ids'
import { formatFen, parseFen } from '@jiju/kernel/money'
import { type Problem, Refusal } from '@jiju/kernel/problem'
import { localDayOf } from '@jiju/kernel/zoned-time'
import type { Db } from '@jiju/platform/database/pool'
import type { Command } from '@jiju/platform/http/command'
import type { PlaceEnquiry } from '../../contract/enquiries.ts'
import { limitAfter, ORDER_ZONE } from '../../core/order/clock.ts'
import { type Answered, checkAnswers } from '../forms/check-answers.ts'
import type { OrdersNeeds, OrdersTables } from '../needs.ts'
import { SERVICE_MISSING } from '../problems.ts'
import { entryActFor } from '../spending/entry-act.ts'
import { insertEnquiry, insertEnquiryItems } from '../sql/enquiries.ts'
import { listAskableProviders } from '../sql/fits.ts'
import { listServices } from '../sql/services.ts'
import { findRuleOn } from '../sql/vouchers/programmes.ts'
import { PROGRAMME_MISSING } from '../vouchers/matter.ts'
import { askProvider } from './ask-provider.ts'
import { findFits } from './find-fits.ts'

type By = { readonly organisationId: string; readonly userId: string }

/** The most providers that one enquiry reaches. */
export const MAX_ASKED = 50

/** Asks providers; answers the id of the enquiry. */
export async function placeEnquiry(
  tx: Db<OrdersTables>,
  command: Command,
  needs: OrdersNeeds,
  body: PlaceEnquiry,
  by: By,
): Promise<string> {
  const { now } = command
  const today = localDayOf(now, ORDER_ZONE)
  const problems = findProblems(body, today)
  const forms = await checkAnswers(tx, now, answeredOf(body))
  problems.push(...forms.problems)
  if (problems.length > 0) throw new Refusal(...problems)
  const offered = body.offered === undefined ? null : (parseFen(body.offered) ?? null)
  if (offered !== null) await checkLimit(tx, { organisationId: by.organisationId, personId: by.userId, totalFen: offered, now })
  if (body.voucherProgrammeId !== undefined && !(await findRuleOn(tx, body.voucherProgrammeId, today)))
    throw new Refusal({ ...PROGRAMME_MISSING, field: '/voucherProgrammeId' })
  const providers = await chooseProviders(tx, needs, body, by.organisationId)

  const id = newId(now.getTime())
  const openUntil = limitAfter(now, body.openDays)
  const number = readableNumber('ENQ', today, id)
  await insertEnquiry(tx, {
    id,
    number,
    organisation_id: by.organisationId,
    person_id: by.userId,
    kind: body.kind,
    award: body.award,
    offered_fen: offered,
    voucher_programme_id: body.voucherProgrammeId ?? null,
    title: body.title,
    words: body.words,
    purpose: body.purpose,
    confidentiality: body.confidentiality,
    deadline_day: body.deadlineDay ?? null,
    open_until: openUntil,
    at: now,
  })
  await insertEnquiryItems(
    tx,
    id,
    body.items.map((item, index) => ({
      id: newId(now.getTime()),
      position: index + 1,
      service_id: item.serviceId ?? null,
      name: item.name,
      method: item.method,
      quantity: item.quantity,
      sample_count: item.sampleCount,
      form: item.form,
      form_version: item.serviceId ? (forms.versions.get(item.serviceId) ?? null) : null,
    })),
  )
  const enquiry = { id, number, title: body.title, organisationId: by.organisationId, openUntil, confidentiality: body.confidentiality }
  for (const providerId of providers) await askProvider(tx, { command, needs }, enquiry, providerId)
  await command.audit({
    action: 'orders.enquiry.place',
    subjectType: 'enquiry',
    subjectId: id,
    detail: { number, providers: providers.length, award: body.award },
  })
  await command.publish('orders.enquiry_placed', { enquiryId: id, number, organisationId: by.organisationId, providerIds: providers })
  return id
}

/** What is offered at a price binds as soon as somebody takes it: nobody is asked any more then. */
async function checkLimit(
  tx: Db<OrdersTables>,
  offer: { organisationId: string; personId: string; totalFen: bigint; now: Date },
): Promise<void> {
  if ((await entryActFor(tx, { ...offer, wanted: 'conclude' })) === 'submit')
    throw new Refusal({
      code: 'orders.offer_above_limit',
      kind: 'refused',
      params: { offered: formatFen(offer.totalFen) },
      field: '/offered',
    })
}

/** What is only described in words has no form. */
const answeredOf = ({ items }: PlaceEnquiry): Answered[] =>
  items.flatMap(({ serviceId, form, formVersion }, index) =>
    serviceId ? [{ serviceId, form, formVersion, pointer: `/items/${index}/form` }] : [],
  )

function findProblems(body: PlaceEnquiry, today: string): Problem[] {
  const problems: Problem[] = []
  const offered = body.offered === undefined ? undefined : parseFen(body.offered)
  if ((body.award === 'first') !== (body.offered !== undefined) || (body.offered !== undefined && (offered === undefined || offered <= 0n)))
    problems.push({ code: 'orders.offer_needed', kind: 'refused', field: '/offered' })
  if (body.voucherProgrammeId !== undefined && body.award !== 'first')
    problems.push({ code: 'orders.voucher_needs_offer', kind: 'refused', field: '/voucherProgrammeId' })
  if (body.deadlineDay !== undefined && body.deadlineDay <= today)
    problems.push({ code: 'orders.deadline_past', kind: 'refused', params: { day: body.deadlineDay }, field: '/deadlineDay' })
  if (body.kind === 'service')
    for (const [index, { serviceId }] of body.items.entries())
      if (!serviceId) problems.push({ ...SERVICE_MISSING, kind: 'refused', field: `/items/${index}/serviceId` })
  return problems
}

/** Providers of the services named, those chosen, and when wished all that fit; never the asker. */
async function chooseProviders(tx: Db<OrdersTables>, needs: OrdersNeeds, body: PlaceEnquiry, askerId: string): Promise<string[]> {
  const serviceIds = [...new Set(body.items.flatMap(({ serviceId }) => serviceId ?? []))]
  const services = await listServices(tx, serviceIds)
  if (services.length < serviceIds.length) throw new Refusal(SERVICE_MISSING)
  const chosen = [...new Set([...body.providerIds, ...services.map(({ provider_id }) => provider_id)])]
  const askable = await listAskableProviders(tx, chosen, askerId)
  const unknown = body.providerIds.filter((id) => !askable.includes(id))
  if (unknown.length > 0) throw new Refusal({ code: 'orders.provider_missing', kind: 'missing', field: '/providerIds' })
  const fitting = body.isToFitting ? (await findFits(tx, needs, body.items, askerId)).map(({ providerId }) => providerId) : []
  const all = [...new Set([...askable, ...fitting])].slice(0, MAX_ASKED)
  if (all.length === 0) throw new Refusal({ code: 'orders.nobody_fits', kind: 'refused', field: '/providerIds' })
  return all
}
