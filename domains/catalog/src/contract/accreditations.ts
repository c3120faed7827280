import { z } from 'zod'
import { ACCREDITATION_SCHEMES } from '../core/vocabulary.ts'
import { optionalText, text } from './common.ts'

/** One line of a scope: product, parameter, method, limits (facts: CMA/CNAS capability table). */
export const AccreditationItemInput = z
  .object({
    product: text(300),
    parameter: optionalText(300),
    standardId: z.uuid().nullable(),
    standardText: optionalText(300),
    fieldCode: optionalText(50),
    limits: optionalText(1000),
    resourceId: z.uuid().nullable(),
  })
  .meta({ id: 'AccreditationItemEntry' })

export type AccreditationItemInput = z.infer<typeof AccreditationItemInput>

export const AccreditationInput = z
  .object({
    scheme: z.enum(ACCREDITATION_SCHEMES),
    certificateNo: text(100),
    validFrom: z.iso.date(),
    validTo: z.iso.date(),
    note: optionalText(1000),
    items: z.array(AccreditationItemInput).max(5000),
  })
  .meta({ id: 'AccreditationEntry' })
export type AccreditationInput = z.infer<typeof AccreditationInput>

export const Accreditation = z
  .object({
    id: z.uuid(),
    scheme: z.enum(ACCREDITATION_SCHEMES),
    certificateNo: z.string(),
    validFrom: z.iso.date(),
    validTo: z.iso.date(),
    isInDate: z.boolean(),
    itemCount: z.number().int(),
  })
  .meta({ id: 'Accreditation' })
export type Accreditation = z.infer<typeof Accreditation>

const AccreditationItem = z
  .object({ id: z.uuid(), ...AccreditationItemInput.shape, standardNumber: z.string().nullable() })
  .meta({ id: 'AccreditationItem' })

export const AccreditationDetail = z
  .object({
    ...Accreditation.shape,
    providerId: z.uuid(),
    withdrawnOn: z.iso.date().nullable(),
    note: z.string().nullable(),
    items: z.array(AccreditationItem),
    version: z.number().int(),
  })
  .meta({ id: 'AccreditationDetail' })
export type AccreditationDetail = z.infer<typeof AccreditationDetail>

export const WithdrawAccreditation = z.object({ withdrawnOn: z.iso.date() }).meta({ id: 'WithdrawAccreditation' })
export const AccreditationList = z.object({ items: z.array(Accreditation) }).meta({ id: 'AccreditationList' })
