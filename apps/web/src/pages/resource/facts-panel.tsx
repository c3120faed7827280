import type { ResourceDetail } from '@jiju/catalog/contract/resources'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { label, nameOf } from '../../features/catalog/names.ts'
import { CertaintyTag } from '../../ui/tag.tsx'
import { Drawing } from './drawing.tsx'
import styles from './resource-page.module.css'

type Fact = { label: string; value: ReactNode; isConfirmed?: boolean }

/** The facts that decide whether it fits, in the order of the kind; at most eight, then the technical values of the provider. */
function useFacts(resource: ResourceDetail): Fact[] {
  const { t } = useTranslation('resource')
  const { detail } = resource
  const text = (name: string) => (typeof detail[name] === 'string' && detail[name] !== '' ? (detail[name] as string) : null)
  const number = (name: string) => (typeof detail[name] === 'number' ? detail[name] : null)
  const facts: Fact[] = []
  const add = (name: string, value: ReactNode, isConfirmed = true) => {
    if (value !== null && value !== undefined && value !== '') facts.push({ label: name, value, isConfirmed })
  }

  const own = resource.specifications.map((item) => ({ label: item.name, value: item.value, isConfirmed: item.isConfirmed }))
  const [min, max] = [number('turnaroundDaysMin'), number('turnaroundDaysMax')]
  const standards = resource.standards.slice(0, 3).map((standard) => standard.number)
  const [started, until] = [text('startedOn'), text('calibratedUntil')]

  add(t('fact.model'), resource.model)
  if (min !== null)
    add(t('fact.turnaround'), max !== null && max !== min ? t('fact.turnaroundText', { min, max }) : t('fact.turnaroundOne', { min }))
  facts.push(...own.slice(0, 2))
  add(t('fact.samples'), text('sampleRequirements') ?? text('requirements'))
  add(t('fact.standards'), standards.join('、') + (resource.standards.length > 3 ? ' …' : ''))
  if (started && until) add(t('fact.startedAndCalibrated'), t('fact.startedAndCalibratedText', { started: started.slice(0, 7), until }))
  else {
    add(t('fact.startedOn'), started)
    add(t('fact.calibratedUntil'), until)
  }
  add(t('fact.location'), [...new Set([resource.site?.name, resource.location])].filter(Boolean).join(' · '))
  add(t('fact.contact'), [resource.contactName, resource.contactHours].filter(Boolean).join(' · '))
  add(t('fact.quantity'), text('sampleQuantity'))
  add(t('fact.methods'), resource.methods.slice(0, 3).map(nameOf).join('、'))
  add(t('fact.class'), resource.className ? label(resource.className) : null)
  facts.push(...own.slice(2))
  return facts
    .filter((fact, index) => facts.findIndex((other) => other.label === fact.label || other.value === fact.value) === index)
    .slice(0, 8)
}

export function FactsPanel({ resource, children }: { resource: ResourceDetail; children?: ReactNode }) {
  const { t } = useTranslation('resource')
  const facts = useFacts(resource)
  const photo = resource.photos[0]
  return (
    <section className="panel" aria-label={t('section.facts')}>
      <div className={styles.factsTop}>
        <div className={styles.photo}>
          {photo ? (
            <img src={photo.url} width={184} height={184} alt={photo.caption ?? nameOf(resource)} />
          ) : (
            <Drawing resource={resource} />
          )}
        </div>
        <dl className={styles.facts}>
          {facts.map((fact) => (
            <div key={fact.label}>
              <dt>{fact.label}</dt>
              <dd>
                {fact.value}
                {fact.isConfirmed === false && <CertaintyTag certainty="unconfirmed" />}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      {children}
    </section>
  )
}

export function PhoneFacts({ resource }: { resource: ResourceDetail }) {
  const { t } = useTranslation('resource')
  const facts = useFacts(resource)
  return (
    <section className={`${styles.block} ${styles.pad}`}>
      <h2 className="h2">{t('section.facts')}</h2>
      <dl className="kv">
        {facts.map((fact) => (
          <div key={fact.label} style={{ display: 'contents' }}>
            <dt>{fact.label}</dt>
            <dd>
              {fact.value}
              {fact.isConfirmed === false && <CertaintyTag certainty="unconfirmed" />}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
