import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { MANAGEMENT_CLASSES } from '../core/vocabulary.ts'
import { optionalText, text } from './common.ts'

const InstrumentClass = z
  .object({
    code: z.string(),
    zh: z.string(),
    en: z.string(),
    parent: z.string().nullable(),
    source: z.string(),
    certainty: z.enum(['seen', 'second_hand', 'to_confirm']),
    count: z.number().int().describe('published instruments'),
  })
  .meta({ id: 'InstrumentClass' })
const SurveyClass = z
  .object({
    majorNo: z.number().int(),
    minorNo: z.number().int(),
    majorName: z.string(),
    minorName: z.string(),
    code: z.string().nullable(),
  })
  .meta({ id: 'SurveyClass' })
export const InstrumentClassList = z
  .object({ items: z.array(InstrumentClass), survey: z.array(SurveyClass) })
  .meta({ id: 'InstrumentClassList' })

export const DeviceClass = z
  .object({
    code: z.string(),
    subdivision: z.string(),
    ordinal: z.number().int(),
    directoryCode: z.string(),
    directoryName: z.string(),
    groupCode: z.string(),
    groupName: z.string(),
    name: z.string(),
    description: z.string().nullable(),
    intendedUse: z.string().nullable(),
    examples: z.string().nullable(),
    managementClass: z.enum(MANAGEMENT_CLASSES),
    isDrugDeviceCombination: z.boolean(),
  })
  .meta({ id: 'DeviceClass' })
export const DeviceClassQuery = z.object({
  ...pageQuery,
  q: z.string().trim().max(100).exactOptional().describe('part of a name, an example or a code'),
  under: z
    .string()
    .regex(/^\d{2}(-\d{2}){0,2}$/)
    .exactOptional(),
  managementClass: z.enum(MANAGEMENT_CLASSES).exactOptional(),
})
export const DeviceClassPage = pageOf(DeviceClass).meta({ id: 'DeviceClassPage' })

export const MethodInput = z
  .object({ nameZh: text(200), nameEn: optionalText(300), description: optionalText(2000) })
  .meta({ id: 'MethodEntry' })
export const Method = z.object({ id: z.uuid(), providerId: z.uuid().nullable(), ...MethodInput.shape }).meta({ id: 'Method' })
export const MethodQuery = z.object({ ...pageQuery, q: z.string().trim().max(100).exactOptional(), providerId: z.uuid().exactOptional() })
export const MethodPage = pageOf(Method).meta({ id: 'MethodPage' })
