import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Db } from '../database/pool.ts'
import { problemResponses } from '../http/problems.ts'
import type { PlatformTables } from '../platform-tables.ts'
import type { OperationsDeps } from './routes.ts'

type District = { readonly nameZh: string; readonly nameEn: string; readonly isDemo: boolean }

const Status = z
  .object({
    serverTime: z.iso.datetime(),
    district: z
      .object({
        nameZh: z.string(),
        nameEn: z.string(),
        isDemo: z.boolean().describe('True: every institution, person and figure is invented'),
      })
      .nullable()
      .describe('Null until the operator has named the district'),
  })
  .meta({ id: 'PlatformStatus' })

/** The district that this installation serves; null before it is named. */
export async function findDistrict(db: Db<PlatformTables>): Promise<District | null> {
  const row = await db.selectFrom('platform.district').select(['name_zh', 'name_en', 'is_demo']).executeTakeFirst()
  return row ? { nameZh: row.name_zh, nameEn: row.name_en, isDemo: row.is_demo } : null
}

export async function statusRoutes(scope: FastifyInstance, { db, now }: OperationsDeps): Promise<void> {
  scope.withTypeProvider<ZodTypeProvider>().get(
    '/status',
    {
      config: { access: 'operations.status.read' },
      schema: {
        operationId: 'getStatus',
        tags: ['operations'],
        summary: 'Which district this is, and whether its data are invented',
        response: { 200: Status, ...problemResponses },
      },
    },
    async () => ({ serverTime: now().toISOString(), district: await findDistrict(db) }),
  )
}
