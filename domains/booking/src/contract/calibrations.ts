import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { CALIBRATION_KINDS } from '../core/outages/vocabulary.ts'

export const RecordCalibration = z
  .object({
    kind: z.enum(CALIBRATION_KINDS),
    doneOn: z.iso.date(),
    dueOn: z.iso.date().describe('Last day on which it is valid'),
    performedBy: z.string().trim().min(1).max(200).describe('Body or person that did it'),
    certificateNo: z.string().trim().max(100).exactOptional(),
  })
  .meta({ id: 'RecordCalibration' })
export type RecordCalibration = z.infer<typeof RecordCalibration>

export const Calibration = z
  .object({
    id: z.uuid(),
    resourceId: z.uuid(),
    kind: z.enum(CALIBRATION_KINDS),
    doneOn: z.iso.date(),
    dueOn: z.iso.date(),
    performedBy: z.string(),
    certificateNo: z.string().nullable(),
    certificateUrl: z.string().nullable(),
    recordedByName: z.string(),
    recordedAt: z.iso.datetime(),
  })
  .meta({ id: 'Calibration' })
export type Calibration = z.infer<typeof Calibration>

const CALIBRATION_STATE = z.enum(['unknown', 'valid', 'due_soon', 'overdue'])

/** The records of one resource, and what stands in the calendar after the due day. */
export const ResourceCalibrations = z
  .object({
    resourceId: z.uuid(),
    state: CALIBRATION_STATE,
    dueOn: z.iso.date().nullable(),
    blocksWhenOverdue: z.boolean(),
    version: z.int().describe('Of the calendar, for changing the rule'),
    records: z.array(Calibration),
    bookingsAfterDue: z.array(
      z.object({ id: z.uuid(), number: z.string(), start: z.iso.datetime(), end: z.iso.datetime(), organisationName: z.string() }),
    ),
  })
  .meta({ id: 'ResourceCalibrations' })
export type ResourceCalibrations = z.infer<typeof ResourceCalibrations>

export const SetCalibrationRule = z.object({ blocksWhenOverdue: z.boolean() }).meta({ id: 'SetCalibrationRule' })

/** A resource with its last record. */
export const CalibrationDue = z
  .object({
    resourceId: z.uuid(),
    resourceName: z.string(),
    resourceNameEn: z.string().nullable(),
    model: z.string().nullable(),
    state: CALIBRATION_STATE,
    dueOn: z.iso.date().nullable(),
    doneOn: z.iso.date().nullable(),
    kind: z.enum(CALIBRATION_KINDS).nullable(),
    performedBy: z.string().nullable(),
    certificateNo: z.string().nullable(),
    blocksWhenOverdue: z.boolean(),
    bookingsAfterDue: z.int(),
    capacity: z.int().describe('Numbered units that can be used at once'),
    version: z.int().describe('Of the calendar'),
  })
  .meta({ id: 'CalibrationDue' })
export type CalibrationDue = z.infer<typeof CalibrationDue>

export const ListCalibrations = z.object(pageQuery)
export const CalibrationList = pageOf(CalibrationDue).meta({ id: 'CalibrationList' })
export const CalibrationParams = z.object({ id: z.uuid() })
