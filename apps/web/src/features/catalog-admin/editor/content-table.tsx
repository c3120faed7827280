import type { ResourceContent } from '@jiju/catalog/contract/resource-content'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { fileUrl, methodNamesOptions, standardOptions } from '../calls.ts'
import { useFieldName, valueText } from './field-name.ts'

const SPECIAL = new Set(['kind', 'detail', 'standards', 'methodIds', 'photos', 'attachments', 'specifications', 'siteId'])

/** The whole content to read: every field that is filled, with names where the content holds ids. */
export function ContentTable({ content, resourceId }: { content: ResourceContent; resourceId: string }) {
  const { t } = useTranslation('editor')
  const nameOf = useFieldName()
  const standards = useQueries({ queries: content.standards.map((each) => standardOptions(each.standardId)) })
  const methods = useQuery(methodNamesOptions)
  const filled = ([, value]: [string, unknown]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
  const rows: [string, React.ReactNode][] = [
    ...Object.entries(content)
      .filter(([name, value]) => !SPECIAL.has(name) && filled([name, value]))
      .map(([name, value]): [string, React.ReactNode] => [nameOf(name), valueText(value, '—')]),
    ...content.specifications.map((each): [string, React.ReactNode] => [each.name, each.value]),
    ...Object.entries(content.detail)
      .filter(filled)
      .map(([name, value]): [string, React.ReactNode] => [nameOf(`detail.${name}`), valueText(value, '—')]),
  ]
  if (content.standards.length > 0)
    rows.push([
      t('field.standards'),
      <ul key="standards">
        {content.standards.map((each, index) => (
          <li key={each.standardId}>
            {standards[index]?.data?.number ?? '…'} {standards[index]?.data?.titleZh}
          </li>
        ))}
      </ul>,
    ])
  if (content.methodIds.length > 0)
    rows.push([t('field.methodIds'), content.methodIds.map((id) => methods.data?.get(id) ?? '…').join('、')])
  if (content.photos.length > 0)
    rows.push([
      t('field.photos'),
      <span key="photos" className="row g8 wrap">
        {content.photos.map((photo) => (
          <img
            key={photo.fileId}
            src={fileUrl(resourceId, photo.fileId)}
            alt={photo.caption ?? ''}
            width={160}
            height={120}
            loading="lazy"
            style={{ objectFit: 'cover', borderRadius: 6, border: '1px solid var(--line)' }}
          />
        ))}
      </span>,
    ])
  if (content.attachments.length > 0)
    rows.push([
      t('field.attachments'),
      <ul key="attachments">
        {content.attachments.map((file, index) => (
          <li key={file.fileId}>
            <a href={fileUrl(resourceId, file.fileId)} download>
              {file.caption ?? `${t('files.open')} ${index + 1}`}
            </a>
          </li>
        ))}
      </ul>,
    ])
  return (
    <dl className="kv">
      {rows.map(([label, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two technical values may have one name.
        <div key={`${label}-${index}`} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd className="pre">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
