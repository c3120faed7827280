import type { CalibrationDue, RecordCalibration, ResourceCalibrations } from '@jiju/booking/contract/calibrations'
import type { DowntimeOverview, FaultReport, OperatingState, ReportFault } from '@jiju/booking/contract/faults'
import type {
  AffectedBooking,
  ChangeOutage,
  DeclareOutage,
  Displacement,
  Equivalent,
  Outage,
  OutagePreview,
  PreviewOutage,
  TakeEquivalent,
} from '@jiju/booking/contract/outages'
import type { Reservation } from '@jiju/booking/contract/reservations'
import type { FaultVerdict } from '@jiju/booking/core/outages/vocabulary'
import { queryOptions } from '@tanstack/react-query'
import { answer, api, type newAttempt } from '../../lib/api.ts'
import { upload } from '../../lib/upload.ts'

type Attempt = ReturnType<typeof newAttempt>
type Page<Item> = { items: Item[]; nextCursor: string | null }
type Versioned = { readonly id: string; readonly version: number }
const byId = (id: string) => ({ params: { path: { id } } })
const versionOf = ({ version }: { readonly version: number }) => ({ 'If-Match': `"${version}"` })

export async function listOutages(
  conditions: { when: 'running' | 'planned' | 'past'; limit?: number },
  cursor?: string,
  signal?: AbortSignal,
): Promise<Page<Outage>> {
  const query = { ...conditions, ...(cursor ? { cursor } : {}) }
  return await answer(api.GET('/api/v1/booking/outages', { params: { query }, ...(signal ? { signal } : {}) }))
}

/** Outages that run now: what stands below the timeline. */
export const runningOutagesOptions = queryOptions({
  queryKey: ['outages', 'running', 'all'],
  queryFn: async () => (await listOutages({ when: 'running', limit: 200 })).items,
  staleTime: 30_000,
})

export const outageOptions = (id: string) =>
  queryOptions({
    queryKey: ['outages', 'one', id],
    queryFn: async (): Promise<Outage> => await answer(api.GET('/api/v1/booking/outages/{id}', byId(id))),
    staleTime: 0,
  })

export const affectedOptions = (id: string) =>
  queryOptions({
    queryKey: ['outages', 'affected', id],
    queryFn: async (): Promise<{ items: AffectedBooking[] }> => await answer(api.GET('/api/v1/booking/outages/{id}/affected', byId(id))),
    staleTime: 0,
  })

type Equivalents = { items: { displacementId: string; equivalents: Equivalent[] }[]; sameOrLowerPrice: number }

export const equivalentsOptions = (id: string) =>
  queryOptions({
    queryKey: ['outages', 'equivalents', id],
    queryFn: async (): Promise<Equivalents> => await answer(api.GET('/api/v1/booking/outages/{id}/equivalents', byId(id))),
    staleTime: 15_000,
  })

export const previewOptions = (wish: PreviewOutage | null) =>
  queryOptions({
    queryKey: ['outages', 'preview', wish],
    queryFn: async (): Promise<OutagePreview> => await answer(api.POST('/api/v1/booking/outages/preview', { body: wish as PreviewOutage })),
    enabled: wish !== null,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })

export async function declareOutage(body: DeclareOutage, headers: Attempt): Promise<{ items: Outage[] }> {
  return await answer(api.POST('/api/v1/booking/outages', { body, headers }))
}

export async function changeOutage({ target, body }: { target: Versioned; body: ChangeOutage }, headers: Attempt): Promise<Outage> {
  return await answer(
    api.POST('/api/v1/booking/outages/{id}/change', { ...byId(target.id), body, headers: { ...headers, ...versionOf(target) } }),
  )
}

export async function endOutage({ target }: { target: Versioned }, headers: Attempt): Promise<Outage> {
  return await answer(api.POST('/api/v1/booking/outages/{id}/end', { ...byId(target.id), headers: { ...headers, ...versionOf(target) } }))
}

export async function sendProposals(
  { id, onlySameOrLowerPrice }: { id: string; onlySameOrLowerPrice: boolean },
  headers: Attempt,
): Promise<{ sent: number; withoutEquivalent: number }> {
  return await answer(api.POST('/api/v1/booking/outages/{id}/proposals', { ...byId(id), body: { onlySameOrLowerPrice }, headers }))
}

export const displacementOptions = (reservationId: string) =>
  queryOptions({
    queryKey: ['reservations', 'displacement', reservationId],
    queryFn: async (): Promise<Displacement> =>
      await answer(api.GET('/api/v1/booking/reservations/{id}/displacement', byId(reservationId))),
    staleTime: 0,
  })

export async function takeEquivalent(
  { target, body }: { target: Versioned; body: TakeEquivalent },
  headers: Attempt,
): Promise<Reservation> {
  return await answer(
    api.POST('/api/v1/booking/reservations/{id}/take-equivalent', {
      ...byId(target.id),
      body,
      headers: { ...headers, ...versionOf(target) },
    }),
  )
}

