import type account from './zh/account.json'
import type common from './zh/common.json'
import type compare from './zh/compare.json'
import type home from './zh/home.json'
import type provider from './zh/provider.json'
import type resource from './zh/resource.json'
import type search from './zh/search.json'
import type standard from './zh/standard.json'
import type workspace from './zh/workspace.json'

/** Every catalogue of texts: one file per language and page group. A key that is not in the Chinese file does not compile. */
export type Texts = {
  common: typeof common
  account: typeof account
  home: typeof home
  search: typeof search
  compare: typeof compare
  resource: typeof resource
  provider: typeof provider
  standard: typeof standard
  workspace: typeof workspace
}

export type Namespace = keyof Texts

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: Texts
    returnNull: false
  }
}
