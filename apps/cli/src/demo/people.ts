import { addDays } from '@jiju/kernel/local-date'
import type { Context, Row } from './context.ts'
import { DISTRICT, type Enterprise, OFFICES, PERSONS, type Provider } from './reference.ts'

export type DemoOrganisation = {
  readonly id: string
  readonly key: string
  readonly kind: string
  readonly district: string
  readonly isVerified: boolean
}
export type DemoMember = {
  readonly personId: string
  readonly organisationId: string
  readonly roles: readonly string[]
  readonly name: string
}

export type DemoPeople = {
  readonly organisations: readonly DemoOrganisation[]
  readonly members: readonly DemoMember[]
  /** Without the password's hash, which differs from run to run; the loader adds it. */
  readonly rows: { readonly organisation: Row[]; readonly person: Row[]; readonly membership: Row[]; readonly consent: Row[] }
}

// Two of the enterprises have just joined, so that the operator has something to verify.
const PENDING_ENTERPRISES = 2

/** Organisations of all five kinds, persons for every role in each, and who belongs where. */
export function generatePeople(
  context: Context,
  scope: { providers: readonly Provider[]; enterprises: readonly Enterprise[] },
): DemoPeople {
  const { id, instant, referenceDay } = context
  const random = context.random('people')
  const organisations: DemoOrganisation[] = []
  const members: DemoMember[] = []
  const organisationRows: Row[] = []
  const personRows: Row[] = []
  const membershipRows: Row[] = []
  const names = new Set(PERSONS.accounts.map(({ name }) => name))
  const accounts = new Map<string, string>()

  const drawName = (): string => {
    for (let tries = 0; ; tries += 1) {
      const name = random.pick(PERSONS.surnames) + random.pick(PERSONS.givenNames)
      if (!names.has(name) || tries > 50) {
        names.add(name)
        return name
      }
    }
  }

  const addPerson = (account: string, name: string, joined: Date): string => {
    const personId = id(`person|${account}`)
    personRows.push({
      id: personId,
      email: `${account}@${PERSONS.emailDomain}`,
      name,
      language: 'zh',
      password_changed_at: joined,
      created_at: joined,
      last_organisation_id: null,
    })
    accounts.set(account, personId)
    return personId
  }

  const addMember = (personId: string, organisationId: string, roles: readonly string[], name: string, joined: Date): void => {
    members.push({ personId, organisationId, roles, name })
    membershipRows.push({
      id: id(`membership|${personId}|${organisationId}`),
      person_id: personId,
      organisation_id: organisationId,
      roles,
      status: 'active',
      joined_at: joined,
    })
  }

  const addOrganisation = (
    kind: string,
    facts: Pick<Enterprise, 'key' | 'name' | 'shortName' | 'nameEn' | 'uscc' | 'address'>,
    more: { district?: string; introduction?: string; isPending?: boolean } = {},
  ): void => {
    const organisationId = id(`organisation|${facts.key}`)
    const joined = more.isPending ? instant(-random.int(1, 4), 600) : instant(-random.int(380, 640), 540)
    const district = more.district ?? DISTRICT.nameZh
    organisations.push({ id: organisationId, key: facts.key, kind, district, isVerified: !more.isPending })
    const named = PERSONS.accounts.filter(({ organisation }) => organisation === facts.key)
    for (const account of named)
      addMember(addPerson(account.account, account.name, joined), organisationId, account.roles, account.name, joined)
    for (const [index, roles] of (PERSONS.members[kind] ?? []).entries()) {
      const full = roles.map((role) => `${kind}:${role}`)
      if (full.every((role) => named.some((account) => account.roles.includes(role)))) continue
      const name = drawName()
      addMember(addPerson(`${facts.key}-${index + 1}`, name, joined), organisationId, full, name, joined)
    }
    const leader = members.findLast(
      (member) => member.organisationId === organisationId && member.roles.some((role) => /:(owner|administrator)$/.test(role)),
    )
    organisationRows.push({
      id: organisationId,
      kind,
      name: facts.name,
      short_name: facts.shortName,
      name_en: facts.nameEn,
      uscc: facts.uscc,
      district,
      status: more.isPending ? 'pending' : 'verified',
      status_changed_at: joined,
      address: facts.address,
      introduction: more.introduction ?? '',
      legal_representative: leader?.name ?? drawName(),
      contact_name: leader?.name ?? '',
      contact_phone: `000-5550-${String(1000 + organisationRows.length)}`,
      contact_email: `contact-${facts.key}@${PERSONS.emailDomain}`,
      founded_on: addDays(referenceDay, -random.int(700, 9000)),
      registered_capital_fen: kind === 'enterprise' ? String(BigInt(random.int(2, 80)) * 100_000_000n) : null,
      employee_count: kind === 'enterprise' ? random.int(12, 480) : random.int(20, 900),
      created_by: leader?.personId ?? null,
      created_at: joined,
    })
  }

  for (const office of OFFICES) addOrganisation(office.kind, office)
  for (const provider of scope.providers) addOrganisation('provider', provider, { introduction: provider.introductionZh })
  for (const [index, enterprise] of scope.enterprises.entries())
    addOrganisation('enterprise', enterprise, {
      district: enterprise.district,
      introduction: `主要产品：${enterprise.field}`,
      isPending: scope.enterprises.length > PENDING_ENTERPRISES * 4 && index >= scope.enterprises.length - PENDING_ENTERPRISES,
    })

  for (const extra of PERSONS.alsoIn) {
    const personId = accounts.get(extra.account)
    const organisation = organisations.find(({ key }) => key === extra.organisation)
    const name = PERSONS.accounts.find(({ account }) => account === extra.account)?.name ?? ''
    if (personId && organisation) addMember(personId, organisation.id, extra.roles, name, instant(-200, 600))
  }
  return {
    organisations,
    members,
    rows: {
      organisation: organisationRows,
      person: personRows,
      membership: membershipRows,
      consent: consentRows(context, organisations, members),
    },
  }
}

/** The engineer's enterprise lets two readers see facts, and has withdrawn a third consent. */
function consentRows(context: Context, organisations: readonly DemoOrganisation[], members: readonly DemoMember[]): Row[] {
  const { id, instant } = context
  const owner = organisations.find(({ key }) => key === PERSONS.accounts.find(({ account }) => account === 'owner')?.organisation)
  const grantor = members.find(({ organisationId, roles }) => organisationId === owner?.id && roles.includes('enterprise:owner'))
  if (!owner || !grantor) return []
  const grants: readonly [
    reader: string,
    facts: readonly string[],
    purpose: string,
    since: number,
    days: number,
    revoked: number | null,
  ][] = [
    ['minjiang', ['profile', 'bookings'], '流动资金贷款授信评估', -40, 365, null],
    ['kewei', ['profile', 'bookings'], '创新券使用情况核查', -120, 365, null],
    ['anlan', ['profile'], '授信意向咨询', -200, 365, -90],
  ]
  return grants.flatMap(([reader, facts, purpose, since, days, revoked]) => {
    const readerId = organisations.find(({ key }) => key === reader)?.id
    if (!readerId) return []
    return [
      {
        id: id(`consent|${owner.key}|${reader}`),
        owner_organisation_id: owner.id,
        reader_organisation_id: readerId,
        facts,
        purpose,
        valid_until: instant(since + days, 1439),
        granted_by: grantor.personId,
        granted_at: instant(since, 620),
        revoked_at: revoked === null ? null : instant(revoked, 620),
        revoked_by: revoked === null ? null : grantor.personId,
      },
    ]
  })
}
