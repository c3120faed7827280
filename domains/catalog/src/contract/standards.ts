import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { STANDARD_STATUSES, TWIN_RELATIONS } from '../core/vocabulary.ts'
import { optionalText, text } from './common.ts'

const successor = z.object({ id: z.uuid(), number: z.string(), effectiveOn: z.iso.date().nullable(), status: z.enum(STANDARD_STATUSES) })

/** A standard as cited: says at once whether it may still be relied on. */
export const StandardRef = z
  .object({
    id: z.uuid(),
    number: z.string(),
    titleZh: z.string().nullable(),
    titleEn: z.string().nullable(),
    status: z.enum(STANDARD_STATUSES),
    effectiveOn: z.iso.date().nullable(),
    isReplaced: z.boolean().describe('replaced or withdrawn today'),
    isUpcoming: z.boolean().describe('not in force yet'),
    successors: z.array(successor).describe('also those that are not in force yet'),
  })
  .meta({ id: 'StandardRef' })
export type StandardRef = z.infer<typeof StandardRef>

const StandardTwin = z
  .object({
    id: z.uuid(),
    number: z.string(),
    titleZh: z.string().nullable(),
    titleEn: z.string().nullable(),
    status: z.enum(STANDARD_STATUSES),
    relation: z.enum(TWIN_RELATIONS),
  })
  .meta({ id: 'StandardTwin' })

export const StandardListItem = z
  .object({
    ...StandardRef.shape,
    field: z.string().nullable(),
    category: z.string().nullable(),
    subcategory: z.string().nullable(),
    publishedOn: z.iso.date().nullable(),
    resourceCount: z.number().int().describe('published resources that cite it'),
  })
  .meta({ id: 'StandardListItem' })

export const StandardQuery = z.object({
  ...pageQuery,
  q: z.string().trim().max(100).exactOptional().describe('part of the number or the title'),
  status: z.enum(STANDARD_STATUSES).exactOptional(),
})
export const StandardPage = pageOf(StandardListItem).meta({ id: 'StandardPage' })

export const StandardDetail = z
  .object({
    ...StandardListItem.shape,
    effectiveNote: z.string().nullable(),
    withdrawnOn: z.iso.date().nullable(),
    source: z.string().nullable(),
    lastCheckedOn: z.iso.date().nullable(),
    predecessors: z.array(
      z.object({ id: z.uuid(), number: z.string(), titleZh: z.string().nullable(), status: z.enum(STANDARD_STATUSES) }),
    ),
    twins: z.array(StandardTwin),
    version: z.number().int(),
  })
  .meta({ id: 'StandardDetail' })
export type StandardDetail = z.infer<typeof StandardDetail>

export const StandardInput = z
  .object({
    number: text(60),
    titleZh: optionalText(500),
    titleEn: optionalText(500),
    field: optionalText(100),
    category: optionalText(100),
    subcategory: optionalText(100),
    publishedOn: z.iso.date().nullable(),
    effectiveOn: z.iso.date().nullable(),
    effectiveNote: optionalText(200),
    withdrawnOn: z.iso.date().nullable(),
    status: z.enum(STANDARD_STATUSES),
    source: optionalText(500),
    lastCheckedOn: z.iso.date().nullable(),
    replaces: z.array(text(60)).max(50).describe('numbers of the standards that this one replaces'),
  })
  .meta({ id: 'StandardEntry' })
export type StandardInput = z.infer<typeof StandardInput>
