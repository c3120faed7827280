import type { components } from '@jiju/api-client/schema'
import type { Miss } from '@jiju/catalog/contract/search'
import type { ListedOrganisation, Organisation } from '@jiju/people/contract/organisations'
import type { ListedPerson } from '@jiju/people/contract/persons'
import type { z } from 'zod'
import { answer, api, type newAttempt } from '../../lib/api.ts'

type Attempt = ReturnType<typeof newAttempt>
type Page<Item> = { items: Item[]; nextCursor: string | null }

export type Job = components['schemas']['Job']
type JobState = Job['state']
export type MailSummary = components['schemas']['MailSummary']
type Mail = components['schemas']['Mail']
export type AuditRecord = components['schemas']['AuditRecord']
export type AuditVerification = components['schemas']['AuditVerification']
export type SearchMiss = z.infer<typeof Miss>

const paged = (cursor: string | undefined, limit = 50) => ({ limit, ...(cursor ? { cursor } : {}) })

// ---------------------------------------------------------------- organisations and persons

export type OrganisationFilter = { status?: Organisation['status']; kind?: Organisation['kind']; q?: string }

export async function listOrganisations(filter: OrganisationFilter, cursor?: string): Promise<Page<ListedOrganisation>> {
  return await answer(api.GET('/api/v1/people/organisations', { params: { query: { ...filter, ...paged(cursor) } } }))
}

export async function verifyOrganisation({ id, version }: { id: string; version: number }, headers: Attempt): Promise<Organisation> {
  return await answer(
    api.POST('/api/v1/people/organisations/{id}/verify', { params: { path: { id } }, headers: { ...headers, 'If-Match': `"${version}"` } }),
  )
}

type Reasoned = { id: string; version: number; reason: string }

export async function rejectOrganisation({ id, version, reason }: Reasoned, headers: Attempt): Promise<Organisation> {
  return await answer(
    api.POST('/api/v1/people/organisations/{id}/reject', {
      params: { path: { id } },
      body: { reason },
      headers: { ...headers, 'If-Match': `"${version}"` },
    }),
  )
}

export async function suspendOrganisation({ id, version, reason }: Reasoned, headers: Attempt): Promise<Organisation> {
  return await answer(
    api.POST('/api/v1/people/organisations/{id}/suspend', {
      params: { path: { id } },
      body: { reason },
      headers: { ...headers, 'If-Match': `"${version}"` },
    }),
  )
}

export async function listPersons(q: string | undefined, cursor: string | undefined): Promise<Page<ListedPerson>> {
  return await answer(api.GET('/api/v1/people/persons', { params: { query: { ...(q ? { q } : {}), ...paged(cursor) } } }))
}

export async function setPersonDisabled({ id, isDisabled }: { id: string; isDisabled: boolean }, headers: Attempt): Promise<void> {
  const init = { params: { path: { id } }, headers }
  await answer(isDisabled ? api.POST('/api/v1/people/persons/{id}/disable', init) : api.POST('/api/v1/people/persons/{id}/enable', init))
}

// ---------------------------------------------------------------- the platform itself

export async function listJobs(filter: { state?: JobState; name?: string }, cursor?: string): Promise<Page<Job>> {
  return await answer(api.GET('/api/v1/operations/jobs', { params: { query: { ...filter, ...paged(cursor) } } }))
}

export async function countJobs(): Promise<Record<JobState, number>> {
  return await answer(api.GET('/api/v1/operations/job-counts', {}))
}

export async function retryJob({ id }: { id: string }, headers: Attempt): Promise<void> {
  await answer(api.POST('/api/v1/operations/jobs/{id}/retry', { params: { path: { id } }, headers }))
}

export async function discardJob({ id }: { id: string }, headers: Attempt): Promise<void> {
  await answer(api.POST('/api/v1/operations/jobs/{id}/discard', { params: { path: { id } }, headers }))
}

export async function listMails(q: string | undefined, cursor: string | undefined): Promise<Page<MailSummary>> {
  return await answer(api.GET('/api/v1/operations/mails', { params: { query: { ...(q ? { q } : {}), ...paged(cursor) } } }))
}

export async function readMail(id: string): Promise<Mail> {
  return await answer(api.GET('/api/v1/operations/mails/{id}', { params: { path: { id } } }))
}

export type AuditFilter = { action?: string; subjectType?: string; subjectId?: string; actorUserId?: string; from?: string; until?: string }

export async function listAuditRecords(filter: AuditFilter, cursor: string | undefined): Promise<Page<AuditRecord>> {
  return await answer(api.GET('/api/v1/operations/audit-entries', { params: { query: { ...filter, ...paged(cursor, 100) } } }))
}

export async function verifyAudit(): Promise<AuditVerification> {
  return await answer(api.GET('/api/v1/operations/audit-verification', { params: { query: {} } }))
}

export async function listSearchMisses(from: string, cursor: string | undefined): Promise<Page<SearchMiss>> {
  return await answer(api.GET('/api/v1/catalog/search-misses', { params: { query: { from, ...paged(cursor) } } }))
}
