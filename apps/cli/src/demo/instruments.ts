import type { Random } from './random.ts'
import { type Area, INSTRUMENT_TYPES, type InstrumentType, type PinnedInstrument, type Provider } from './reference.ts'

/** One instrument before it becomes rows: whose, what, which model. */
export type PlannedInstrument = {
  readonly provider: Provider
  readonly type: InstrumentType
  readonly model: InstrumentType['models'][number]
  readonly pinned: PinnedInstrument | undefined
  /** Position among the provider's instruments, from 1. */
  readonly ordinal: number
  /** 1, 2, … among the provider's instruments of this type; 0 when it is the only one. */
  readonly number: number
}

/**
 * Spreads the district's instruments over the providers: each provider has as many of an area as it states, each type as many as it counts.
 * First what is pinned, then what a provider prefers, then by weight, so that a type spreads before it piles up in one house.
 */
export function planInstruments(random: Random, providers: readonly Provider[]): PlannedInstrument[] {
  const left = new Map(INSTRUMENT_TYPES.map((type) => [type.key, type.count]))
  const owned = new Map(providers.map((provider) => [provider.key, [] as { type: InstrumentType; pinned?: PinnedInstrument }[]]))
  const rooms = new Map(providers.map((provider) => [provider.key, { ...provider.instruments }]))
  const byKey = new Map(INSTRUMENT_TYPES.map((type) => [type.key, type]))

  const take = (provider: Provider, type: InstrumentType, pinned?: PinnedInstrument): void => {
    left.set(type.key, (left.get(type.key) ?? 0) - 1)
    const room = rooms.get(provider.key) as Partial<Record<Area, number>>
    room[type.area] = (room[type.area] ?? 0) - 1
    owned.get(provider.key)?.push(pinned ? { type, pinned } : { type })
  }
  const hasRoom = (provider: Provider, type: InstrumentType) =>
    (left.get(type.key) ?? 0) > 0 && (rooms.get(provider.key)?.[type.area] ?? 0) > 0

  for (const provider of providers) for (const pinned of provider.pinned) take(provider, byKey.get(pinned.type) as InstrumentType, pinned)
  for (let round = 0; round < 3; round += 1)
    for (const provider of providers)
      for (const key of provider.prefers) {
        const type = byKey.get(key)
        if (type && hasRoom(provider, type) && (round === 0 || random.chance(0.5))) take(provider, type)
      }
  for (let isOpen = true; isOpen; ) {
    isOpen = false
    for (const provider of providers)
      for (const [area, count] of Object.entries(rooms.get(provider.key) ?? {}) as [Area, number][]) {
        if (count <= 0) continue
        const have = owned.get(provider.key) ?? []
        const choices = INSTRUMENT_TYPES.filter((type) => type.area === area && hasRoom(provider, type)).map(
          (type) => [type, (left.get(type.key) ?? 0) / (1 + have.filter((item) => item.type === type).length) ** 2] as const,
        )
        if (choices.length === 0) continue
        take(provider, random.weighted(choices))
        isOpen = true
      }
  }
  const used = new Map<string, number>()
  return providers.flatMap((provider) => plansOf(provider, owned.get(provider.key) ?? [], used))
}

function plansOf(
  provider: Provider,
  owned: readonly { type: InstrumentType; pinned?: PinnedInstrument }[],
  used: Map<string, number>,
): PlannedInstrument[] {
  const seen = new Map<string, number>()
  return owned.map(({ type, pinned }, index) => {
    const same = owned.filter((item) => item.type === type).length
    const number = (seen.get(type.key) ?? 0) + 1
    seen.set(type.key, number)
    // The models of a type go round, so that each of them stands somewhere in the district.
    const turn = used.get(type.key) ?? 0
    used.set(type.key, turn + 1)
    const drawn = type.models[turn % type.models.length] as InstrumentType['models'][number]
    const model = pinned ? (type.models.find(({ maker, model }) => maker === pinned.maker && model === pinned.model) ?? pinned) : drawn
    return { provider, type, model, pinned, ordinal: index + 1, number: same > 1 ? number : 0 }
  })
}
