import type { CalibrationDue } from '@jiju/booking/contract/calibrations'
import type { Passport, RecognitionRule, RecognitionRuleEntry, SharedPassport } from '@jiju/booking/contract/passports'
import type {
  GrantQualification,
  GroundLoss,
  OwnQualification,
  Qualification,
  QualificationMatrix,
  QualificationRule,
  QualificationRuleEntry,
} from '@jiju/booking/contract/qualifications'
import type { KnowledgeTest, KnowledgeTestCover, KnowledgeTestEntry, SubmitAnswers, TestAttempt } from '@jiju/booking/contract/tests'
import type { EditTraining, Enrolment, PlanTraining, RecordResults, Training } from '@jiju/booking/contract/trainings'
import type { QualificationState } from '@jiju/booking/core/qualification/levels'
import { queryOptions } from '@tanstack/react-query'
import { answer, api, type newAttempt } from '../../lib/api.ts'

type Attempt = ReturnType<typeof newAttempt>
type Page<Item> = { items: Item[]; nextCursor: string | null }
type Versioned = { readonly id: string; readonly version: number }
const byId = (id: string) => ({ params: { path: { id } } })
const ofResource = (resourceId: string) => ({ params: { path: { resourceId } } })
const seen = ({ version }: { readonly version: number }, headers: Attempt) => ({ ...headers, 'If-Match': `"${version}"` })

export const ownQualificationOptions = (resourceId: string) =>
  queryOptions({
    queryKey: ['qualifications', 'own', resourceId],
    queryFn: async (): Promise<OwnQualification> =>
      await answer(api.GET('/api/v1/booking/resources/{resourceId}/qualification', ofResource(resourceId))),
    staleTime: 30_000,
  })

export type MatrixConditions = { q?: string; resourceId?: string; state?: QualificationState }

export async function loadMatrix(conditions: MatrixConditions, cursor?: string, signal?: AbortSignal): Promise<QualificationMatrix> {
  const query = { ...conditions, ...(cursor ? { cursor } : {}), limit: 50 }
  return await answer(api.GET('/api/v1/booking/qualifications', { params: { query }, ...(signal ? { signal } : {}) }))
}

export const matrixResourcesOptions = queryOptions({
  queryKey: ['qualifications', 'matrix', 'resources'],
  queryFn: async () => (await loadMatrix({})).resources,
  staleTime: 30_000,
})

/** Every instrument of the provider that can be booked. */
export const instrumentsOptions = queryOptions({
  queryKey: ['qualifications', 'instruments'],
  queryFn: async (): Promise<CalibrationDue[]> => {
    const all: CalibrationDue[] = []
    for (let cursor: string | undefined; ; ) {
      const page: Page<CalibrationDue> = await answer(
        api.GET('/api/v1/booking/calibrations', { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } }),
      )
      all.push(...page.items)
      if (page.nextCursor === null) return all
      cursor = page.nextCursor
    }
  },
  staleTime: 60_000,
})

export type Candidate = { id: string; name: string; organisationName: string | null }

export async function findCandidates(q: string, signal: AbortSignal): Promise<Candidate[]> {
  return (await answer(api.GET('/api/v1/booking/qualification-candidates', { params: { query: { q } }, signal }))).items
}

export async function grant(body: GrantQualification, headers: Attempt): Promise<{ items: Qualification[] }> {
  return await answer(api.POST('/api/v1/booking/qualifications', { body, headers }))
}

export async function suspend({ target, reason }: { target: Versioned; reason: string }, headers: Attempt): Promise<{ losses: number }> {
  return await answer(
    api.POST('/api/v1/booking/qualifications/{id}/suspend', { ...byId(target.id), body: { reason }, headers: seen(target, headers) }),
  )
}

export async function resume({ target }: { target: Versioned }, headers: Attempt): Promise<{ losses: number }> {
  return await answer(api.POST('/api/v1/booking/qualifications/{id}/resume', { ...byId(target.id), headers: seen(target, headers) }))
}

