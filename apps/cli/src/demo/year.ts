import { createHash } from 'node:crypto'
import { feeLine } from '@jiju/booking/core/use/charge'
import { answerUntil } from '@jiju/booking/core/use/rules'
import { BOOKING_NOTICES } from '@jiju/booking/server/notices/kinds'
import { PLAN_NOTICES } from '@jiju/booking/server/notices/plan-kinds'
import { USE_NOTICES } from '@jiju/booking/server/notices/use-kinds'
import { storeChargeLines } from '@jiju/booking/server/use/charge-use'
import { composeNotice } from '@jiju/platform/notices/compose-notice'
import type { NoticeParams } from '@jiju/platform/notices/notice'
import type { Context, Row } from './context.ts'
import { ZONE } from './reference.ts'

const HOUR = 3_600_000
const ANSWER_DAYS = 5
const KINDS = { ...BOOKING_NOTICES, ...PLAN_NOTICES, ...USE_NOTICES }
const REPLIES = ['感谢反馈，我们会继续保持。', '已安排检修并更新软件，欢迎再来。', '感谢评价，下次会提前预热。']

type Scope = {
  readonly reservations: readonly Row[]
  readonly noShows: readonly Row[]
  readonly trainings: readonly Row[]
  readonly enrolments: readonly Row[]
  readonly evaluations: readonly Row[]
  readonly nameOf: ReadonlyMap<string, string>
  readonly cast: { readonly providerId: string; readonly managerId: string; readonly engineerId: string; readonly enterpriseId: string }
  readonly providerName: string
}

type DemoYear = {
  readonly reservations: readonly Row[]
  readonly charges: readonly Row[]
  readonly replies: readonly Row[]
  readonly notices: readonly Row[]
  readonly webhooks: readonly Row[]
}

/** What a year leaves beside uses: a fee for not coming, fees of trainings, replies to users, notices, and the webhook of an integrator that is paused. */
export function generateYear(context: Context, scope: Scope): DemoYear {
  const missed = new Map(scope.noShows.map((row) => [row.reservation_id, row]))
  const fees = new Map<unknown, bigint>()
  const reservations = scope.reservations.map((row): Row => {
    const feeFen = missed.has(row.id) ? BigInt(String(row.price_fen)) / 2n : 0n
    if (feeFen > 0n) fees.set(row.id, feeFen)
    return { ...row, no_show_fee_fen: feeFen.toString() }
  })
  return {
    reservations,
    charges: [
      ...reservations
        .filter(({ id }) => fees.has(id))
        .map((row) => noShowCharge(context, row, fees.get(row.id) ?? 0n, missed.get(row.id) ?? {})),
      ...trainingCharges(context, scope),
    ],
    replies: repliesOf(context, scope),
    notices: noticesOf(context, scope, reservations),
    webhooks: [webhookOf(context, scope)],
  }
}

function chargeRow(context: Context, key: string, feeFen: bigint, more: Row & { created_at: Date }): Row {
  return {
    id: context.id(`charge|${key}`),
    reservation_id: null,
    enrolment_id: null,
    version: 1,
    replaces: null,
    record_id: null,
    resource_id: null,
    is_outside: true,
    basis: 'booked',
    charged_by: 'booked',
    booked_minutes: 0,
    metered_minutes: 0,
    total_fen: feeFen.toString(),
    answer_until: answerUntil(more.created_at, ANSWER_DAYS, ZONE),
    reason: null,
    created_by: null,
    ...more,
  }
}

function noShowCharge(context: Context, row: Row, feeFen: bigint, missed: Row): Row {
  return chargeRow(context, `no_show|${row.id}`, feeFen, {
    kind: 'no_show',
    reservation_id: row.id,
    resource_id: row.resource_id,
    provider_id: row.provider_id,
    organisation_id: row.organisation_id,
    lines: storeChargeLines([feeLine('no_show', feeFen)]),
    created_at: new Date(String((missed.recorded_at as Date).toISOString())),
  })
}

