import { addDays } from '@jiju/kernel/local-date'
import { Refusal } from '@jiju/kernel/problem'
import { actorOf } from '@jiju/platform/http/actor'
import { runCommand } from '@jiju/platform/http/command'
import { expectedVersion, setVersion, versionTag } from '@jiju/platform/http/if-match'
import { decodeCursor, toPage } from '@jiju/platform/http/paging'
import { problemResponses } from '@jiju/platform/http/problems'
import { sharedLimit } from '@jiju/platform/http/shared-limit'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { IdParams } from '../../contract/common.ts'
import {
  MissPage,
  MissQuery,
  SavedSearch,
  SavedSearchChange,
  SavedSearchInput,
  SavedSearchPage,
  SavedSearchQuery,
  SearchAnswer,
  SearchQuery,
  SuggestAnswer,
  SuggestQuery,
  Synonym,
  SynonymInput,
  SynonymList,
} from '../../contract/search.ts'
import shipped from '../../core/search/synonyms.json' with { type: 'json' }
import { type CatalogDeps, dayOf } from '../deps.ts'
import { deleteSavedSearch, findSavedSearch, listSavedSearches } from '../sql/saved-searches.ts'
import { listMisses, type MissRow } from '../sql/search-misses.ts'

import { listSynonyms } from '../sql/search-synonyms.ts'
import { changeSavedSearch, presentSavedSearch, SAVED_SEARCH_MISSING, saveSearch } from './saved-searches.ts'
import { searchResources } from './search-resources.ts'
import { suggest } from './suggest.ts'
import { addSynonym, presentSynonym, removeSynonym } from './synonyms.ts'
import { forgetVocabulary } from './vocabulary.ts'

const tags = ['catalog']
const DEFAULT_MISS_DAYS = 90

/** Finding resources, keeping searches, and what was searched in vain. */
export async function searchRoutes(app: FastifyInstance, deps: CatalogDeps): Promise<void> {
  findingRoutes(app, deps)
  savedSearchRoutes(app, deps)
  operatorRoutes(app, deps)
}

function findingRoutes(app: FastifyInstance, { db, needs }: CatalogDeps): void {
  const scope = app.withTypeProvider<ZodTypeProvider>()

  scope.get(
    '/search',
    {
      schema: {
        operationId: 'searchResources',
        tags,
        summary: 'Find published resources by words, conditions, free time and distance',
        querystring: SearchQuery,
        response: { 200: SearchAnswer, ...problemResponses },
      },
      config: { access: 'catalog.search.run', ...sharedLimit(300) },
    },
    (request) => searchResources(db, needs, request.query, request.actor),
  )

  scope.get(
    '/suggestions',
    {
      schema: {
        operationId: 'suggestSearches',
        tags,
        summary: 'Complete what is being typed',
        querystring: SuggestQuery,
        response: { 200: SuggestAnswer, ...problemResponses },
      },
      config: { access: 'catalog.search.run', ...sharedLimit(600) },
    },
    (request) => suggest(db, request.query.q, request.query.limit),
  )
}

