import type { ResourceDetail } from '@jiju/catalog/contract/resources'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { OpeningHours } from '../../features/catalog/opening-hours.tsx'
import { StandardStatus, Successors, standardTitle } from '../../features/catalog/standard-line.tsx'
import { useFormat } from '../../lib/use-format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Panel } from '../../ui/panel.tsx'
import { CertaintyTag, Tag } from '../../ui/tag.tsx'
import { ContactList } from './contact-list.tsx'
import styles from './resource-page.module.css'

type Props = { resource: ResourceDetail }

/** Description, technical values and files of the provider. */
export function TextPanels({ resource }: Props) {
  const { t } = useTranslation('resource')
  const text = resource.description ?? resource.summary
  return (
    <>
      {text && (
        <Panel title={t('section.description')}>
          <p className={styles.text}>{text}</p>
        </Panel>
      )}
      {resource.specifications.length > 2 && (
        <Panel title={t('section.specifications')}>
          <dl className={styles.record}>
            {resource.specifications.map((item) => (
              <div key={item.name}>
                <dt>{item.name}</dt>
                <dd>
                  {item.value}
                  {!item.isConfirmed && <CertaintyTag certainty="unconfirmed" />}
                </dd>
              </div>
            ))}
          </dl>
        </Panel>
      )}
      {resource.attachments.length > 0 && (
        <Panel title={t('section.attachments')}>
          <ul className="col g8">
            {resource.attachments.map((file) => (
              <li key={file.fileId}>
                <a href={file.url} download className="row g6">
                  <Icon name="download" /> {file.caption ?? file.fileId}
                </a>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}

/** Cited standards; what is replaced says so and names the successor. */
export function StandardsPanel({ resource }: Props) {
  const { t } = useTranslation('resource')
  const { standards } = resource
  if (standards.length === 0) return null
  const outdated = standards.filter((standard) => standard.isReplaced).length
  return (
    <Panel title={t('section.standards')} isFlush>
      {outdated > 0 && (
        <div className="notice notice-warn" style={{ margin: 16 }}>
          <Icon name="warning" /> {t('standard.flag', { count: outdated })}
        </div>
      )}
      <div className="tbl-wrap">
        <table className="tbl tbl-cards">
          <thead>
            <tr>
              <th>{t('standard.number')}</th>
              <th>{t('standard.name')}</th>
              <th>{t('standard.status')}</th>
            </tr>
          </thead>
          <tbody>
            {standards.map((standard) => (
              <tr key={standard.id}>
                <td className="nw">
                  <Link to="/standards/$id" params={{ id: standard.id }}>
                    {standard.number}
                  </Link>
                </td>
                <td className="card-wide">
                  {standardTitle(standard)}
                  {standard.note && <div className="s t3">{standard.note}</div>}
                </td>
                <td>
                  <StandardStatus status={standard.status} />
                  <Successors
                    successors={standard.successors}
                    replacedBy={(number, day) => (day ? t('standard.replacedFrom', { number, day }) : t('standard.replacedBy', { number }))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

const CLASS_ORDER = ['enterprise', 'outside_district', 'academic', 'member', 'inside'] as const

/** Prices in force today, by who pays and per what. */
export function PricePanel({ resource }: Props) {
  const { t } = useTranslation(['resource', 'common'])
  const format = useFormat()
  const prices = [...resource.prices].sort((a, b) => CLASS_ORDER.indexOf(a.customerClass) - CLASS_ORDER.indexOf(b.customerClass))
  const hasNotes = prices.some((price) => price.note)
  return (
    <Panel title={t('section.prices')} isFlush>
      {resource.prices.length === 0 ? (
        <p className="panel-body t2">{t('priceTable.none')}</p>
      ) : (
        <div className="tbl-wrap">
          <table className="tbl">
            <thead>
              <tr>
                <th>{t('priceTable.class')}</th>
                <th>{t('priceTable.unit')}</th>
                <th className="r">{t('priceTable.price')}</th>
                {hasNotes && <th>{t('priceTable.note')}</th>}
              </tr>
            </thead>
            <tbody>
              {prices.map((price) => (
                <tr key={price.id}>
                  <td>{t(`common:customerClass.${price.customerClass}`)}</td>
                  <td>{t('priceTable.perUnit', { unit: t(`common:priceUnit.${price.unit}`) })}</td>
                  <td className="r">{format.money(price.price)}</td>
                  {hasNotes && <td>{price.note}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

export function AccreditationPanel({ resource }: Props) {
  const { t } = useTranslation(['resource', 'common'])
  const format = useFormat()
  if (resource.accreditations.length === 0) return null
  return (
    <Panel title={t('section.accreditations')} isFlush>
      <div className="tbl-wrap">
        <table className="tbl">
          <thead>
            <tr>
              <th>{t('accreditation.scheme')}</th>
              <th>{t('accreditation.certificate')}</th>
              <th>{t('accreditation.validTo')}</th>
            </tr>
          </thead>
          <tbody>
            {resource.accreditations.map((item) => (
              <tr key={item.scheme + item.certificateNo}>
                <td>
                  <Tag kind="line">{t(`common:scheme.${item.scheme}`)}</Tag>
                </td>
                <td>{item.certificateNo}</td>
                <td>{format.day(item.validTo)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

/** Where it stands, when it is open, whom to ask. */
export function ContactPanel({ resource }: Props) {
  const { t } = useTranslation('resource')
  return (
    <Panel title={t('section.contact')}>
      <div className={styles.record}>
        <ContactList resource={resource} />
        <dl className="kv">
          {resource.site && (
            <>
              <dt>{t('contact.address')}</dt>
              <dd>{[resource.site.name, resource.site.address, resource.location].filter(Boolean).join(' · ')}</dd>
            </>
          )}
          {resource.site?.accessNote && (
            <>
              <dt>{t('contact.access')}</dt>
              <dd>{resource.site.accessNote}</dd>
            </>
          )}
          {resource.opening.length > 0 && (
            <>
              <dt>{t('contact.opening')}</dt>
              <dd>
                <OpeningHours opening={resource.opening} />
                <div className="t3">{t(`contact.holiday.${resource.holidayRule}`)}</div>
              </dd>
            </>
          )}
        </dl>
      </div>
    </Panel>
  )
}
