import type { Context, Row } from './context.ts'

const MISSES: readonly (readonly [query: string, conditions: Readonly<Record<string, readonly string[]>>, perMonth: number])[] = [
  ['冷冻电镜 300kV', { kind: ['instrument'] }, 5],
  ['7T 小动物磁共振', { kind: ['instrument'] }, 4],
  ['药物洗脱支架 加速疲劳', {}, 4],
  ['可沥滤物 ICP-MS/MS', { accreditation: ['cnas'] }, 3],
  ['ISO 10993-17', { kind: ['testing_service'] }, 2],
  ['超声弹性成像模体', {}, 1],
]

const STATEMENTS: readonly (readonly [field: string, value: string, evidence: string])[] = [
  ['coordination', '由分管副校长牵头成立大型仪器共享管理委员会，年内召开会议 2 次（演示数据）', '校仪器〔2026〕3 号（演示）'],
  ['staff', '专职实验技术人员 14 名，其中高级职称 5 名，年内培训 4 次（演示数据）', '人事处实验技术人员名册 2026-03（演示）'],
]

/** Searches without a result over the last months, and what one institution states of the year. All of it invented. */
export function generateAssessment(
  context: Context,
  cast: { providerId: string; managerId: string },
): { misses: Row[]; statements: Row[] } {
  const random = context.random('assessment')
  const misses = MISSES.flatMap(([query, conditions, perMonth]) =>
    Array.from({ length: 6 }, (_, month) => {
      const at = context.instant(-3 - month * 30 - random.int(0, 20), 600 + random.int(0, 400))
      return {
        day: context.dayOf(at.getTime()),
        query,
        conditions: JSON.stringify(conditions),
        count: perMonth + random.int(0, 3),
        last_at: at,
      }
    }),
  )
  const at = context.instant(-40, 600)
  const statements = STATEMENTS.map(([field, value, evidence]) => ({
    provider_id: cast.providerId,
    year: Number(context.referenceDay.slice(0, 4)),
    resource_id: null,
    field,
    value,
    evidence,
    updated_at: at,
    updated_by: cast.managerId,
  }))
  return { misses, statements }
}
