import type { SignedUp } from '@jiju/api/test-people'
import type { Maker, PrivateThing } from './test-private-things.ts'

const TALENT = '/api/v1/scoring/talent'

/** A position that an enterprise looks to fill. */
export async function scoringTalentThings(make: Maker, enterprise: SignedUp): Promise<PrivateThing[]> {
  const position = { kind: 'position', title: '质谱工程师', skills: ['质谱'], headcount: 2, detail: null }
  const { needs } = await make.send(enterprise, 'POST', `${TALENT}/needs`, { body: position })
  return [{ route: `POST ${TALENT}/needs/:id/close`, as: enterprise, ids: { id: needs[0].id } }]
}