export const lossesOptions = queryOptions({
  queryKey: ['qualifications', 'losses'],
  queryFn: async (): Promise<GroundLoss[]> => (await answer(api.GET('/api/v1/booking/ground-losses'))).items,
  staleTime: 15_000,
})

export async function decideLoss(
  { id, choice, reason }: { id: string; choice: 'with_operator' | 'release'; reason?: string },
  headers: Attempt,
): Promise<void> {
  const body = { choice, ...(reason ? { reason } : {}) }
  await answer(api.POST('/api/v1/booking/ground-losses/{id}/decide', { ...byId(id), body, headers }))
}

export const ruleOptions = (resourceId: string) =>
  queryOptions({
    queryKey: ['qualifications', 'rule', resourceId],
    queryFn: async (): Promise<QualificationRule> =>
      await answer(api.GET('/api/v1/booking/resources/{resourceId}/qualification-rule', ofResource(resourceId))),
    staleTime: 0,
  })

export async function saveRule(
  { resourceId, version, body }: { resourceId: string; version: number; body: QualificationRuleEntry },
  headers: Attempt,
): Promise<QualificationRule> {
  return await answer(
    api.PUT('/api/v1/booking/resources/{resourceId}/qualification-rule', {
      ...ofResource(resourceId),
      body,
      headers: seen({ version }, headers),
    }),
  )
}

export type TrainingConditions = { scope: 'open' | 'mine' | 'provider'; when: 'coming' | 'past'; resourceId?: string }

export async function listTrainings(conditions: TrainingConditions, cursor?: string, signal?: AbortSignal): Promise<Page<Training>> {
  const query = { ...conditions, ...(cursor ? { cursor } : {}) }
  return await answer(api.GET('/api/v1/booking/trainings', { params: { query }, ...(signal ? { signal } : {}) }))
}

export const trainingOptions = (id: string) =>
  queryOptions({
    queryKey: ['trainings', 'one', id],
    queryFn: async (): Promise<Training> => await answer(api.GET('/api/v1/booking/trainings/{id}', byId(id))),
    staleTime: 0,
  })

export const enrolmentsOptions = (id: string) =>
  queryOptions({
    queryKey: ['trainings', 'enrolments', id],
    queryFn: async (): Promise<Enrolment[]> => (await answer(api.GET('/api/v1/booking/trainings/{id}/enrolments', byId(id)))).items,
    staleTime: 0,
  })

export async function planTraining(body: PlanTraining, headers: Attempt): Promise<Training> {
  return await answer(api.POST('/api/v1/booking/trainings', { body, headers }))
}

export async function editTraining({ target, body }: { target: Versioned; body: EditTraining }, headers: Attempt): Promise<Training> {
  return await answer(api.PUT('/api/v1/booking/trainings/{id}', { ...byId(target.id), body, headers: seen(target, headers) }))
}

export async function cancelTraining({ target, reason }: { target: Versioned; reason: string }, headers: Attempt): Promise<Training> {
  return await answer(
    api.POST('/api/v1/booking/trainings/{id}/cancel', { ...byId(target.id), body: { reason }, headers: seen(target, headers) }),
  )
}

export async function recordResults({ target, body }: { target: Versioned; body: RecordResults }, headers: Attempt): Promise<Training> {
  return await answer(api.POST('/api/v1/booking/trainings/{id}/results', { ...byId(target.id), body, headers: seen(target, headers) }))
}

export async function enrol({ id }: { id: string }, headers: Attempt): Promise<Training> {
  return await answer(api.POST('/api/v1/booking/trainings/{id}/enrol', { ...byId(id), headers }))
}

export async function leave({ id }: { id: string }, headers: Attempt): Promise<Training> {
  return await answer(api.POST('/api/v1/booking/trainings/{id}/leave', { ...byId(id), headers }))
}

export const testsOptions = queryOptions({
  queryKey: ['tests', 'own'],
  queryFn: async (): Promise<KnowledgeTest[]> => (await answer(api.GET('/api/v1/booking/tests'))).items,
  staleTime: 30_000,
})