export const operatingStateOptions = (resourceId: string) =>
  queryOptions({
    queryKey: ['operating-state', resourceId],
    queryFn: async (): Promise<OperatingState> =>
      await answer(api.GET('/api/v1/booking/resources/{resourceId}/operating-state', { params: { path: { resourceId } } })),
    staleTime: 60_000,
    retry: false,
  })

type FaultConditions = { scope: 'organisation' | 'provider'; state: 'unresolved' | 'resolved' | 'all'; resourceId?: string }

export async function listFaults(conditions: FaultConditions, cursor?: string, signal?: AbortSignal): Promise<Page<FaultReport>> {
  const query = { ...conditions, ...(cursor ? { cursor } : {}) }
  return await answer(api.GET('/api/v1/booking/fault-reports', { params: { query }, ...(signal ? { signal } : {}) }))
}

export const faultOptions = (id: string) =>
  queryOptions({
    queryKey: ['faults', 'one', id],
    queryFn: async (): Promise<FaultReport> => await answer(api.GET('/api/v1/booking/fault-reports/{id}', byId(id))),
    staleTime: 0,
  })

export async function reportFault(body: ReportFault, headers: Attempt): Promise<FaultReport> {
  return await answer(api.POST('/api/v1/booking/fault-reports', { body, headers }))
}

export async function addFaultPhoto(id: string, file: File, headers: Attempt): Promise<FaultReport> {
  return await upload<FaultReport>(`/api/v1/booking/fault-reports/${id}/photos`, file, { headers })
}

export async function triageFault(
  { target, verdict, note }: { target: Versioned; verdict: FaultVerdict; note: string },
  headers: Attempt,
): Promise<FaultReport> {
  const body = { verdict, ...(note.trim() ? { note: note.trim() } : {}) }
  return await answer(
    api.POST('/api/v1/booking/fault-reports/{id}/triage', { ...byId(target.id), body, headers: { ...headers, ...versionOf(target) } }),
  )
}

export async function resolveFault(
  { target, resolution }: { target: Versioned; resolution: string },
  headers: Attempt,
): Promise<FaultReport> {
  return await answer(
    api.POST('/api/v1/booking/fault-reports/{id}/resolve', {
      ...byId(target.id),
      body: { resolution },
      headers: { ...headers, ...versionOf(target) },
    }),
  )
}

export async function listCalibrations(cursor?: string, signal?: AbortSignal): Promise<Page<CalibrationDue>> {
  return await answer(
    api.GET('/api/v1/booking/calibrations', { params: { query: cursor ? { cursor } : {} }, ...(signal ? { signal } : {}) }),
  )
}

const ofResource = (resourceId: string) => ({ params: { path: { resourceId } } })

export const calibrationsOptions = (resourceId: string) =>
  queryOptions({
    queryKey: ['calibrations', 'of', resourceId],
    queryFn: async (): Promise<ResourceCalibrations> =>
      await answer(api.GET('/api/v1/booking/resources/{resourceId}/calibrations', ofResource(resourceId))),
    staleTime: 0,
  })

export async function recordCalibration(
  { resourceId, body, file }: { resourceId: string; body: RecordCalibration; file: File | null },
  headers: Attempt,
): Promise<{ id: string }> {
  const recorded = await answer(
    api.POST('/api/v1/booking/resources/{resourceId}/calibrations', { ...ofResource(resourceId), body, headers }),
  )
  if (file) await upload(`/api/v1/booking/calibrations/${recorded.id}/certificate`, file, { headers: {} })
  return recorded
}

export async function setCalibrationRule(
  { resourceId, version, blocksWhenOverdue }: { resourceId: string; version: number; blocksWhenOverdue: boolean },
  headers: Attempt,
): Promise<ResourceCalibrations> {
  return await answer(
    api.PUT('/api/v1/booking/resources/{resourceId}/calibration-rule', {
      ...ofResource(resourceId),
      body: { blocksWhenOverdue },
      headers: { ...headers, ...versionOf({ version }) },
    }),
  )
}

export const downtimeOptions = (days: number) =>
  queryOptions({
    queryKey: ['downtime', days],
    queryFn: async (): Promise<DowntimeOverview> =>
      await answer(api.GET('/api/v1/booking/outages/downtime', { params: { query: { days } } })),
    staleTime: 60_000,
  })

/** Every bookable resource of the provider: what an outage can be declared for. */
export const ownResourcesOptions = queryOptions({
  queryKey: ['calibrations', 'resources'],
  queryFn: async (): Promise<CalibrationDue[]> => {
    const all: CalibrationDue[] = []
    for (let cursor: string | undefined; ; ) {
      const page = await listCalibrations(cursor)
      all.push(...page.items)
      if (page.nextCursor === null) return all
      cursor = page.nextCursor
    }
  },
  staleTime: 60_000,
})
