import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffContent } from './content-diff.ts'
import { type ReviewAction, type ReviewState, stepReview } from './review.ts'

const ACTIONS: ReviewAction[] = ['edit', 'submit', 'withdraw', 'return', 'publish', 'discard', 'retire']

test('whatever is done in whatever order, only a reviewed version becomes public, and public and working copy agree with the schema', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ACTIONS), { maxLength: 40 }), (actions) => {
      let state: ReviewState = { status: 'draft', workState: 'draft' }
      let wasPublished = false
      for (const action of actions) {
        const step = stepReview(state, action)
        if ('code' in step) continue
        if (step.status === 'published' && state.status !== 'published') expect([action, state.workState]).toEqual(['publish', 'in_review'])
        if (step.status === 'published') wasPublished = true
        state = step
        if (!wasPublished) expect(['draft', 'in_review']).toContain(state.status)
        if (wasPublished) expect(['published', 'retired']).toContain(state.status)
        if (state.status === 'in_review') expect(state.workState).toBe('in_review')
        if (state.status === 'draft') expect(['draft', 'returned']).toContain(state.workState)
      }
    }),
  )
})

test.each([
  [{ a: 1 }, { a: 1 }, []],
  [
    { a: 1, b: { c: [1] } },
    { a: 2, b: { c: [1, 2] } },
    [
      { field: '/a', before: 1, after: 2 },
      { field: '/b/c', before: [1], after: [1, 2] },
    ],
  ],
  [{ 'x/y': 1 }, {}, [{ field: '/x~1y', before: 1, after: null }]],
  [{ a: { b: null } }, { a: null }, [{ field: '/a', before: { b: null }, after: null }]],
])('changes of %j to %j', (before, after, changes) => expect(diffContent(before, after)).toEqual(changes))