export const testOptions = (id: string) =>
  queryOptions({
    queryKey: ['tests', 'one', id],
    queryFn: async (): Promise<KnowledgeTest> => await answer(api.GET('/api/v1/booking/tests/{id}', byId(id))),
    staleTime: 0,
  })

/** Makes a test, or rewrites the draft of one. */
export async function saveTest(
  { target, body }: { target: Versioned | null; body: KnowledgeTestEntry },
  headers: Attempt,
): Promise<KnowledgeTest> {
  if (!target) return await answer(api.POST('/api/v1/booking/tests', { body, headers }))
  return await answer(api.PUT('/api/v1/booking/tests/{id}', { ...byId(target.id), body, headers: seen(target, headers) }))
}

export async function publishTest({ target }: { target: Versioned }, headers: Attempt): Promise<KnowledgeTest> {
  return await answer(api.POST('/api/v1/booking/tests/{id}/publish', { ...byId(target.id), headers: seen(target, headers) }))
}

export async function retireTest({ target }: { target: Versioned }, headers: Attempt): Promise<KnowledgeTest> {
  return await answer(api.POST('/api/v1/booking/tests/{id}/retire', { ...byId(target.id), headers: seen(target, headers) }))
}

export const coverOptions = (id: string) =>
  queryOptions({
    queryKey: ['tests', 'cover', id],
    queryFn: async (): Promise<KnowledgeTestCover> => await answer(api.GET('/api/v1/booking/tests/{id}/cover', byId(id))),
    staleTime: 0,
  })

export async function beginAttempt({ id }: { id: string }, headers: Attempt): Promise<TestAttempt> {
  return await answer(api.POST('/api/v1/booking/tests/{id}/attempts', { ...byId(id), headers }))
}

export async function submitAttempt({ id, body }: { id: string; body: SubmitAnswers }, headers: Attempt): Promise<TestAttempt> {
  return await answer(api.POST('/api/v1/booking/test-attempts/{id}/submit', { ...byId(id), body, headers }))
}

export const passportOptions = queryOptions({
  queryKey: ['passport'],
  queryFn: async (): Promise<Passport> => await answer(api.GET('/api/v1/booking/passport')),
  staleTime: 15_000,
})

export async function sharePassport({ providerId }: { providerId: string }, headers: Attempt): Promise<{ recognised: number }> {
  return await answer(api.POST('/api/v1/booking/passport/shares', { body: { providerId }, headers }))
}

export async function revokeShare({ id }: { id: string }, headers: Attempt): Promise<void> {
  await answer(api.DELETE('/api/v1/booking/passport/shares/{id}', { ...byId(id), headers }))
}

export async function listSharedPassports(cursor?: string, signal?: AbortSignal): Promise<Page<SharedPassport>> {
  return await answer(api.GET('/api/v1/booking/passports', { params: { query: cursor ? { cursor } : {} }, ...(signal ? { signal } : {}) }))
}

export const recognitionRulesOptions = queryOptions({
  queryKey: ['passport', 'rules'],
  queryFn: async (): Promise<RecognitionRule[]> => (await answer(api.GET('/api/v1/booking/recognition-rules'))).items,
  staleTime: 30_000,
})

export async function addRecognitionRule(body: RecognitionRuleEntry, headers: Attempt): Promise<{ items: RecognitionRule[] }> {
  return await answer(api.POST('/api/v1/booking/recognition-rules', { body, headers }))
}

export async function removeRecognitionRule({ id }: { id: string }, headers: Attempt): Promise<void> {
  await answer(api.DELETE('/api/v1/booking/recognition-rules/{id}', { ...byId(id), headers }))
}

export type ProviderChoice = { id: string; name: string }

export async function findProviders(q: string, signal: AbortSignal): Promise<ProviderChoice[]> {
  const { items } = await answer(api.GET('/api/v1/people/organisations/search', { params: { query: { q, limit: 20 } }, signal }))
  return items.filter(({ kind }) => kind === 'provider').map(({ id, name }) => ({ id, name }))
}
