// The direction rules of the house (docs/ARCHITECTURE.md). Each rule has a planted violation in tools/arch-rules-bite.mjs.
const TEST = '\\.(test|e2e)\\.tsx?$|/test-[^/]+\\.ts$'
const WORKSPACES = '^(packages|domains|apps)/'
const rule = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })

module.exports = {
  forbidden: [
    rule('no-cycles', {}, { circular: true }, 'a cycle hides which file is the lower one'),
    rule(
      'kernel-is-a-leaf',
      { path: '^packages/kernel/src', pathNot: TEST },
      { pathNot: '^packages/kernel/src|node_modules/(chinese-days|temporal-)' },
      'kernel knows nobody; two data libraries for days and zones',
    ),
    rule(
      'wire-is-light',
      { path: '^packages/wire/src', pathNot: TEST },
      { pathNot: '^packages/wire/src|node_modules/zod' },
      'wire holds shapes for contracts',
    ),
    rule(
      'core-is-pure',
      { path: '^domains/[^/]+/src/core', pathNot: TEST },
      { pathNot: '^packages/kernel/src|^domains/[^/]+/src/core|node_modules/pinyin-pro' },
      'core: no I/O, no Zod, no framework',
    ),
    rule(
      'scoring-engine-is-a-leaf',
      { path: '^domains/scoring/src/core/engine', pathNot: TEST },
      { pathNot: '^domains/scoring/src/core/engine' },
      'the engine is a library of its own, usable without the platform',
    ),
    rule(
      'contract-is-light',
      { path: '^domains/[^/]+/src/contract', pathNot: TEST },
      { pathNot: '^packages/(kernel|wire)/src|^domains/[^/]+/src/(core|contract)|node_modules/zod' },
      'contract runs in the browser',
    ),
    rule(
      'domains-do-not-meet',
      { path: '^domains/([^/]+)/' },
      { path: '^domains/', pathNot: '^domains/$1/' },
      'declare a need; apps/api wires it',
    ),
    rule(
      'sql-in-one-place',
      { path: '^(domains|apps)/', pathNot: `/server/sql(/|\\.ts$)|${TEST}` },
      { path: 'node_modules/(kysely|pg)/', dependencyTypesNot: ['type-only'] },
      'queries live in server/sql',
    ),
    rule('packages-below-domains', { path: '^packages/' }, { path: '^(domains|apps)/' }, 'shared code never imports features'),
    rule('server-knows-no-app', { path: '^domains/', pathNot: TEST }, { path: '^apps/' }, 'only tests boot the app'),
    rule('web-stays-out-of-server', { path: '^apps/web' }, { path: '/server/|^packages/platform|^apps/(api|cli)' }, 'browser bundle'),
    rule(
      'web-features-do-not-meet',
      { path: '^apps/web/src/features/([^/]+)/' },
      { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
      'compose in apps/web/src/pages',
    ),
    rule(
      'web-ui-knows-no-feature',
      { path: '^apps/web/src/(ui|lib)/' },
      { path: '^apps/web/src/(features|pages)/' },
      'the kit is below what uses it',
    ),
    rule(
      'antd-in-its-folder',
      { path: '^apps/web/', pathNot: '^apps/web/src/ui-antd/' },
      { path: 'node_modules/(antd|@ant-design|@rc-component|dayjs)/' },
      'the seams of apps/web/src/ui ask apps/web/src/ui-antd',
    ),
    rule(
      'antd-comes-late',
      { path: '^apps/web/', pathNot: '^apps/web/src/ui-antd/' },
      { path: '^apps/web/src/ui-antd/', dynamic: false, dependencyTypesNot: ['type-only'] },
      'import() it: no page pays for antd before somebody turns to a control of it',
    ),
    rule(
      'public-pages-without-antd',
      {
        path: '^apps/web/src/(frames/|pages/(compare|home|search|standard)/|pages/provider/providers?-page|pages/account/(sign-in|join|password|verify|invitation))',
      },
      { path: '^apps/web/src/ui-antd/', reachable: true },
      'visitors get the light kit and the browser alone',
    ),
    rule(
      'declared-dependencies',
      { path: WORKSPACES, pathNot: TEST },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'] },
      'npm hoists: a workspace declares what it imports',
    ),
    rule('no-unresolved', { pathNot: '^tools' }, { couldNotResolve: true }, 'typo or undeclared dependency'),
  ],
  options: {
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
}
