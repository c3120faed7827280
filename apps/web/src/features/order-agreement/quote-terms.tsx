import type { Quote } from '@jiju/orders/contract/quotes'
import type { QuotedTerms, Terms } from '@jiju/orders/contract/terms'
import { TERMS_TOPICS } from '@jiju/orders/core/agreement/terms'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { quoteTermsOptions, termsOptions } from './calls.ts'
import { TermsText } from './terms-drawer.tsx'

/** The terms of a quote that is being written: for each topic with a choice, which published version. `value` holds what differs from the defaults. */
export function TermsPicker({ value, onChange }: { value: readonly string[]; onChange: (termsIds: string[]) => void }) {
  const { t } = useTranslation('order-agreement')
  const published = useQuery(termsOptions).data?.items.filter(({ state }) => state === 'published') ?? []
  const topics = TERMS_TOPICS.map((topic) => ({ topic, offered: published.filter((one) => one.topic === topic) })).filter(
    ({ offered }) => offered.length > 1,
  )
  if (topics.length === 0) return null
  return (
    <fieldset className="form-group">
      <legend>{t('quote.choose')}</legend>
      <div className="form-pair">
        {topics.map(({ topic, offered }) => {
          const standing = defaultOf(offered)
          const chosen = offered.find(({ id }) => value.includes(id)) ?? standing
          return (
            <SelectField
              key={topic}
              label={t(`topic.${topic}`)}
              value={chosen?.id ?? ''}
              options={offered.map((one) => ({
                value: one.id,
                label: t(one.isPlatform ? 'choose.platform' : 'choose.own', { name: one.name, number: one.number }),
              }))}
              onPick={(id) =>
                onChange([...value.filter((one) => !offered.some((terms) => terms.id === one)), ...(id === standing?.id ? [] : [id])])
              }
            />
          )
        })}
      </div>
    </fieldset>
  )
}

/** What holds when nobody chooses: the own default, else the platform's. */
const defaultOf = (offered: readonly Terms[]) =>
  offered.find(({ isDefault, isPlatform }) => isDefault && !isPlatform) ?? offered.find(({ isDefault }) => isDefault)

/** The terms that come with each quote, to read before one is accepted. */
export function QuoteTermsPanel({ quotes }: { quotes: readonly Quote[] }) {
  const { t } = useTranslation('order-agreement')
  if (quotes.length === 0) return null
  return (
    <Panel title={t('quote.title')} note={t('quote.note')}>
      <div className="stack">
        {quotes.map((quote) => (
          <QuoteTerms key={quote.id} quote={quote} hasName={quotes.length > 1} />
        ))}
      </div>
    </Panel>
  )
}

function QuoteTerms({ quote, hasName }: { quote: Quote; hasName: boolean }) {
  const { t } = useTranslation('order-agreement')
  const items = useQuery(quoteTermsOptions(quote.id)).data?.items ?? []
  const [shown, setShown] = useState<QuotedTerms | null>(null)
  return (
    <div>
      {hasName && <div className="b">{quote.providerName}</div>}
      <div className="row g8 wrap">
        {items.map((terms) => (
          <Button key={terms.id} kind="text" size="sm" onClick={() => setShown(terms)}>
            {t('quote.one', { topic: t(`topic.${terms.topic}`), name: terms.name, number: terms.number })}
          </Button>
        ))}
      </div>
      <Drawer title={shown?.name ?? ''} isOpen={shown !== null} onClose={() => setShown(null)} isWide>
        {shown && <TermsText terms={shown} />}
      </Drawer>
    </div>
  )
}
