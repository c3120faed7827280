import type { LocalDate } from '@jiju/kernel/local-date'
import { localDayOf } from '@jiju/kernel/zoned-time'
import { actorOf, organisationOf } from '@jiju/platform/http/actor'
import type { FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import type { CatalogTables } from './catalog-db.ts'
import type { CatalogNeeds } from './needs.ts'
import type { Editor } from './who.ts'

export type CatalogDeps = { readonly db: Kysely<CatalogTables>; readonly needs: CatalogNeeds }

/** Days of prices, accreditations and standards are those of mainland China. */
const CATALOG_ZONE = 'Asia/Shanghai'

export const dayOf = (at: Date): LocalDate => localDayOf(at, CATALOG_ZONE)

export const editorOf = (request: FastifyRequest): Editor => ({ userId: actorOf(request).userId, organisationId: organisationOf(request) })
