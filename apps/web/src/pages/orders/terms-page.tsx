import type { Terms } from '@jiju/orders/contract/terms'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AgreementRulePanel } from '../../features/order-agreement/agreement-rule-panel.tsx'
import { actOnTerms, termsOptions } from '../../features/order-agreement/calls.ts'
import { TermsForm, TermsText } from '../../features/order-agreement/terms-drawer.tsx'
import { activeOrganisation, useAccess, useMe } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { Tag, type TagKind } from '../../ui/tag.tsx'
import { toast } from '../../ui/toast.tsx'

const KINDS: Record<Terms['state'], TagKind> = { draft: 'warn', published: 'ok', retired: 'plain' }
type Act = Parameters<typeof actOnTerms>[0]['act']
const LABELS = { publish: 'publish', retire: 'retire', revise: 'revise', default: 'setDefault' } as const satisfies Record<Act, string>

/** Templates of terms: a provider keeps its own and sees the platform's; an operator keeps the platform's. */
export function TermsPage() {
  const { t } = useTranslation('order-agreement')
  const client = useQueryClient()
  const query = useQuery(termsOptions)
  const mayWrite = useAccess('orders.terms.write')
  const maySeeRule = useAccess('orders.agreement_rule.read')
  const isOperator = activeOrganisation(useMe())?.kind === 'operator'
  const [shown, setShown] = useState<Terms | 'new' | null>(null)
  const renew = () => client.invalidateQueries({ queryKey: termsOptions.queryKey })
  const act = useCommand({
    run: actOnTerms,
    onDone: async (_next, input) => {
      toast(t(`terms.${LABELS[input.act]}.done`))
      await renew()
    },
  })
  const actsOf = (terms: Terms): Act[] => {
    if (!mayWrite || terms.isPlatform !== isOperator) return []
    if (terms.state === 'draft') return ['publish']
    if (terms.state === 'retired') return ['revise']
    return [
      ...(terms.isDefault ? [] : (['default'] as const)),
      'revise',
      ...(terms.isPlatform && terms.isDefault ? [] : (['retire'] as const)),
    ]
  }
  const isEdited = (terms: Terms) => terms.state === 'draft' && actsOf(terms).length > 0
  const columns: Column<Terms>[] = [
    {
      key: 'name',
      title: t('terms.name'),
      cell: (terms) => (
        <>
          <button type="button" className="link-btn" onClick={() => setShown(terms)}>
            {terms.name}
          </button>
          <div className="s t3" style={{ fontWeight: 400 }}>
            {t(terms.isPlatform ? 'terms.platform' : 'terms.own')} · {t('version', { number: terms.number })}
          </div>
        </>
      ),
    },
    { key: 'topic', title: t('terms.topic'), cell: (terms) => t(`topic.${terms.topic}`) },
    {
      key: 'state',
      title: t('terms.status'),
      cell: (terms) => (
        <>
          <Tag kind={KINDS[terms.state]}>{t(`terms.state.${terms.state}`)}</Tag>{' '}
          {terms.isDefault && <Tag kind="accent">{t('terms.default')}</Tag>}
        </>
      ),
    },
    { key: 'orders', title: t('terms.orders'), look: 'num', cell: (terms) => terms.orderCount },
    {
      key: 'act',
      title: t('terms.act'),
      look: 'action',
      cell: (terms) => (
        <span className="row g8 wrap" style={{ justifyContent: 'flex-end' }}>
          {isEdited(terms) && (
            <Button size="sm" onClick={() => setShown(terms)}>
              {t('terms.edit')}
            </Button>
          )}
          {actsOf(terms).map((one) => (
            <Button key={one} size="sm" isBusy={act.isPending} onClick={() => act.mutate({ terms, act: one })}>
              {t(`terms.${LABELS[one]}.button`)}
            </Button>
          ))}
        </span>
      ),
    },
  ]
  return (
    <>
      <PageHead
        title={t('terms.title')}
        beside={<span className="t2">{t('terms.lead')}</span>}
        actions={
          mayWrite && (
            <Button kind="primary" onClick={() => setShown('new')}>
              {t('terms.new')}
            </Button>
          )
        }
      />
      <div className="stack">
        <ProblemSummary error={act.error} />
        <QueryView query={query} skeleton={<Bones rows={6} />} isPage>
          {({ items }) => (
            <div className="panel">
              {items.length === 0 ? (
                <Empty title={t('terms.empty')} />
              ) : (
                <DataTable caption={t('terms.title')} columns={columns} rows={items} rowKey={(terms) => terms.id} />
              )}
            </div>
          )}
        </QueryView>
        {maySeeRule && <AgreementRulePanel />}
      </div>
      <Drawer title={shown && shown !== 'new' ? shown.name : t('terms.new')} isOpen={shown !== null} onClose={() => setShown(null)} isWide>
        {shown &&
          (shown === 'new' || isEdited(shown) ? (
            <TermsForm
              terms={shown === 'new' ? null : shown}
              onDone={() => {
                setShown(null)
                void renew()
              }}
            />
          ) : (
            <TermsText terms={shown} />
          ))}
      </Drawer>
    </>
  )
}
