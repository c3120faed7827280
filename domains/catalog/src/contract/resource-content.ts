import { z } from 'zod'
import { ACQUISITIONS, SHARE_MODES } from '../core/vocabulary.ts'
import { line, optionalLine, optionalText, yuan } from './common.ts'

const long = optionalText(4000)
const count = z.number().int().min(0).max(1_000_000_000).nullable()
const days = z.number().int().min(0).max(3650).nullable().describe('working days')

/** Record of an instrument imported free of duty (national message 5). */
const CustomsRecord = z
  .object({
    declarationNumber: optionalText(100),
    contractNumber: optionalText(100),
    importPort: optionalText(100),
    responsibleCustoms: optionalText(100),
    importDate: z.iso.date().nullable(),
    hsCode: z
      .string()
      .regex(/^\d{4,13}$/)
      .nullable(),
    codeCpd: optionalText(100).describe('code of the duty-free certificate'),
    numberCpd: optionalText(100).describe('number of the duty-free certificate'),
    isShared: z.boolean().nullable(),
    feesApproved: optionalText(500),
    record: optionalText(2000),
  })
  .meta({ id: 'CustomsRecord' })

/** National fields of a large instrument (messages 4 and 5, provincial survey list). */
const InstrumentDetail = z
  .object({
    nationalNumber: optionalText(60).describe('number in the national or provincial network'),
    manufacturer: optionalText(200),
    manufacturerCountry: optionalText(100),
    startedOn: z.iso.date().nullable(),
    originalValue: yuan.nullable(),
    acquisition: z.enum(ACQUISITIONS).nullable(),
    isCustomsSupervised: z.boolean().nullable(),
    belongsType: optionalText(100),
    belongsName: optionalText(200),
    technicalIndicators: long,
    functions: long,
    accessories: long,
    uses: long,
    subjects: z.array(line(100)).max(30),
    serviceContent: long,
    achievements: long,
    knownUsers: long,
    certification: long,
    requirements: long,
    feeText: optionalText(1000),
    openHoursText: optionalText(500),
    serviceUrl: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullable(),
    shareMode: z.enum(SHARE_MODES).nullable(),
    calibratedUntil: z.iso.date().nullable(),
    customs: CustomsRecord.nullable(),
  })
  .meta({ id: 'InstrumentDetail' })

const LaboratoryDetail = z
  .object({
    establishedOn: z.iso.date().nullable(),
    director: optionalText(100),
    level: optionalText(100),
    disciplines: z.array(line(100)).max(30),
    areaSquareMetres: count,
    staffCount: count,
    functions: long,
    achievements: long,
  })
  .meta({ id: 'LaboratoryDetail' })

const TestingServiceDetail = z
  .object({
    turnaroundDaysMin: days,
    turnaroundDaysMax: days,
    parameters: z.array(z.object({ name: line(200).regex(/^[^|]+$/), limits: optionalLine(300) })).max(200),
    sampleRequirements: long,
    sampleQuantity: optionalText(300),
    reportLanguages: z.array(z.enum(['zh', 'en'])).max(2),
    judgementBasis: optionalText(1000),
    isSubcontracted: z.boolean(),
  })
  .meta({ id: 'TestingServiceDetail' })

const TechnicalServiceDetail = z
  .object({ turnaroundDaysMin: days, turnaroundDaysMax: days, deliverables: long, process: long, requirements: long })
  .meta({ id: 'TechnicalServiceDetail' })

const PilotLineDetail = z
  .object({
    productKinds: z.array(line(100)).max(50),
    monthlyCapacity: optionalText(200),
    batchSize: optionalText(200),
    qualitySystem: optionalText(300),
    areaSquareMetres: count,
    cleanRoomClass: optionalText(50),
    takesRegistrantOrders: z.boolean().describe('produces for a registrant (MAH)'),
  })
  .meta({ id: 'PilotLineDetail' })

const GlpStudyDetail = z
  .object({
    studyTypes: z.array(line(100)).max(50),
    species: z.array(line(100)).max(50),
    certificateNo: optionalText(100),
    durationDaysMin: days,
    durationDaysMax: days,
    sampleRequirements: long,
  })
  .meta({ id: 'GlpStudyDetail' })

