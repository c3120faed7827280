import type { Db } from '@jiju/platform/database/pool'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { z } from 'zod'
import type { MatrixQuery, QualificationMatrix } from '../../contract/qualifications.ts'
import { groupBy } from '../../core/qualification/group-by.ts'
import type { BookingTables } from '../needs.ts'
import { countMatrix, listMatrixPeople, listMatrixResources } from '../sql/qualification/matrix.ts'
import { listOfPeople } from '../sql/qualification/qualifications.ts'
import { presentQualification } from './present-qualification.ts'

const Cursor = z.tuple([z.string(), z.uuid()])

/** A page of people with everything that they hold at the provider. */
export async function readMatrix(db: Db<BookingTables>, providerId: string, query: MatrixQuery, now: Date): Promise<QualificationMatrix> {
  const { q, resourceId, state, limit } = query
  const after = decodeCursor(query.cursor, Cursor)
  const resources = await listMatrixResources(db, providerId, resourceId)
  const people = await listMatrixPeople(db, providerId, {
    q: q || undefined,
    resourceId,
    state,
    after: after && { name: after[0], id: after[1] },
    limit,
    now,
  })
  const held = groupBy(
    await listOfPeople(
      db,
      providerId,
      people.slice(0, limit).map(({ id }) => id),
    ),
    (row) => row.person_id,
  )
  const { people: count, expiring, suspended, open_losses: openLosses } = await countMatrix(db, providerId, now)
  return {
    resources: resources.map((row) => ({
      id: row.id,
      name: row.name,
      nameEn: row.name_en,
      level: row.level,
      afterHoursLevel: row.after_hours_level,
    })),
    ...toPage(
      people,
      limit,
      ({ id, name, organisation_name: organisationName }) => ({
        personId: id,
        personName: name,
        organisationName,
        qualifications: (held.get(id) ?? []).map((row) => presentQualification(row, now)),
      }),
      ({ name, id }) => [name, id],
    ),
    counts: { people: count, expiring, suspended, openLosses },
  }
}
