import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { FAULT_STATES, FAULT_VERDICTS } from '../core/outages/vocabulary.ts'

export const ReportFault = z
  .object({
    resourceId: z.uuid(),
    reservationId: z.uuid().exactOptional().describe('The own booking during which it showed'),
    impact: z.enum(FAULT_VERDICTS).describe('What the reporter thinks'),
    description: z.string().trim().min(1).max(2000),
  })
  .meta({ id: 'ReportFault' })
export type ReportFault = z.infer<typeof ReportFault>

export const TriageFault = z
  .object({ verdict: z.enum(FAULT_VERDICTS), note: z.string().trim().max(1000).exactOptional().describe('The reporter reads it') })
  .meta({ id: 'TriageFault' })

export const ResolveFault = z.object({ resolution: z.string().trim().min(1).max(2000) }).meta({ id: 'ResolveFault' })

export const FaultReport = z
  .object({
    id: z.uuid(),
    number: z.string(),
    resourceId: z.uuid(),
    resourceName: z.string(),
    resourceNameEn: z.string().nullable(),
    zone: z.string(),
    providerName: z.string(),
    reservationId: z.uuid().nullable(),
    organisationName: z.string(),
    reporterName: z.string(),
    reportedAt: z.iso.datetime(),
    impact: z.enum(FAULT_VERDICTS),
    description: z.string(),
    state: z.enum(FAULT_STATES),
    verdict: z.enum(FAULT_VERDICTS).nullable().describe('What the provider found'),
    triageNote: z.string().nullable(),
    triagedAt: z.iso.datetime().nullable(),
    outageId: z.uuid().nullable(),
    resolution: z.string().nullable(),
    resolvedAt: z.iso.datetime().nullable(),
    photos: z.array(z.object({ fileId: z.uuid(), url: z.string() })),
    version: z.int(),
  })
  .meta({ id: 'FaultReport' })
export type FaultReport = z.infer<typeof FaultReport>

export const ListFaults = z.object({
  scope: z.enum(['organisation', 'provider']).default('organisation').describe('Reported by the own people, or on the own resources'),
  state: z.enum(['unresolved', 'resolved', 'all']).default('unresolved'),
  resourceId: z.uuid().exactOptional(),
  ...pageQuery,
})
export const FaultList = pageOf(FaultReport).meta({ id: 'FaultList' })
export const FaultParams = z.object({ id: z.uuid() })
export const FaultPhotoParams = z.object({ id: z.uuid(), fileId: z.uuid() })

/** Whether a resource can be used now, as everybody may know. */
export const OperatingState = z
  .object({
    resourceId: z.uuid(),
    state: z.enum(['usable', 'limited', 'down']),
    since: z.iso.datetime().nullable().describe('Null when it has always been so'),
    expectedUntil: z.iso.datetime().nullable(),
    reason: z.string().nullable().describe('In the provider’s words'),
    asOf: z.iso.datetime(),
    nextPlanned: z.object({ start: z.iso.datetime(), end: z.iso.datetime(), reason: z.string() }).nullable(),
    calibration: z.object({
      state: z.enum(['unknown', 'valid', 'due_soon', 'overdue']),
      dueOn: z.iso.date().nullable(),
      blocksWhenOverdue: z.boolean(),
    }),
  })
  .meta({ id: 'OperatingState' })
export type OperatingState = z.infer<typeof OperatingState>

export const DowntimeQuery = z.object({ days: z.coerce.number().int().min(7).max(366).default(90) })

/** How long instruments could not be used, for the operator. */
export const DowntimeOverview = z
  .object({
    from: z.iso.datetime(),
    until: z.iso.datetime(),
    runningNow: z.int().describe('Resources that are down now'),
    hours: z.number().describe('Hours of outages in opening and other hours, over all resources'),
    suddenHours: z.number(),
    displaced: z.int().describe('Bookings that were hit'),
    relocatedPercent: z
      .number()
      .nullable()
      .describe('Share of answered displaced bookings that got another slot; null when none was answered'),
    openFaults: z.int(),
    overdueCalibrations: z.int(),
    providers: z.array(
      z.object({
        providerId: z.uuid(),
        name: z.string(),
        outages: z.int(),
        hours: z.number(),
        suddenHours: z.number(),
        displaced: z.int(),
        openFaults: z.int(),
        overdueCalibrations: z.int(),
      }),
    ),
  })
  .meta({ id: 'DowntimeOverview' })
export type DowntimeOverview = z.infer<typeof DowntimeOverview>