const AnimalFacilityDetail = z
  .object({
    species: z.array(line(100)).max(50),
    barrierGrade: optionalText(100),
    capacity: optionalText(200),
    licenceNo: optionalText(100),
    areaSquareMetres: count,
    ethicsReview: optionalText(500),
  })
  .meta({ id: 'AnimalFacilityDetail' })

const ComputingDetail = z
  .object({
    processors: optionalText(300),
    accelerators: optionalText(300),
    memory: optionalText(100),
    storage: optionalText(100),
    scheduler: optionalText(100),
    software: z.array(line(100)).max(100),
    dataLocation: optionalText(200),
  })
  .meta({ id: 'ComputingDetail' })

const DataSetDetail = z
  .object({
    recordCount: count,
    modality: optionalText(200),
    formats: z.array(line(50)).max(30),
    sizeText: optionalText(100),
    licence: optionalText(300),
    accessMode: optionalText(300),
    ethicsApproval: optionalText(300),
    collectedFrom: z.iso.date().nullable(),
    collectedTo: z.iso.date().nullable(),
  })
  .meta({ id: 'DataSetDetail' })

const CleanRoomDetail = z
  .object({
    cleanlinessClass: optionalText(50).describe('e.g. ISO 7 or 万级'),
    areaSquareMetres: count,
    heightMetres: z.number().min(0).max(100).nullable(),
    temperature: optionalText(100),
    humidity: optionalText(100),
    equipment: long,
    verifiedUntil: z.iso.date().nullable(),
  })
  .meta({ id: 'CleanRoomDetail' })

const shared = {
  innerNumber: optionalLine(100).describe('number inside the institution; unique there'),
  siteId: z.uuid().nullable(),
  nameZh: optionalLine(200).describe('required to submit'),
  nameEn: optionalLine(300),
  model: optionalText(200),
  classCode: z
    .string()
    .regex(/^[0-9a-z]{2,6}$/)
    .nullable()
    .describe('instrument class: 2, 4 or 6 digits'),
  summary: optionalText(500),
  description: optionalText(8000),
  location: optionalText(300).describe('building and room'),
  contactName: optionalText(100),
  contactPhone: optionalText(50),
  contactEmail: z.email().max(254).nullable(),
  contactHours: optionalText(200),
  keywords: z.array(line(50)).max(30),
  specifications: z
    .array(z.object({ name: line(100).regex(/^[^=?]+$/), value: line(500), isConfirmed: z.boolean() }))
    .max(60)
    .describe('named technical values; unconfirmed ones are marked on the page'),
  methodIds: z.array(z.uuid()).max(50),
  standards: z.array(z.object({ standardId: z.uuid(), note: optionalLine(300) })).max(100),
  deviceClassCodes: z
    .array(z.string().regex(/^\d{2}(-\d{2}){0,2}$/))
    .max(200)
    .describe('device classification codes that it applies to: 01, 01-01 or 01-01-01'),
  photos: z.array(z.object({ fileId: z.uuid(), caption: optionalText(200) })).max(12),
  attachments: z.array(z.object({ fileId: z.uuid(), caption: optionalText(200) })).max(20),
}

const named = <K extends string, D extends z.ZodType>(kind: K, detail: D, id: string) =>
  z.object({ kind: z.literal(kind), ...shared, detail }).meta({ id })

/** Everything about a resource that goes through review; `detail` depends on `kind`. */
export const ResourceContent = z
  .discriminatedUnion('kind', [
    named('laboratory', LaboratoryDetail, 'LaboratoryContent'),
    named('instrument', InstrumentDetail, 'InstrumentContent'),
    named('testing_service', TestingServiceDetail, 'TestingServiceContent'),
    named('technical_service', TechnicalServiceDetail, 'TechnicalServiceContent'),
    named('pilot_line', PilotLineDetail, 'PilotLineContent'),
    named('glp_study', GlpStudyDetail, 'GlpStudyContent'),
    named('animal_facility', AnimalFacilityDetail, 'AnimalFacilityContent'),
    named('computing', ComputingDetail, 'ComputingContent'),
    named('data_set', DataSetDetail, 'DataSetContent'),
    named('clean_room', CleanRoomDetail, 'CleanRoomContent'),
  ])
  .meta({ id: 'ResourceContent' })
export type ResourceContent = z.infer<typeof ResourceContent>
