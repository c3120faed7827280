import type { KeepReportTemplate, ReportTemplate } from '@jiju/orders/contract/report-templates'
import type { DraftReport, ListReports, ReleaseReport, Report, ReportSummary } from '@jiju/orders/contract/reports'
import { queryOptions } from '@tanstack/react-query'
import { answer, answerWithVersion, api, type newAttempt } from '../../lib/api.ts'

type Attempt = ReturnType<typeof newAttempt>
type Versioned = Pick<Report, 'id' | 'version'>

const path = (id: string) => ({ path: { id } })
const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` })

export async function listReports(
  filter: { state: ListReports['state'] },
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<{ items: ReportSummary[]; nextCursor: string | null }> {
  return await answer(api.GET('/api/v1/orders/reports', { params: { query: { ...filter, ...(cursor ? { cursor } : {}) } }, signal }))
}

export const reportCountsOptions = queryOptions({
  queryKey: ['reports', 'counts'],
  queryFn: async () => await answer(api.GET('/api/v1/orders/report-counts')),
})

export const orderReportsOptions = (orderId: string) =>
  queryOptions({
    queryKey: ['orders', 'one', orderId, 'reports'],
    queryFn: async (): Promise<Report[]> =>
      (await answer(api.GET('/api/v1/orders/orders/{id}/reports', { params: path(orderId) }))).items as Report[],
  })

export const reportOptions = (id: string) =>
  queryOptions({
    queryKey: ['reports', 'one', id],
    queryFn: async (): Promise<Report> => (await answer(api.GET('/api/v1/orders/reports/{id}', { params: path(id) }))) as Report,
    staleTime: 0,
  })

export async function draftReport({ orderId, body }: { orderId: string; body: DraftReport }, headers: Attempt): Promise<Report> {
  return (await answer(api.POST('/api/v1/orders/orders/{id}/reports', { params: path(orderId), body, headers }))) as Report
}

export async function editReport(
  { report, content }: { report: Versioned; content: Report['content'] },
  headers: Attempt,
): Promise<Report> {
  return (await answer(
    api.PUT('/api/v1/orders/reports/{id}', {
      params: path(report.id),
      body: { content },
      headers: { ...headers, ...ifMatch(report.version) },
    }),
  )) as Report
}

export type PlainAct = 'prepare' | 'check' | 'approve' | 'issue' | 'discard'
export type ReasonedAct = 'return' | 'withdraw'

export async function actOnReport({ report, act }: { report: Versioned; act: PlainAct }, headers: Attempt): Promise<Report> {
  return (await answer(
    api.POST(`/api/v1/orders/reports/{id}/${act}`, {
      params: path(report.id),
      body: {},
      headers: { ...headers, ...ifMatch(report.version) },
    }),
  )) as Report
}

export async function reasonReport(
  { report, act, reason }: { report: Versioned; act: ReasonedAct; reason: string },
  headers: Attempt,
): Promise<Report> {
  return (await answer(
    api.POST(`/api/v1/orders/reports/{id}/${act}`, {
      params: path(report.id),
      body: { reason },
      headers: { ...headers, ...ifMatch(report.version) },
    }),
  )) as Report
}

export const templatesOptions = queryOptions({
  queryKey: ['reports', 'templates'],
  queryFn: async (): Promise<ReportTemplate[]> => (await answer(api.GET('/api/v1/orders/report-templates'))).items as ReportTemplate[],
})

/** Adds a template, or makes the next version of one. */
export async function keepTemplate(
  { template, body }: { template: ReportTemplate | null; body: KeepReportTemplate },
  headers: Attempt,
): Promise<ReportTemplate> {
  if (!template) return (await answer(api.POST('/api/v1/orders/report-templates', { body, headers }))) as ReportTemplate
  return (await answer(
    api.PUT('/api/v1/orders/report-templates/{id}', {
      params: path(template.id),
      body,
      headers: { ...headers, ...ifMatch(template.version) },
    }),
  )) as ReportTemplate
}

export async function retireTemplate(template: Pick<ReportTemplate, 'id' | 'version'>, headers: Attempt): Promise<null> {
  await answer(
    api.DELETE('/api/v1/orders/report-templates/{id}', {
      params: path(template.id),
      headers: { ...headers, ...ifMatch(template.version) },
    }),
  )
  return null
}

export const numberingOptions = queryOptions({
  queryKey: ['reports', 'numbering'],
  queryFn: async () => (await answerWithVersion(api.GET('/api/v1/orders/report-numbering'))).data,
})

export async function keepNumbering({ code, version }: { code: string; version: number }, headers: Attempt) {
  return await answer(api.PUT('/api/v1/orders/report-numbering', { body: { code }, headers: { ...headers, ...ifMatch(version) } }))
}

export const releasesOptions = (reportId: string) =>
  queryOptions({
    queryKey: ['reports', 'one', reportId, 'releases'],
    queryFn: async () => (await answer(api.GET('/api/v1/orders/reports/{id}/releases', { params: path(reportId) }))).items,
  })

export async function releaseReport({ reportId, body }: { reportId: string; body: ReleaseReport }, headers: Attempt) {
  return await answer(api.POST('/api/v1/orders/reports/{id}/releases', { params: path(reportId), body, headers }))
}

export async function revokeRelease({ reportId, releaseId }: { reportId: string; releaseId: string }, headers: Attempt): Promise<null> {
  await answer(api.DELETE('/api/v1/orders/reports/{id}/releases/{releaseId}', { params: { path: { id: reportId, releaseId } }, headers }))
  return null
}