function savedSearchRoutes(app: FastifyInstance, { db }: CatalogDeps): void {
  const scope = app.withTypeProvider<ZodTypeProvider>()
  const access = 'catalog.saved_search.manage'

  scope.get(
    '/saved-searches',
    {
      schema: {
        operationId: 'listSavedSearches',
        tags,
        summary: 'One’s own saved searches, the newest first',
        querystring: SavedSearchQuery,
        response: { 200: SavedSearchPage, ...problemResponses },
      },
      config: { access },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const [after] = decodeCursor(cursor, z.tuple([z.uuid()])) ?? []
      const rows = await listSavedSearches(db, { personId: actorOf(request).userId, after, limit })
      return toPage(rows, limit, presentSavedSearch, (row) => [row.id])
    },
  )

  scope.post(
    '/saved-searches',
    {
      schema: {
        operationId: 'saveSearch',
        tags,
        summary: 'Keep a search and be told when something new matches',
        body: SavedSearchInput,
        response: { 201: SavedSearch, ...problemResponses },
      },
      config: { access },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const { userId: personId, organisationId } = actorOf(request)
        const body = await saveSearch(tx, request.body, { personId, organisationId, at: command.now })
        await command.audit({ action: 'catalog.saved_search.create', subjectType: 'saved_search', subjectId: body.id })
        return { status: 201, body, headers: { etag: versionTag(body.version) } }
      }),
  )

  scope.get(
    '/saved-searches/:id',
    {
      schema: {
        operationId: 'readSavedSearch',
        tags,
        summary: 'One of one’s own saved searches',
        params: IdParams,
        response: { 200: SavedSearch, ...problemResponses },
      },
      config: { access },
    },
    async (request, reply) => {
      const row = await findSavedSearch(db, request.params.id, actorOf(request).userId)
      if (!row) throw new Refusal(SAVED_SEARCH_MISSING)
      setVersion(reply, row.version)
      return presentSavedSearch(row)
    },
  )

  scope.patch(
    '/saved-searches/:id',
    {
      schema: {
        operationId: 'changeSavedSearch',
        tags,
        summary: 'Rename a saved search or change how its owner is told',
        params: IdParams,
        body: SavedSearchChange,
        response: { 200: SavedSearch, ...problemResponses },
      },
      config: { access },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const change = { ...request.body, personId: actorOf(request).userId, expectedVersion: expectedVersion(request), at: command.now }
        const body = await changeSavedSearch(tx, request.params.id, change)
        await command.audit({ action: 'catalog.saved_search.change', subjectType: 'saved_search', subjectId: body.id })
        return { status: 200, body, headers: { etag: versionTag(body.version) } }
      }),
  )

  scope.delete(
    '/saved-searches/:id',
    {
      schema: {
        operationId: 'deleteSavedSearch',
        tags,
        summary: 'Forget a saved search',
        params: IdParams,
        response: { 204: z.null().describe('gone'), ...problemResponses },
      },
      config: { access },
    },
    async (request, reply) =>
      runCommand(db, request, reply, async (tx, command) => {
        const { id } = request.params
        if (!(await deleteSavedSearch(tx, id, actorOf(request).userId))) throw new Refusal(SAVED_SEARCH_MISSING)
        await command.audit({ action: 'catalog.saved_search.delete', subjectType: 'saved_search', subjectId: id })
        return { status: 204, body: null }
      }),
  )
}

function operatorRoutes(app: FastifyInstance, { db, needs }: CatalogDeps): void {
  const scope = app.withTypeProvider<ZodTypeProvider>()

  scope.get(
    '/search-misses',
    {
      schema: {
        operationId: 'listSearchMisses',
        tags,
        summary: 'Searches without a result: unmet demand, the most wanted first',
        querystring: MissQuery,
        response: { 200: MissPage, ...problemResponses },
      },
      config: { access: 'catalog.search_miss.list' },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const to = request.query.to ?? dayOf(needs.now())
      const from = request.query.from ?? addDays(to, -DEFAULT_MISS_DAYS)
      const after = decodeCursor(cursor, z.tuple([z.number(), z.string(), z.string()]))
      const rows = await listMisses(db, { from, to, after, limit })
      return toPage(rows, limit, presentMiss, (row) => [Number(row.count), row.query, row.conditions])
    },
  )

  scope.get(
    '/search-synonyms',
    {
      schema: {
        operationId: 'listSearchSynonyms',
        tags,
        summary: 'Words that the search takes as the same',
        response: { 200: SynonymList, ...problemResponses },
      },
      config: { access: 'catalog.search_synonym.edit' },
    },
    async () => ({ shipped, items: (await listSynonyms(db)).map(presentSynonym) }),
  )

  scope.post(
    '/search-synonyms',
    {
      schema: {
        operationId: 'addSearchSynonym',
        tags,
        summary: 'Add a group of words that mean the same',
        body: SynonymInput,
        response: { 201: Synonym, ...problemResponses },
      },
      config: { access: 'catalog.search_synonym.edit' },
    },
    async (request, reply) => {
      const answer = await runCommand(db, request, reply, async (tx, command) => {
        const row = await addSynonym(tx, request.body, command.now)
        await command.audit({ action: 'catalog.search_synonym.add', subjectType: 'search_synonym', subjectId: row.id })
        return { status: 201, body: presentSynonym(row) }
      })
      forgetVocabulary(db)
      return answer
    },
  )

  scope.delete(
    '/search-synonyms/:id',
    {
      schema: {
        operationId: 'removeSearchSynonym',
        tags,
        summary: 'Remove a group that the operator has added',
        params: IdParams,
        response: { 204: z.null().describe('gone'), ...problemResponses },
      },
      config: { access: 'catalog.search_synonym.edit' },
    },
    async (request, reply) => {
      const answer = await runCommand(db, request, reply, async (tx, command) => {
        await removeSynonym(tx, request.params.id)
        await command.audit({ action: 'catalog.search_synonym.remove', subjectType: 'search_synonym', subjectId: request.params.id })
        return { status: 204, body: null }
      })
      forgetVocabulary(db)
      return answer
    },
  )
}

function presentMiss(row: MissRow) {
  return {
    query: row.query,
    conditions: JSON.parse(row.conditions) as Record<string, unknown>,
    count: Number(row.count),
    days: row.days,
    lastOn: row.last_on,
  }
}
