import type { SignedUp } from '@jiju/api/test-people'
import { BOOKING, type Maker, type PrivateThing } from './test-private-things.ts'

const TARIFF = {
  validFrom: '2027-01-01',
  bands: [],
  packages: [],
  extras: [],
  minimum: '100.00',
  chargesInside: false,
  chargeBy: 'booked',
  buildUp: null,
  note: null,
}

/** Every private call about price rules. */
export async function tariffThings(make: Maker, provider: SignedUp, resourceId: string): Promise<PrivateThing[]> {
  const ofResource = `${BOOKING}/resources/:resourceId/tariffs`
  const things: PrivateThing[] = [{ route: `POST ${ofResource}`, as: provider, ids: { resourceId }, body: TARIFF }]
  const drafted = async (validFrom: string): Promise<string> =>
    (await make.send(provider, 'POST', `${BOOKING}/resources/${resourceId}/tariffs`, { body: { ...TARIFF, validFrom } })).id
  const onTariff = (verb: string, id: string, body?: object) => {
    const [method, path = ''] = verb.split(' ')
    const row = { table: 'booking.tariff', where: { id } }
    things.push({ route: `${method} ${BOOKING}/tariffs/:id${path}`, as: provider, ids: { id }, row, ...(body && { body }) })
  }
  onTariff('PUT', await drafted('2027-01-02'), { ...TARIFF, minimum: '200.00' })
  onTariff('DELETE', await drafted('2027-01-03'))
  onTariff('POST /publication', await drafted('2027-01-04'))
  const published = await drafted('2027-01-05')
  await make.send(provider, 'POST', `${BOOKING}/tariffs/${published}/publication`, { version: 1 })
  onTariff('POST /withdrawal', published)
  return things
}
