import { pageOf, pageQuery } from '@jiju/wire/page'
import { z } from 'zod'
import { ExchangedNeed, OfferedService, TalentAnswer, TalentNeed } from './talent.ts'

export const ListTalentDesk = z.object({
  ...pageQuery,
  state: z.enum(['open', 'closed', 'all']).default('open'),
  answered: z.enum(['yes', 'no']).exactOptional().describe('By the own office; for the operator: by any'),
  words: z.string().trim().min(1).max(100).exactOptional().describe('Part of the title, of a skill or of the name of the enterprise'),
})

/** A need as an office reads it, with the score beside it. */
export const TalentDeskNeed = TalentNeed.extend({
  enterprise: ExchangedNeed.shape.enterprise,
  points: ExchangedNeed.shape.points,
  isOpen: z.boolean().describe('Whether the reader may have the score: an office by consent, the operator because it reckons it'),
  answers: z.array(TalentAnswer.extend({ isOwn: z.boolean() })).describe('Newest first; offices see their own'),
}).meta({ id: 'TalentDeskNeed' })
export type TalentDeskNeed = z.infer<typeof TalentDeskNeed>
export const TalentDeskNeedList = pageOf(TalentDeskNeed).meta({ id: 'TalentDeskNeedList' })

/** What offices offer, and whom it reaches. */
export const TalentDeskServiceList = z
  .object({
    scoredCount: z.int().nullable().describe('Enterprises with a score in the run that counts; null without one'),
    items: z
      .array(
        OfferedService.extend({
          peer: z.string(),
          reachedCount: z.int().nullable().describe('Of these, how many reach what is asked'),
          needCount: z.int().describe('Open needs that ask for one of its skills'),
        }),
      )
      .describe('Newest first'),
  })
  .meta({ id: 'TalentDeskServiceList' })
export type TalentDeskServiceList = z.infer<typeof TalentDeskServiceList>