function trainingCharges(context: Context, { trainings, enrolments }: Scope): Row[] {
  const known = new Map(trainings.map((row) => [row.id, row]))
  return enrolments.flatMap((row) => {
    const feeFen = BigInt(String(row.fee_fen))
    const providerId = known.get(row.training_id)?.provider_id
    if (row.result_at === null || feeFen === 0n || row.organisation_id === providerId) return []
    return [
      chargeRow(context, `training|${row.id}`, feeFen, {
        kind: 'training',
        enrolment_id: row.id,
        provider_id: providerId,
        organisation_id: row.organisation_id,
        lines: storeChargeLines([feeLine('training', feeFen)]),
        created_at: row.result_at as Date,
      }),
    ]
  })
}

/** Every third evaluation of the provider that said something is answered. */
function repliesOf(context: Context, { evaluations, cast }: Scope): Row[] {
  return evaluations
    .filter((row) => row.provider_id === cast.providerId && row.words !== null)
    .filter((_, index) => index % 3 === 0)
    .map((row, index) => ({
      reservation_id: row.reservation_id,
      provider_id: row.provider_id,
      words: REPLIES[index % REPLIES.length],
      replied_by: cast.managerId,
      replied_at: new Date(Math.min((row.created_at as Date).getTime() + 20 * HOUR, context.now.getTime())),
    }))
}

/** The last coming bookings of the engineer, and what the manager was told of them. */
function noticesOf(context: Context, { cast, nameOf, providerName }: Scope, reservations: readonly Row[]): Row[] {
  const own = reservations
    .filter((row) => row.booker_id === cast.engineerId && row.state === 'confirmed' && row.provider_id === cast.providerId)
    .slice(-4)
  return own.flatMap((row, index) => {
    const params: NoticeParams = {
      number: String(row.number),
      resource: nameOf.get(String(row.resource_id)) ?? '',
      provider: providerName,
      organisation: '澄心医疗',
      booker: '陈工',
      time: rangeText(context, row),
      price: (Number(row.price_fen) / 100).toFixed(2),
      operation: { zh: '自主上机', en: 'self-service' },
      percent: Number(row.late_cancel_percent),
      freeUntil: { zh: '开始前 24 小时', en: '24 hours before the start' },
      project: String(row.project ?? '—'),
      note: '—',
    }
    const at = new Date(context.now.getTime() - (index + 1) * 5 * HOUR)
    const told = (side: 'customer' | 'provider', personId: string, link: string): Row => ({
      id: context.id(`notice|${side}|${row.id}`),
      person_id: personId,
      key: `demo ${row.id}`,
      kind: `booking.placed_${side}`,
      topic_group: side === 'customer' ? 'bookings' : 'calendar',
      texts: composeNotice(KINDS[`booking.placed_${side}`]?.texts ?? NO_TEXTS, params),
      link,
      created_at: at,
      read_at: index > 1 ? at : null,
    })
    return [
      told('customer', cast.engineerId, `/e/bookings/${row.id}`),
      told('provider', cast.managerId, `/p/calendar?reservation=${row.id}`),
    ]
  })
}

const NO_TEXTS = { title: { zh: '', en: '' }, body: { zh: '', en: '' } }

function rangeText(context: Context, row: Row): string {
  const [start = '', end = ''] = String(row.during).slice(1, -1).split(',')
  const local = (text: string) => new Date(Date.parse(text) + 8 * HOUR).toISOString()
  return `${context.dayOf(Date.parse(start))} ${local(start).slice(11, 16)}—${local(end).slice(11, 16)}`
}

/** Paused, to an address that exists nowhere, and with a secret that nobody has: nothing leaves a demo. */
function webhookOf(context: Context, { cast }: Scope): Row {
  const at = context.instant(-60, 600)
  return {
    id: context.id('webhook|integrator'),
    organisation_id: cast.enterpriseId,
    name: '实验室管理系统（演示，已暂停）',
    address: 'https://lims.chengxin.example/jiju/events',
    topics: [
      'booking.reservation_placed',
      'booking.reservation_started',
      'booking.reservation_finished',
      'booking.no_show',
      'booking.charge_created',
    ],
    state: 'paused',
    paused_because: 'by_member',
    secret_sealed: `\\x${createHash('sha256').update(context.id('webhook|secret')).digest('hex')}`,
    created_by: cast.engineerId,
    created_at: at,
    updated_at: at,
  }
}
