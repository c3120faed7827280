import { Refusal } from '@jiju/kernel/problem'
import { VERSION_STALE } from '@jiju/platform/http/if-match'
import type { ProviderInput, ProviderProfile } from '../contract/providers.ts'
import type { CatalogDb } from './catalog-db.ts'
import { presentProfile } from './present/providers.ts'
import { findProfile, findProviderOrganisation, type OrganisationRow, saveProfile } from './sql/providers.ts'
import type { Editor } from './who.ts'

async function getProviderOrganisation(db: CatalogDb, id: string): Promise<OrganisationRow> {
  const organisation = await findProviderOrganisation(db, id)
  if (!organisation) throw new Refusal({ code: 'catalog.provider_missing', kind: 'missing' })
  return organisation
}

export async function getProfile(db: CatalogDb, organisationId: string): Promise<ProviderProfile> {
  return presentProfile(await getProviderOrganisation(db, organisationId), await findProfile(db, organisationId))
}

/** Writes the page data of the editor's institution; version 0 is the profile that was never written. */
export async function changeProfile(
  db: CatalogDb,
  editor: Editor,
  change: { expectedVersion: number; input: ProviderInput },
  at: Date,
): Promise<ProviderProfile> {
  const organisation = await getProviderOrganisation(db, editor.organisationId)
  const row = await saveProfile(db, { organisationId: editor.organisationId, ...change, at })
  if (!row) throw new Refusal(VERSION_STALE)
  return presentProfile(organisation, row)
}
