import type { LightMyRequestResponse } from 'fastify'
import { createTestApp, type TestApp } from '../../../../apps/api/src/test-app.ts'
import { type SignedUp, signUpAs } from '../../../../apps/api/src/test-people.ts'
import { emptyContent, withFields } from '../core/import/empty-content.ts'
import type { ResourceKind } from '../core/vocabulary.ts'

const BASE = '/api/v1/catalog'

export type CatalogTest = {
  readonly testApp: TestApp
  readonly provider: SignedUp
  readonly other: SignedUp
  readonly operator: SignedUp
  readonly officer: SignedUp
  /** Speaks JSON as somebody; `version` becomes If-Match. */
  readonly call: (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    options?: { as?: SignedUp; body?: unknown; version?: number; headers?: Record<string, string> },
  ) => Promise<LightMyRequestResponse>
  readonly upload: (path: string, as: SignedUp, file: { name: string; content: string | Buffer }) => Promise<LightMyRequestResponse>
}

/** The whole application with two providers, a reviewer and a data officer. */
export async function createCatalogTest(now: () => Date = () => new Date('2026-11-21T02:00:00Z')): Promise<CatalogTest> {
  const testApp = await createTestApp({ now })
  const call: CatalogTest['call'] = (method, path, options = {}) =>
    testApp.inject({
      method,
      url: `${BASE}${path}`,
      ...(options.as && { cookie: options.as.cookie }),
      ...(options.body !== undefined && { payload: options.body as object }),
      headers: { ...(options.version !== undefined && { 'if-match': `"${options.version}"` }), ...options.headers },
    })
  return {
    testApp,
    provider: await signUpAs(testApp, { kind: 'provider', roles: ['provider:lab_manager'] }),
    other: await signUpAs(testApp, { kind: 'provider', roles: ['provider:owner'] }),
    operator: await signUpAs(testApp, { kind: 'operator', roles: ['operator:operator'] }),
    officer: await signUpAs(testApp, { kind: 'operator', roles: ['operator:data_officer'] }),
    call,
    upload: (path, as, file) => {
      const boundary = 'jiju-test-boundary'
      const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
      const payload = Buffer.concat([Buffer.from(head), Buffer.from(file.content), Buffer.from(`\r\n--${boundary}--\r\n`)])
      return testApp.inject({
        method: 'POST',
        url: `${BASE}${path}`,
        cookie: as.cookie,
        payload,
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      })
    },
  }
}

/** A content of a kind, complete enough to be published, with some fields replaced. */
export function contentOf(kind: ResourceKind, fields: Record<string, unknown> = {}): Record<string, unknown> {
  return withFields(emptyContent(kind), { nameZh: '高效液相色谱仪', nameEn: 'HPLC', ...fields })
}

export const SITE = {
  name: '理化楼',
  nameEn: null,
  address: '嘉定区示范路 1 号',
  district: '嘉定区',
  postcode: '201800',
  longitude: 121.25,
  latitude: 31.38,
  zone: 'Asia/Shanghai',
  opening: [{ weekday: 1, start: '08:30', end: '17:30' }],
  holidayRule: 'closed',
  dayExceptions: [],
  accessNote: null,
}
