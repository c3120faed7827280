import type { Problem } from '@jiju/kernel/problem'
import type { ResourceStatus, VersionState, WorkState } from './vocabulary.ts'

export type ReviewState = { readonly status: ResourceStatus; readonly workState: WorkState }
export type ReviewAction = 'edit' | 'submit' | 'withdraw' | 'return' | 'publish' | 'discard' | 'retire'

type Step = ReviewState & { readonly recordedAs: VersionState }

/** The public face after an action that leaves the published version alone. */
const face = (state: ReviewState, unpublished: ResourceStatus): ResourceStatus =>
  state.status === 'published' || state.status === 'retired' ? state.status : unpublished

const hasWork = (state: ReviewState) => state.workState === 'draft' || state.workState === 'returned'
const isPublic = (state: ReviewState) => state.status === 'published' || state.status === 'retired'

const STEPS: Readonly<Record<ReviewAction, (state: ReviewState) => Step | string>> = {
  edit: (state) =>
    state.workState === 'in_review' ? 'catalog.under_review' : { status: face(state, 'draft'), workState: 'draft', recordedAs: 'draft' },
  submit: (state) =>
    hasWork(state)
      ? { status: face(state, 'in_review'), workState: 'in_review', recordedAs: 'in_review' }
      : state.workState === 'in_review'
        ? 'catalog.under_review'
        : 'catalog.nothing_to_submit',
  withdraw: (state) =>
    state.workState === 'in_review'
      ? { status: face(state, 'draft'), workState: 'draft', recordedAs: 'withdrawn' }
      : 'catalog.not_under_review',
  return: (state) =>
    state.workState === 'in_review'
      ? { status: face(state, 'draft'), workState: 'returned', recordedAs: 'returned' }
      : 'catalog.not_under_review',
  publish: (state) =>
    state.workState === 'in_review' ? { status: 'published', workState: 'none', recordedAs: 'published' } : 'catalog.not_under_review',
  discard: (state) =>
    !hasWork(state)
      ? state.workState === 'in_review'
        ? 'catalog.under_review'
        : 'catalog.nothing_to_discard'
      : isPublic(state)
        ? { status: state.status, workState: 'none', recordedAs: 'discarded' }
        : 'catalog.nothing_to_discard',
  retire: (state) =>
    state.status === 'published' ? { status: 'retired', workState: 'none', recordedAs: 'retired' } : 'catalog.not_published',
}

/**
 * The one state machine of a resource. A published version stays visible while its working copy is edited and reviewed;
 * a retired one comes back through review.
 */
export function stepReview(state: ReviewState, action: ReviewAction): Step | Problem {
  const step = STEPS[action](state)
  return typeof step === 'string' ? { code: step, kind: 'conflict' } : step
}
