import { fillText } from '@jiju/platform/http/problem-texts'
import type { EventHandler } from '@jiju/platform/outbox/outbox'
import { z } from 'zod'
import type { StandardRef } from '../../contract/standards.ts'
import { type CatalogDeps, dayOf } from '../deps.ts'
import { groupBy } from '../load-resources.ts'
import { presentStandardRef } from '../present/standards.ts'
import { type CitationRow, listUntoldCitations, listWithPredecessors, takeCitations } from '../sql/standard-notices.ts'
import { listStandardsByIds, listSuccessors } from '../sql/standards.ts'
import { bothNames, EDITOR_ROLES } from './kinds.ts'
import texts from './texts.json' with { type: 'json' }

const Changed = z.object({ standardIds: z.array(z.uuid()) })
const MAX_NAMED = 5

/**
 * Tells the owners and lab managers of the institutions whose published resources cite a standard that is in force no more, once for each citation.
 * What is told is noted together with the notices, so that an event handled twice, or another change of the same standard, tells nothing.
 */
export function tellOutdatedStandards({ db, needs }: CatalogDeps): EventHandler {
  return async (event) => {
    const { standardIds } = Changed.parse(event.payload)
    const now = needs.now()
    await db.transaction().execute(async (tx) => {
      const ids = await listWithPredecessors(tx, standardIds)
      const successors = groupBy(await listSuccessors(tx, ids), (row) => row.predecessor_id)
      const outdated = (await listStandardsByIds(tx, ids))
        .map((row) => presentStandardRef(row, successors.get(row.id) ?? [], dayOf(now)))
        .filter((standard) => standard.isReplaced)
      const untold = await listUntoldCitations(
        tx,
        outdated.map((standard) => standard.id),
      )
      const citations = groupBy(await takeCitations(tx, untold, now), (citation) => citation.standard_id)
      for (const standard of outdated)
        for (const [organisationId, cited] of groupBy(citations.get(standard.id) ?? [], (citation) => citation.provider_id))
          await needs.notify(tx, {
            ...noticeOf(standard, cited),
            to: { organisationId, roles: EDITOR_ROLES },
            key: `${event.id} ${standard.id} ${organisationId}`,
          })
    })
  }
}

function noticeOf(standard: StandardRef, cited: readonly CitationRow[]) {
  const isReplaced = standard.status === 'replaced' && standard.successors.length > 0
  const names = cited.slice(0, MAX_NAMED).map((citation) => bothNames(citation.name_zh, citation.name_en))
  const listed = { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') }
  const counted = (language: 'zh' | 'en') =>
    fillText(texts.words.more[language], { names: listed[language], count: cited.length }, language)
  const numbers = standard.successors.map((successor) => successor.number)
  const [only] = cited
  return {
    kind: isReplaced ? 'catalog.standard_replaced' : 'catalog.standard_withdrawn',
    params: {
      number: standard.number,
      title: bothNames(standard.titleZh, standard.titleEn),
      successors: { zh: numbers.join('、'), en: numbers.join(', ') },
      resources: cited.length > MAX_NAMED ? { zh: counted('zh'), en: counted('en') } : listed,
    },
    link: cited.length === 1 && only ? `/p/resources/${only.resource_id}/edit` : '/p/resources',
  }
}
