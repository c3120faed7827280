import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { contentOf } from '@jiju/catalog/server/test-catalog'
import type { APIRequestContext, Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { launchBrowser } from './browser.ts'
import { openContext, type Person, PHONE, WIDE, watchFaults } from './pages.ts'

const WEB = fileURLToPath(new URL('../apps/web/src/', import.meta.url))
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const CHINESE = /[\u4e00-\u9fff]/

type Look = {
  viewport: typeof WIDE
  language: 'zh' | 'en'
  theme: 'light' | 'dark'
  /** What axe looks for; a change of colours or words cannot break the rest. */
  rules: 'all' | 'colours' | 'words' | 'none'
}
const PLAIN: Look = { viewport: WIDE, language: 'zh', theme: 'light', rules: 'all' }
/** Every page is looked at in the first of these; those that most people meet in all of them. */
const LOOKS: readonly Look[] = [
  PLAIN,
  { viewport: WIDE, language: 'zh', theme: 'dark', rules: 'colours' },
  { viewport: WIDE, language: 'en', theme: 'light', rules: 'words' },
  { viewport: PHONE, language: 'zh', theme: 'light', rules: 'all' },
  { viewport: PHONE, language: 'en', theme: 'dark', rules: 'none' },
]
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

type Ids = Record<
  | 'resource'
  | 'service'
  | 'openEnterprise'
  | 'watchedEnterprise'
  | 'otherResource'
  | 'provider'
  | 'standard'
  | 'booking'
  | 'ownResource'
  | 'ownService'
  | 'useCode'
  | 'review'
  | 'providerBooking'
  | 'calendarResource'
  | 'door'
  | 'group'
  | 'groupBooking'
  | 'samples'
  | 'sampleCode'
  | 'heldSample'
  | 'sampledOrder'
  | 'expectingOrder'
  | 'import'
  | 'libraryImport'
  | 'outage'
  | 'fault'
  | 'webhook'
  | 'training'
  | 'pastTraining'
  | 'knowledgeTest'
  | 'order'
  | 'enquiry'
  | 'receivedEnquiry'
  | 'settledOrder'
  | 'providerOrder'
  | 'voucherProgramme'
  | 'task'
  | 'doneTask'
  | 'study'
  | 'ownStudy'
  | 'draftReport'
  | 'issuedReport'
  | 'reportCode'
  | 'factImport'
  | 'pointsList'
  | 'pointsRun'
  | 'pointsModel'
  | 'pointsObjection'
  | 'certificateCode'
  | 'disputedOrder'
  | 'sandboxPayment'
  | 'publishedRun'
  | 'scoredEnterprise',
  string
>
type PageToSee = {
  /** Who owns the page; nobody for public pages. */
  as?: Person
  /** The addresses that show it; without it the route itself. */
  at?: (ids: Ids) => string[]
  /** Where a route that only leads on ends. */
  leadsTo?: RegExp
  /** Looked at in every look, not only in the plain one. */
  isMain?: true
}

/** Every route of the web: a new one fails the first test until it stands here. */
const ROUTES: Record<string, PageToSee> = {
  '/': { isMain: true },
  '/search': { at: () => ['/search?q=液相色谱', '/search?q=kjhgfqw'], isMain: true },
  '/compare': { at: ({ resource, service }) => [`/compare?ids=${resource},${service}`, '/compare'], isMain: true },
  '/resources/$id': { at: ({ resource, service }) => [`/resources/${resource}`, `/resources/${service}`], isMain: true },
  '/providers': { isMain: true },
  '/providers/$id': { at: ({ provider }) => [`/providers/${provider}`], isMain: true },
  '/standards': { isMain: true },
  '/standards/$id': { at: ({ standard }) => [`/standards/${standard}`], isMain: true },
  $: { at: () => ['/no-such-page'], isMain: true },
  '/e/points/ladder': { as: 'owner' },
  '/e/talent': { as: 'owner' },
  '/talent': { as: 'officer' },
  '/o/cultivation': { as: 'points' },
  '/o/cultivation/$enterpriseId': { as: 'points', at: ({ watchedEnterprise }) => [`/o/cultivation/${watchedEnterprise}`] },
  '/o/evaluation': { as: 'points', at: () => ['/o/evaluation', '/o/evaluation?tab=money', '/o/evaluation?tab=register'] },
  '/b/points': { as: 'bank' },
  '/b/points/$enterpriseId': { as: 'bank', at: ({ openEnterprise }) => [`/b/points/${openEnterprise}`] },
  '/b/members': { as: 'bank' },
  '/b/consents': { as: 'bank' },
  '/b/organisation': { as: 'bank' },
  '/signin': { isMain: true },
  '/join': { isMain: true },
  '/forgot': { isMain: true },
  '/verify-email': { at: () => ['/verify-email#token=t', '/verify-email'] },
  '/reset-password': { at: () => ['/reset-password#token=t', '/reset-password'] },
  '/change-email': { at: () => ['/change-email#token=t', '/change-email'] },
  '/invitation': { at: () => ['/invitation#token=t'] },
  '/account': {
    as: 'engineer',
    at: () => [
      '/account',
      '/account?tab=secondFactor',
      '/account?tab=sessions',
      '/account?tab=password',
      '/account?tab=apiKeys',
      '/account?tab=notices',
      '/account?tab=calendar',
    ],
    isMain: true,
  },
  '/account/notices': { as: 'engineer', at: () => ['/account/notices', '/account/notices?group=searches&unread=1'], isMain: true },
  '/account/webhooks': { as: 'owner' },
  '/account/webhooks/$id': { as: 'owner', at: ({ webhook }) => [`/account/webhooks/${webhook}`] },
  '/me/security': { as: 'engineer', leadsTo: /\/account\?tab=secondFactor$/ },
  '/workspace': { as: 'engineer', leadsTo: /\/e$/ },
  '/organisation': { as: 'owner', leadsTo: /\/e\/organisation$/ },
  '/e': { as: 'engineer', isMain: true },
  '/e/bookings': { as: 'engineer', at: () => ['/e/bookings', '/e/bookings?when=past', '/e/bookings?when=waiting'], isMain: true },
  '/e/bookings/groups/$id': { as: 'engineer', at: ({ group }) => [`/e/bookings/groups/${group}`], isMain: true },
  '/e/bookings/$id': {
    as: 'engineer',
    at: ({ booking, groupBooking }) => [`/e/bookings/${booking}`, `/e/bookings/${groupBooking}`],
    isMain: true,
  },
  '/e/faults': { as: 'engineer' },
  '/e/faults/$id': { as: 'engineer', at: ({ fault }) => [`/e/faults/${fault}`] },
  '/faults/new': { as: 'engineer', at: ({ resource }) => [`/faults/new?resource=${resource}`], isMain: true },
  '/e/samples': { as: 'engineer', at: () => ['/e/samples', '/e/samples?view=held'], isMain: true },
  '/e/samples/queue': { as: 'engineer', isMain: true },
  '/samples/$id': { as: 'manager', at: ({ heldSample }) => [`/samples/${heldSample}`], isMain: true },
  '/s/$code': { as: 'engineer', at: ({ sampleCode }) => [`/s/${sampleCode}`] },
  '/e/orders/$id/labels': { as: 'engineer', at: ({ sampledOrder }) => [`/e/orders/${sampledOrder}/labels`] },
  '/p/orders/$id/labels': { as: 'manager', at: ({ expectingOrder }) => [`/p/orders/${expectingOrder}/labels`] },
  '/o/orders/$id/labels': { as: 'operator', at: ({ sampledOrder }) => [`/o/orders/${sampledOrder}/labels`] },
  '/p/orders/$id/receive': { as: 'manager', at: ({ expectingOrder }) => [`/p/orders/${expectingOrder}/receive`], isMain: true },
  '/e/samples/$id': { as: 'engineer', at: ({ samples }) => [`/e/samples/${samples}`] },
  '/e/standing': { as: 'engineer', isMain: true },
  '/e/saved-searches': { as: 'engineer' },
  '/e/members': {
    as: 'owner',
    at: () => ['/e/members', '/e/members?tab=invitations', '/e/members?tab=requests', '/e/members?tab=secondFactor'],
  },
  '/e/points': {
    as: 'owner',
    at: () => ['/e/points', '/e/points?tab=explanation', '/e/points?tab=history', '/e/points?tab=reads'],
    isMain: true,
  },
  '/e/facts': { as: 'owner' },
  '/e/certificates': { as: 'owner', isMain: true },
  '/e/points/$run': { as: 'owner', at: ({ publishedRun }) => [`/e/points/${publishedRun}`] },
  '/o/scoring/runs/$run/enterprises/$enterprise': {
    as: 'points',
    at: ({ publishedRun, scoredEnterprise }) => [`/o/scoring/runs/${publishedRun}/enterprises/${scoredEnterprise}`],
  },
  '/e/consents': { as: 'owner', at: () => ['/e/consents', '/e/consents?tab=received', '/e/consents?tab=reads'] },
  '/e/organisation': { as: 'owner' },
  '/p': { as: 'manager', isMain: true },
  '/p/calendar': { as: 'manager', at: () => ['/p/calendar', '/p/calendar?form=list'], isMain: true },
  '/p/calendar/addresses': {
    as: 'manager',
    at: ({ calendarResource }) => ['/p/calendar/addresses', `/p/calendar/addresses?resource=${calendarResource}`],
  },
  '/p/calendar/print': {
    as: 'manager',
    at: ({ calendarResource }) => ['/p/calendar/print', `/p/calendar/print?resource=${calendarResource}`],
  },
  '/door/$token': { at: ({ door }) => [`/door/${door}`, '/door/no-such-door'] },
  '/use/$code': { as: 'engineer', at: ({ useCode }) => [`/use/${useCode}`], isMain: true },
  '/e/charges': { as: 'engineer', at: () => ['/e/charges', '/e/charges?state=open'] },
  '/p/assessment/statements': { as: 'manager', at: () => ['/p/assessment/statements'] },
  '/p/charges': { as: 'manager', at: () => ['/p/charges', '/p/charges?kind=no_show'] },
  '/p/evaluations': { as: 'manager', at: () => ['/p/evaluations', '/p/evaluations?only=low'] },
  '/p/uses': {
    as: 'manager',
    at: () => ['/p/uses', '/p/uses?tab=waiting', '/p/uses?tab=log', '/p/uses?tab=rules', '/p/uses?tab=consumables'],
    isMain: true,
  },
  '/p/assessment': { as: 'manager', isMain: true },
  '/p/assessment/uses': { as: 'manager', at: ({ ownResource }) => [`/p/assessment/uses?resource=${ownResource}`] },
  '/o/assessment': {
    as: 'operator',
    at: () => ['/o/assessment', '/o/assessment?tab=patterns', '/o/assessment?tab=idle', '/o/assessment?tab=demand'],
  },
  '/p/uses/sheets': { as: 'manager', at: ({ ownResource }) => [`/p/uses/sheets?resource=${ownResource}`] },
  '/p/outages': { as: 'manager', at: () => ['/p/outages', '/p/outages?tab=faults', '/p/outages?tab=calibrations'], isMain: true },
  '/p/outages/new': { as: 'manager' },
  '/p/outages/$id': { as: 'manager', at: ({ outage }) => [`/p/outages/${outage}`], isMain: true },
  '/p/faults/$id': { as: 'manager', at: ({ fault }) => [`/p/faults/${fault}`] },
  '/o/downtime': { as: 'operator' },
  '/p/inbox': { as: 'manager', at: () => ['/p/inbox', '/p/inbox?tab=waiting', '/p/inbox?tab=appeals'], isMain: true },
  '/p/samples': { as: 'manager', at: () => ['/p/samples', '/p/samples?view=held'], isMain: true },
  '/p/samples/places': { as: 'manager' },
  '/p/samples/queue': { as: 'manager', isMain: true },
  '/p/bookings/groups/$id': { as: 'manager', at: ({ group }) => [`/p/bookings/groups/${group}`] },
  '/p/bookings/$id': { as: 'manager', at: ({ providerBooking }) => [`/p/bookings/${providerBooking}`] },
  '/p/prices': { as: 'manager', isMain: true },
  '/p/prices/$id': { as: 'manager', at: ({ ownResource }) => [`/p/prices/${ownResource}`] },
  '/p/qualifications': {
    as: 'manager',
    at: () => ['', '?tab=losses', '?tab=rules', '?tab=tests', '?tab=passports'].map((part) => `/p/qualifications${part}`),
    isMain: true,
  },
  '/p/trainings': { as: 'manager', at: () => ['/p/trainings', '/p/trainings?when=past'], isMain: true },
  '/p/trainings/new': { as: 'manager' },
  '/p/trainings/$id': { as: 'manager', at: ({ training, pastTraining }) => [`/p/trainings/${training}`, `/p/trainings/${pastTraining}`] },
  '/p/tests/$id': { as: 'manager', at: ({ knowledgeTest }) => [`/p/tests/${knowledgeTest}`, '/p/tests/new'] },
  '/trainings': { as: 'engineer', isMain: true },
  '/trainings/$id': { as: 'engineer', at: ({ training }) => [`/trainings/${training}`], isMain: true },
  '/tests/$id': { as: 'engineer', at: ({ knowledgeTest }) => [`/tests/${knowledgeTest}`], isMain: true },
  '/account/passport': { as: 'engineer', isMain: true },
  '/p/resources': { as: 'manager', isMain: true },
  '/p/resources/$id/edit': {
    as: 'manager',
    at: ({ ownResource }) =>
      ['basic', 'detail', 'standards', 'accreditation', 'prices', 'files', 'rules', 'versions'].map(
        (tab) => `/p/resources/${ownResource}/edit?tab=${tab}`,
      ),
  },
  '/p/sites': { as: 'manager' },
  '/p/import': { as: 'manager' },
  '/p/import/$id': { as: 'manager', at: (ids) => [`/p/import/${ids.import}`] },
  '/p/members': { as: 'providerOwner' },
  '/p/consents': { as: 'providerOwner' },
  '/p/organisation': { as: 'providerOwner' },
  '/o': { as: 'operator', isMain: true },
  '/o/organisations': { as: 'operator' },
  '/o/resources': { as: 'operator', isMain: true },
  '/o/resources/$id': { as: 'operator', at: ({ review }) => [`/o/resources/${review}`] },
  '/o/data': { as: 'data' },
  '/o/data/imports/$id': { as: 'data', at: ({ libraryImport }) => [`/o/data/imports/${libraryImport}`] },
  '/e/orders': { as: 'engineer', at: () => ['/e/orders', '/e/orders?state=ended'], isMain: true },
  '/e/approvals': { as: 'engineer' },
  '/e/spending': { as: 'owner' },
  '/p/terms': { as: 'manager' },
  '/o/terms': { as: 'operator' },
  '/e/enquiries': { as: 'engineer', at: () => ['/e/enquiries', '/e/enquiries?state=ended'], isMain: true },
  '/e/enquiries/new': { as: 'engineer', at: () => ['/e/enquiries/new?need=细胞毒性'] },
  '/e/enquiries/$id': { as: 'engineer', at: ({ enquiry }) => [`/e/enquiries/${enquiry}`], isMain: true },
  '/p/enquiries': { as: 'manager', at: () => ['/p/enquiries', '/p/enquiries?show=quoted'], isMain: true },
  '/p/enquiries/$id': { as: 'manager', at: ({ receivedEnquiry }) => [`/p/enquiries/${receivedEnquiry}`], isMain: true },
  '/o/enquiries': { as: 'operator', isMain: true },
  '/earliest': { at: () => ['/earliest?q=细胞毒性&deadline=2027-03-01', '/earliest?q=kjhgfqw'], isMain: true },
  '/e/orders/new': { as: 'engineer', at: ({ service }) => [`/e/orders/new?service=${service}`], leadsTo: /\/e\/orders\/new\/items/ },
  '/e/orders/new/$step': {
    as: 'engineer',
    at: ({ service }) => ['items', 'questions', 'terms', 'check'].map((step) => `/e/orders/new/${step}?service=${service}`),
    isMain: true,
  },
  '/p/services/$id/form': { as: 'manager', at: ({ ownService }) => [`/p/services/${ownService}/form`] },
  '/e/orders/$id': { as: 'engineer', at: ({ order, settledOrder }) => [`/e/orders/${order}`, `/e/orders/${settledOrder}`], isMain: true },
  '/p/reports': { as: 'manager', at: () => ['/p/reports', '/p/reports?state=issued'], isMain: true },
  '/p/reports/$id': {
    as: 'manager',
    at: ({ draftReport, issuedReport }) => [`/p/reports/${draftReport}`, `/p/reports/${issuedReport}`],
    isMain: true,
  },
  '/p/report-settings': { as: 'manager' },
  '/verify': { isMain: true },
  '/v/$code': {
    at: ({ reportCode, certificateCode }) => [`/v/${reportCode}`, `/v/${certificateCode}`, '/v/AAAA-AAAA-AAAA-AAAA'],
    isMain: true,
  },
  '/lists': { isMain: true },
  '/lists/$id': { at: ({ pointsList }) => [`/lists/${pointsList}`], isMain: true },
  '/objections/$id': { as: 'owner', at: ({ pointsObjection }) => [`/objections/${pointsObjection}`] },
  '/o/facts': { as: 'data', isMain: true },
  '/o/facts/imports': { as: 'data' },
  '/o/facts/enterprises': { as: 'data' },
  '/o/facts/enterprises/$id': { as: 'data', at: ({ scoredEnterprise }) => [`/o/facts/enterprises/${scoredEnterprise}`], isMain: true },
  '/o/facts/imports/$id': { as: 'data', at: ({ factImport }) => [`/o/facts/imports/${factImport}`], isMain: true },
  '/o/facts/conflicts': { as: 'data' },
  '/o/facts/reports': { as: 'data' },
  '/o/facts/events': { as: 'data' },
  '/o/facts/suppliers': { as: 'data', isMain: true },
  '/o/facts/definitions': { as: 'data' },
  '/o/facts/definitions/$code': { as: 'data', at: () => ['/o/facts/definitions/revenue'] },
  '/o/lists': { as: 'points', isMain: true },
  '/o/lists/new': { as: 'points' },
  '/o/lists/$id': { as: 'points', at: ({ pointsList }) => [`/o/lists/${pointsList}`], isMain: true },
  '/o/lists/$id/edit': { as: 'points', at: ({ pointsList }) => [`/o/lists/${pointsList}/edit`] },
  '/o/scoring/runs': { as: 'points' },
  '/o/scoring/runs/$id': { as: 'points', at: ({ pointsRun }) => [`/o/scoring/runs/${pointsRun}`], isMain: true },
  '/o/scoring/models': { as: 'points' },
  '/o/scoring/models/$id': {
    as: 'points',
    at: ({ pointsModel }) => ['', '?tab=json', '?tab=diff'].map((tab) => `/o/scoring/models/${pointsModel}${tab}`),
  },
  '/copies': { at: () => ['/copies#token=t', '/copies'] },
  '/e/ledger': {
    as: 'owner',
    at: () => ['/e/ledger', '/e/ledger?tab=statement', '/e/ledger?tab=invoices', '/e/ledger?tab=refunds'],
    isMain: true,
  },
  '/p/settlement': {
    as: 'providerOwner',
    at: () => [
      '/p/settlement',
      '/p/settlement?tab=invoices',
      '/p/settlement?tab=payouts',
      '/p/settlement?tab=statement',
      '/p/settlement?tab=rules',
    ],
    isMain: true,
  },
  '/o/ledger': {
    as: 'operator',
    at: () => ['/o/ledger', '/o/ledger?tab=outgoings', '/o/ledger?tab=totals', '/o/ledger?tab=rules'],
    isMain: true,
  },
  '/pay/sandbox/$reference': { as: 'owner', at: ({ sandboxPayment }) => [`/pay/sandbox/${sandboxPayment}`] },
  '/p/orders': { as: 'manager', isMain: true },
  '/p/orders/$id': { as: 'manager', at: ({ providerOrder }) => [`/p/orders/${providerOrder}`], isMain: true },
  '/p/work': { as: 'manager', at: () => ['/p/work', '/p/work?tab=checked', '/p/work?tab=plan'], isMain: true },
  '/p/tasks/$id': { as: 'manager', at: ({ task, doneTask }) => [`/p/tasks/${task}`, `/p/tasks/${doneTask}`], isMain: true },
  '/p/tasks/$id/batch': { as: 'manager', at: ({ task }) => [`/p/tasks/${task}/batch`] },
  '/p/recipes': { as: 'manager' },
  '/p/studies': { as: 'manager', at: () => ['/p/studies', '/p/studies?tab=inspections'] },
  '/p/studies/$id': { as: 'manager', at: ({ study }) => [`/p/studies/${study}`], isMain: true },
  '/e/studies/$id': { as: 'engineer', at: ({ ownStudy }) => [`/e/studies/${ownStudy}`] },
  '/o/orders/$id': { as: 'operator', at: ({ disputedOrder }) => [`/o/orders/${disputedOrder}`] },
  '/e/vouchers': { as: 'engineer', isMain: true },
  '/p/vouchers': { as: 'manager', isMain: true },
  '/o/vouchers': {
    as: 'admin',
    at: () => ['programmes', 'claims', 'vouchers', 'parties', 'samples'].map((tab) => `/o/vouchers?tab=${tab}`),
  },
  '/o/vouchers/new': { as: 'admin' },
  '/o/vouchers/programmes/$id': { as: 'admin', at: ({ voucherProgramme }) => [`/o/vouchers/programmes/${voucherProgramme}`] },
  '/o/vouchers/programmes/$id/rules': { as: 'admin', at: ({ voucherProgramme }) => [`/o/vouchers/programmes/${voucherProgramme}/rules`] },
  '/p/orders/import': { as: 'manager' },
  '/o/signals': { as: 'operator', at: () => ['/o/signals', '/o/signals?tab=dismissed'] },
  '/o/disputes': { as: 'operator', at: () => ['/o/disputes', '/o/disputes?tab=evaluations'] },
  '/o/appeals': { as: 'operator' },
  '/o/search-misses': { as: 'operator' },
  '/o/jobs': { as: 'admin' },
  '/o/mail': { as: 'admin' },
  '/o/audit': { as: 'admin' },
  '/o/people': { as: 'admin' },
  '/o/members': { as: 'admin' },
  '/o/organisation': { as: 'admin' },
}

let browser: Browser
let ids: Ids
const contexts = new Map<string, Promise<BrowserContext>>()

beforeAll(async () => {
  browser = await launchBrowser()
  ids = await findIds()
})
afterAll(() => browser?.close())

test('every route of the web is listed here', () => {
  const folder = `${WEB}routes/`
  const sources = readdirSync(folder).map((name) => readFileSync(folder + name, 'utf8'))
  const paths = sources.flatMap((source) => [...source.matchAll(/path: '([^']+)'/g)].map((match) => match[1]))
  expect(paths.length).toBeGreaterThan(40)
  expect([...paths].sort()).toEqual(Object.keys(ROUTES).sort())
})

describe('0 violations, one heading, a title, nothing untranslated, nothing cut off', () => {
  for (const [route, page] of Object.entries(ROUTES)) {
    if (page.leadsTo) continue
    for (const look of page.isMain ? LOOKS : [PLAIN]) test(`${route} ${nameOf(look)}`, () => seeRoute(route, page, look))
  }
})

test.each(Object.entries(ROUTES).flatMap(([route, { as, leadsTo }]) => (leadsTo ? [{ route, as, leadsTo }] : [])))(
  '$route leads on',
  async ({ route, as, leadsTo }) => {
    const page = await (await contextOf(as, PLAIN)).newPage()
    await page.goto(route)
    await page.waitForURL(leadsTo)
    await settled(page)
    await page.close()
  },
)

describe('what a control opens is judged too, over a page and over a dialog', () => {
  const popups: Record<string, { as: Person; at: (ids: Ids) => string; label: string | RegExp; dialog?: RegExp; popup: string }> = {
    days: { as: 'admin', at: () => '/o/audit', label: /^自/, popup: '.ant-picker-dropdown' },
    times: { as: 'manager', at: () => '/p/sites', dialog: /校区/, label: '周一 起', popup: 'dialog .ant-picker-dropdown' },
    classes: {
      as: 'manager',
      at: ({ ownResource }) => `/p/resources/${ownResource}/edit?tab=basic`,
      label: '仪器分类',
      popup: '.ant-select-dropdown',
    },
  }
  for (const [name, { as, at, label, dialog, popup }] of Object.entries(popups))
    for (const look of LOOKS.slice(0, 2))
      test(`${name} ${nameOf(look)}`, async () => {
        const page = await (await contextOf(as, look)).newPage()
        const faults = watchFaults(page)
        await page.goto(at(ids))
        await settled(page)
        if (dialog) await page.getByRole('button', { name: dialog }).first().click()
        await page.getByLabel(label).first().click()
        await page.locator(popup).waitFor()
        expect((await violationsOn(page, look.rules)).map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
        await page.keyboard.press('Escape')
        await page.locator(popup).waitFor({ state: 'hidden' })
        expect(await page.getByRole('dialog').count()).toBe(dialog ? 1 : 0)
        expect(faults).toEqual([])
        await page.close()
      })

  test('a day is typed without the mouse', async () => {
    const page = await (await contextOf('manager', PLAIN)).newPage()
    await page.goto('/p/calendar')
    await settled(page)
    await page.getByLabel('日期').focus()
    await page.locator('.ant-picker input').waitFor()
    await page.keyboard.type('2026-12-24')
    await page.waitForURL(/day=2026-12-24/)
    await page.close()
  })
})

async function seeRoute(route: string, { as, at }: PageToSee, look: Look): Promise<void> {
  const page = await (await contextOf(as, look)).newPage()
  const faults = watchFaults(page)
  try {
    for (const address of at?.(ids) ?? [route]) {
      await page.goto(address)
      await settled(page)
      const seen = await page.evaluate(readPage)
      const violations = await violationsOn(page, look.rules)
      expect
        .soft({
          address,
          faults,
          violations: violations.map(
            ({ id, nodes }) =>
              `${id}: ${nodes
                .slice(0, 4)
                .map(({ html, any }) => `${html.slice(0, 200)} ${any[0]?.message ?? ''}`)
                .join(' | ')}`,
          ),
          headings: seen.headings.length,
          failures: seen.texts.filter((text) => FAILURES.has(text)),
          keys: seen.texts.filter(isKey),
          placeholders: seen.texts.filter((text) => text.includes('{{')),
          overflow: look.viewport === PHONE ? seen.wide : [],
          chinese: look.language === 'en' ? seen.frameTexts.filter((text) => CHINESE.test(text)) : [],
          brand: seen.title.includes(look.language === 'en' ? 'Jiju' : '集聚'),
          lang: seen.lang,
          theme: seen.theme,
        })
        .toEqual({
          address,
          faults: [],
          violations: [],
          headings: 1,
          failures: route === '$' ? [expect.any(String)] : [],
          keys: [],
          placeholders: [],
          overflow: [],
          chinese: [],
          brand: true,
          lang: look.language === 'en' ? 'en' : 'zh-CN',
          theme: look.theme,
        })
      if (address !== '/') expect.soft(seen.title, address).toMatch(/^\S.* · (集聚|Jiju)$/)
    }
  } finally {
    await page.close()
  }
}

async function violationsOn(page: Page, rules: Look['rules']) {
  if (rules === 'none') return []
  // No page has frames, so axe may judge in the page itself: half the time of its default.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  if (rules === 'colours') axe.withRules(COLOUR_RULES)
  else axe.withTags(TAGS)
  if (rules === 'words') axe.disableRules(COLOUR_RULES)
  return (await axe.analyze()).violations
}

/** Resolves when the page shows its heading and nothing on it is still on its way. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true], .skeleton') && document.readyState === 'complete')
  await page.evaluate(() => document.fonts.ready)
}

/** Runs in the page: what a reader sees and what a test can judge. */
function readPage() {
  const texts: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent?.trim()
    if (text && !walker.currentNode.parentElement?.closest('script, style, .mono, code, pre')) texts.push(text)
  }
  // Names of people and organisations are data; the switch of the language speaks the other one.
  const frameTexts = [...document.querySelectorAll<HTMLElement>('header a, header button, nav a, footer, th:not([scope=row])')]
    .filter((element) => element.closest('[lang]') === document.documentElement && !element.closest('[aria-expanded], .crumb'))
    .map((element) => element.innerText.trim())
  const width = document.documentElement.clientWidth
  const isWider = document.documentElement.scrollWidth > width
  const wide = isWider
    ? [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')]
        .filter((element) => element.getBoundingClientRect().right > width + 1)
        .map((element) => element.outerHTML.slice(0, 120))
        .slice(0, 5)
    : []
  return {
    title: document.title,
    lang: document.documentElement.lang,
    theme: document.documentElement.dataset.theme ?? 'light',
    headings: [...document.querySelectorAll('h1')].map((heading) => heading.textContent ?? ''),
    texts,
    frameTexts,
    wide: isWider ? [`${document.documentElement.scrollWidth} > ${width}`, ...wide] : [],
  }
}

/** What a page says when it cannot show what was asked for. */
const FAILURES = new Set(
  ['zh', 'en'].flatMap((language) => {
    const texts = JSON.parse(readFileSync(`${WEB}texts/${language}/common.json`, 'utf8'))
    return ['error', 'forbidden', 'notFound', 'signInNeeded', 'crash'].map((state) => texts[state].title as string)
  }),
)

/** A text such as `nav.search`: the key of a text that is missing, unless it looks like an address. */
function isKey(text: string): boolean {
  const [first = ''] = text.split(/[.:]/)
  return /^[a-z][A-Za-z]*([.:][A-Za-z_]+)+$/.test(text) && SECTIONS.has(first)
}
/** The first words of all keys of the catalogues, with the names of the catalogues themselves. */
const SECTIONS = new Set(
  readdirSync(`${WEB}texts/zh`).flatMap((name) => [
    name.replace('.json', ''),
    ...Object.entries(JSON.parse(readFileSync(`${WEB}texts/zh/${name}`, 'utf8')) as Record<string, unknown>)
      .filter(([, value]) => typeof value === 'object')
      .map(([key]) => key),
  ]),
)

function contextOf(as: Person | undefined, look: Look): Promise<BrowserContext> {
  const key = `${as} ${nameOf(look)}`
  const known = contexts.get(key)
  if (known) return known
  const opened = openContext(browser, { ...look, ...(as && { as }) })
  contexts.set(key, opened)
  return opened
}

function nameOf({ viewport, language, theme }: Look): string {
  return `${viewport === PHONE ? 'phone' : 'wide'} ${language} ${theme}`
}

/** Real ids to look at, asked of the API as the people who may see them. */
async function findIds(): Promise<Ids> {
  const visitor = (await contextOf(undefined, PLAIN)).request
  const engineer = (await contextOf('engineer', PLAIN)).request
  const manager = (await contextOf('manager', PLAIN)).request
  const operator = (await contextOf('operator', PLAIN)).request
  const data = (await contextOf('data', PLAIN)).request
  const first = async (
    request: APIRequestContext,
    path: string,
  ): Promise<{ id: string; provider?: { id: string }; orderId?: string; code?: string; runId?: string }> => {
    const answer = await request.get(`/api/v1/${path}`)
    const { items = [] } = await answer.json()
    if (!items[0]) throw new Error(`Nothing to look at: ${path} answered ${answer.status()}.`)
    return items[0]
  }
  const bank = (await contextOf('bank', PLAIN)).request
  const { items: openEnterprises } = await (await bank.get('/api/v1/scoring/credit/enterprises?limit=1')).json()
  const sheets = { resourceIds: [(await (await manager.get('/api/v1/booking/price-lists?limit=1')).json()).items[0].resourceId] }
  const useCode = (await (await manager.post('/api/v1/booking/use-codes', { data: sheets })).json()).items[0].code
  const { subjects } = await (await manager.get('/api/v1/booking/addresses')).json()
  const calendarResource: string = subjects.find(({ subject }: { subject: string }) => subject === 'resource').id
  const wish = { purpose: 'door', subject: 'resource', subjectId: calendarResource, detail: 'organisation' }
  const door = (await (await manager.post('/api/v1/booking/shared-addresses', { data: wish })).json()).url.split('/').at(-1)
  const owner = (await contextOf('owner', PLAIN)).request
  const webhook = { name: '内部系统', address: 'https://hooks.example.cn/jiju', topics: ['booking.reservation_placed'] }
  const added = await (await owner.post('/api/v1/webhooks', { data: webhook })).json()
  const upcoming: { items: { id: string; group: { id: string } | null }[] } = await (
    await engineer.get('/api/v1/booking/reservations?scope=mine&when=upcoming&limit=200')
  ).json()
  const inGroup = upcoming.items.find(({ group }) => group)
  if (!inGroup) throw new Error('Nothing to look at: the engineer has no series.')
  const resource = await first(visitor, 'catalog/search?q=液相色谱&kind=instrument')
  const issuedReport = await first(manager, 'orders/reports?state=issued')
  const draft = { ...contentOf('testing_service', { siteId: null, classCode: null }), innerNumber: 'JC-A11Y' }
  const ownService = (await (await manager.post('/api/v1/catalog/own/resources', { data: draft })).json()).id
  const paying = { amount: '10.00', channel: 'sandbox', orderId: null }
  const payment = await (await owner.post('/api/v1/orders/payments', { data: paying })).json()
  const orderSample = await first(engineer, 'orders/samples?view=held')
  const dataOfficer = (await contextOf('data', PLAIN)).request
  const table = {
    name: '企业名单.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('统一社会信用代码,企业名称\n913101123456789012,错码公司\n'),
  }
  const factImport = await (
    await dataOfficer.post('/api/v1/scoring/fact-imports?content=enterprises', { multipart: { file: table } })
  ).json()
  const points = (await contextOf('points', PLAIN)).request
  const { followUps } = await (await points.get('/api/v1/scoring/cultivation')).json()
  const pointsList = await first(visitor, 'scoring/public-lists')
  const objecting = { data: { claim: '名次与数据不符，请核对。' } }
  const objection = await (await owner.post(`/api/v1/scoring/public-lists/${pointsList.id}/objections`, objecting)).json()
  const certificate = await (await owner.post('/api/v1/scoring/certificates', { data: { runId: pointsList.runId } })).json()
  const ownRuns = await (await owner.get('/api/v1/scoring/own-runs')).json()
  return {
    openEnterprise: openEnterprises[0].enterpriseId,
    watchedEnterprise: followUps[0].enterpriseId,
    resource: resource.id,
    provider: resource.provider?.id ?? '',
    service: (await first(visitor, 'catalog/search?kind=testing_service')).id,
    otherResource: (await first(visitor, 'catalog/search?kind=clean_room')).id,
    standard: (await first(visitor, 'catalog/standards?q=16886')).id,
    booking: (await first(engineer, 'booking/reservations?when=past&order=start_desc')).id,
    providerBooking: (await first(manager, 'booking/reservations?scope=provider&when=upcoming&order=start_asc')).id,
    group: inGroup.group?.id ?? '',
    groupBooking: inGroup.id,
    ownResource: (await first(manager, 'catalog/own/resources?kind=instrument&status=published')).id,
    ownService,
    useCode,
    calendarResource,
    door,
    review: (await first(operator, 'catalog/reviews')).id,
    import: await upload(manager, '仪器.csv', '单位内编号,中文名,原值（元）\r\nX-1,旧天平,面议\r\nX-2,新天平,1200\r\n'),
    libraryImport: await upload(data, '标准.csv', '标准号,中文名\r\n,没有编号\r\n'),
    outage: (await first(manager, 'booking/outages?when=running')).id,
    fault: (await first(engineer, 'booking/fault-reports?state=all')).id,
    webhook: added.webhook.id,
    training: (await first(engineer, 'booking/trainings')).id,
    pastTraining: (await first(manager, 'booking/trainings?scope=provider&when=past')).id,
    knowledgeTest: (await first(manager, 'booking/tests')).id,
    order: (await first(engineer, 'orders/orders?state=working')).id,
    enquiry: (await first(engineer, 'orders/enquiries')).id,
    receivedEnquiry: (await first(manager, 'orders/enquiry-inbox')).id,
    settledOrder: (await first(engineer, 'orders/orders?state=settled')).id,
    providerOrder: (await first(manager, 'orders/orders?state=open')).id,
    voucherProgramme: (await first(operator, 'orders/voucher-programmes')).id,
    task: (await first(manager, 'orders/tasks?state=open')).id,
    doneTask: (await first(manager, 'orders/tasks?state=checked')).id,
    study: (await first(manager, 'orders/studies')).id,
    ownStudy: await studyOf(engineer, (await first(engineer, 'orders/orders?state=working')).id),
    draftReport: (await first(manager, 'orders/reports?state=draft')).id,
    issuedReport: issuedReport.id,
    reportCode: (await (await manager.get(`/api/v1/orders/reports/${issuedReport.id}`)).json()).code,
    factImport: factImport.id,
    pointsList: pointsList.id,
    pointsRun: (await first(points, 'scoring/runs')).id,
    pointsModel: (await first(points, 'scoring/models')).id,
    pointsObjection: objection.id,
    certificateCode: certificate.code,
    publishedRun: ownRuns.items[0].runId,
    scoredEnterprise: ownRuns.enterprise.id,
    sandboxPayment: payment.payPath.split('/').at(-1),
    disputedOrder: (await first(engineer, 'orders/orders?state=disputed')).id,
    sampleCode: orderSample.code ?? '',
    sampledOrder: orderSample.orderId ?? '',
    heldSample: (await first(manager, 'orders/samples?view=held')).id,
    expectingOrder: (await first(manager, 'orders/samples?view=on_the_way')).orderId ?? '',
    samples: (await first(engineer, 'booking/sample-submissions?scope=organisation&show=all')).id,
  }
}

/** The study of an order, as its sponsor finds it. */
async function studyOf(request: APIRequestContext, orderId: string): Promise<string> {
  return (await (await request.get(`/api/v1/orders/orders/${orderId}/work`)).json()).studyId
}

async function upload(request: APIRequestContext, name: string, text: string): Promise<string> {
  const answer = await request.post('/api/v1/catalog/imports', {
    multipart: { file: { name, mimeType: 'text/csv', buffer: Buffer.from(text) } },
  })
  expect(answer.status(), await answer.text()).toBe(202)
  const { id } = await answer.json()
  await vi.waitFor(async () => expect((await (await request.get(`/api/v1/catalog/imports/${id}`)).json()).state).not.toBe('uploaded'), {
    timeout: 30_000,
    interval: 300,
  })
  return id
}
