import type pg from 'pg'

export async function findOrganisationByCode(pool: pg.Pool, uscc: string): Promise<{ id: string; name: string } | undefined> {
  const { rows } = await pool.query<{ id: string; name: string }>(
    `select id, name from people_pub.organisation where uscc = $1 and kind = 'provider' and status = 'verified'`,
    [uscc.trim().toUpperCase()],
  )
  return rows[0]
}
