import { describe, expect, test } from 'vitest'
import { buildFee } from './fee-build-up.ts'
import { type Band, findTariffProblems } from './tariff.ts'

const band = (nameZh: string, days: Band['days'], fromMinute: number, toMinute: number): Band => ({
  nameZh,
  nameEn: null,
  days,
  fromMinute,
  toMinute,
  percent: 50,
})

describe('findTariffProblems', () => {
  test('bands of the same day must not overlap, also past midnight; touching is allowed', () => {
    const night = band('夜间', ['working_day'], 1320, 360)
    expect(findTariffProblems({ bands: [night, band('清晨', ['working_day'], 360, 480)], packages: [] })).toEqual([])
    expect(findTariffProblems({ bands: [night, band('清晨', ['weekend'], 300, 480)], packages: [] })).toEqual([])
    expect(findTariffProblems({ bands: [night, band('清晨', ['weekend', 'working_day'], 300, 480)], packages: [] })).toMatchObject([
      { code: 'booking.bands_overlap', params: { band: '清晨', other: '夜间' }, field: '/bands/1/fromMinute' },
    ])
  })

  test('packages differ in length and state a class once', () => {
    const offer = (minutes: number, classes: ('enterprise' | 'academic')[]) => ({
      nameZh: '包',
      nameEn: null,
      minutes,
      prices: classes.map((customerClass) => ({ customerClass, priceFen: 1n })),
    })
    const packages = [offer(240, ['enterprise', 'academic']), offer(240, ['enterprise']), offer(480, ['academic', 'academic'])]
    expect(findTariffProblems({ bands: [], packages }).map(({ code, field }) => [code, field])).toEqual([
      ['booking.packages_same_length', '/packages/1/minutes'],
      ['booking.package_class_twice', '/packages/2/prices'],
    ])
  })
})

describe('buildFee', () => {
  const base = {
    originalValueFen: 80_000_000n,
    years: 5,
    yearlyHours: 800,
    hourly: [],
    labourHourFen: 0n,
    managementPercent: 0,
    shares: [],
  }

  test('800,000 yuan over 5 years of 800 hours are 200 yuan an hour', () =>
    expect(buildFee(base)).toMatchObject({ depreciationFen: 20_000n, fullCostFen: 20_000n }))

  test('the parts sum to the full cost, of which each class pays its share', () => {
    const hourly = [
      { nameZh: '水电', amountFen: 2_000n },
      { nameZh: '空调', amountFen: 3_000n },
      { nameZh: '维护', amountFen: 20_000n },
      { nameZh: '用房', amountFen: 5_000n },
    ]
    const shares = [
      { customerClass: 'inside', percent: 70 },
      { customerClass: 'enterprise', percent: 120 },
    ] as const
    const built = buildFee({ ...base, hourly, labourHourFen: 10_001n, managementPercent: 20, shares })
    expect(built).toMatchObject({ consumablesFen: 30_000n, labourFen: 10_001n, managementFen: 12_000n, fullCostFen: 72_001n })
    expect(built.prices.map(({ priceFen }) => priceFen)).toEqual([50_401n, 86_401n])
  })
})
