import type { EditTariff } from '@jiju/booking/contract/tariffs'
import type { Rate } from '@jiju/booking/core/prices/quote'
import type { Tariff } from '@jiju/booking/core/prices/tariff'
import type { CustomerClass } from '@jiju/booking/core/vocabulary'
import { toTariff, toValues } from '@jiju/booking/server/prices/stored-tariff'
import { addDays } from '@jiju/kernel/local-date'
import { formatFen } from '@jiju/kernel/money'
import type { Context, Row } from './context.ts'
import { roundYuan } from './prices.ts'
import type { Random } from './random.ts'

const ALL_DAYS: EditTariff['bands'][number]['days'] = ['working_day', 'weekend', 'holiday']
const NIGHT: EditTariff['bands'][number] = { nameZh: '夜间', nameEn: 'Night', days: ALL_DAYS, fromMinute: 1200, toMinute: 480, percent: 60 }
const HOLIDAY: EditTariff['bands'][number] = {
  nameZh: '法定节假日',
  nameEn: 'Public holidays',
  days: ['holiday'],
  fromMinute: 480,
  toMinute: 1200,
  percent: 150,
}
const EXTRAS: readonly (readonly [nameZh: string, nameEn: string, yuan: number])[] = [
  ['清洗', 'Cleaning', 30],
  ['载气', 'Carrier gas', 50],
  ['夹具更换', 'Change of fixtures', 60],
]

/** Price rules of a third of what is booked by the hour: in force since New Year, some with a change to come or a draft. */
export function tariffsOf(
  context: Context,
  subject: { resourceId: string; providerId: string; rates: readonly Rate[] },
): { inForce: Tariff[]; rows: Row[] } {
  const random = context.random(`tariff|${subject.resourceId}`)
  const hourly = subject.rates.filter(({ unit, validTo }) => unit === 'hour' && validTo === null)
  if (hourly.length === 0 || !random.chance(0.35)) return { inForce: [], rows: [] }
  const edit = rulesOf(random, hourly, `${context.referenceDay.slice(0, 4)}-01-01`)
  const rows = [rowOf(context, subject, edit, 'published')]
  if (random.chance(0.2))
    rows.push(rowOf(context, subject, { ...edit, validFrom: addDays(context.referenceDay, 21), bands: [NIGHT, HOLIDAY] }, 'published'))
  if (random.chance(0.1))
    rows.push(rowOf(context, subject, { ...edit, validFrom: addDays(context.referenceDay, 40), packages: [] }, 'draft'))
  return { inForce: [toTariff({ id: String(rows[0]?.id), ...toValues(edit) })], rows }
}

function rulesOf(random: Random, hourly: readonly Rate[], validFrom: string): EditTariff {
  const enterprise = hourly.find(({ customerClass }) => customerClass === 'enterprise') ?? (hourly[0] as Rate)
  const hourYuan = Number(enterprise.priceFen) / 100
  const priced = (hours: number, percent: number) =>
    hourly
      .filter(({ customerClass }) => customerClass !== 'inside')
      .map(({ customerClass, priceFen }): { customerClass: CustomerClass; price: string } => ({
        customerClass,
        price: `${roundYuan((Number(priceFen) * hours * percent) / 10_000)}.00`,
      }))
  const extra = random.pick(EXTRAS)
  return {
    validFrom,
    bands: random.chance(0.6) ? [NIGHT] : [],
    packages: [
      { nameZh: '半天', nameEn: 'Half day', minutes: 240, prices: priced(4, 90) },
      { nameZh: '全天', nameEn: 'Whole day', minutes: 480, prices: priced(8, 82) },
    ],
    extras: random.chance(0.5) ? [{ nameZh: extra[0], nameEn: extra[1], per: 'booking', price: `${extra[2]}.00` }] : [],
    minimum: random.chance(0.4) ? `${roundYuan(hourYuan)}.00` : null,
    chargesInside: false,
    chargeBy: random.weighted([
      ['booked', 6],
      ['longer', 3],
      ['actual', 1],
    ] as const),
    noShow: hourYuan % 20 === 0 ? { by: 'percent', percent: 50 } : null,
    buildUp: random.chance(0.3) ? builtOf(hourly, enterprise) : null,
    note: null,
  }
}

/** A build-up whose full cost is the price of an enterprise: half of it depreciation. */
function builtOf(hourly: readonly Rate[], enterprise: Rate): EditTariff['buildUp'] {
  const part = (percent: bigint) => formatFen((enterprise.priceFen * percent) / 100n)
  return {
    originalValue: formatFen((enterprise.priceFen / 2n) * 8_000n),
    years: 10,
    yearlyHours: 800,
    hourly: [
      { nameZh: '水电', amount: part(5n) },
      { nameZh: '空调与用房', amount: part(8n) },
      { nameZh: '维护与易耗', amount: part(17n) },
    ],
    labourHour: part(20n),
    managementPercent: 0,
    shares: hourly.map(({ customerClass, priceFen }) => ({ customerClass, percent: Number((priceFen * 100n) / enterprise.priceFen) })),
  }
}

function rowOf(context: Context, subject: { resourceId: string; providerId: string }, edit: EditTariff, state: 'published' | 'draft'): Row {
  const values = toValues(edit)
  const id = context.id(`tariff|${subject.resourceId}|${edit.validFrom}`)
  // Written before it held; a draft lately.
  const at = edit.validFrom < context.referenceDay ? context.instant(-390, 660) : context.instant(-3, 660)
  const by = context.id(`person|${subject.providerId}`)
  return {
    id,
    resource_id: subject.resourceId,
    provider_id: subject.providerId,
    state,
    ...values,
    minimum_fen: values.minimum_fen?.toString() ?? null,
    no_show_fen: values.no_show_fen?.toString() ?? null,
    created_at: at,
    created_by: by,
    updated_at: at,
    updated_by: by,
    published_at: state === 'published' ? at : null,
    published_by: state === 'published' ? by : null,
  }
}
