import type { OwnObjection } from '@jiju/scoring/contract/objections'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { FactList } from '../../ui/fact-list.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Tag } from '../../ui/tag.tsx'
import { ObjectionClock } from './objection-clock.tsx'

const LOOK = { open: 'warn', upheld: 'ok', rejected: 'plain' } as const

export function ObjectionStateTag({ state }: { state: OwnObjection['state'] }) {
  const { t } = useTranslation('scoring-lists')
  return <Tag kind={LOOK[state]}>{t(`objectionState.${state}`)}</Tag>
}

/** An objection as whoever raised it reads it: claim, clock, answer; papers can be added while it is open. */
export function ObjectionView({
  objection,
  isSending,
  onFile,
  paperLink,
}: {
  objection: OwnObjection
  isSending: boolean
  onFile: (file: File) => void
  /** Where a paper is read; a citizen with a code alone sees the names. */
  paperLink?: (fileId: string) => string
}) {
  const { t, i18n } = useTranslation('scoring-lists')
  const format = useFormat()
  return (
    <div className="stack">
      <FactList
        facts={[
          [t('object.list'), i18n.language === 'en' ? objection.listTitleEn : objection.listTitleZh],
          [t('object.about'), objection.enterpriseName ?? t('object.whole')],
          [t('object.claim'), objection.claim],
          [t('object.received'), format.stamp(objection.receivedAt)],
        ]}
      />
      {objection.files.length > 0 && <Papers files={objection.files} linkOf={paperLink} />}
      {objection.state === 'open' ? (
        <>
          <div className="turn-bar" data-turn="other">
            <span className="row g8 wrap">
              {t('object.due', { due: format.day(objection.dueOn) })}
              <ObjectionClock left={objection.workingDaysLeft} />
            </span>
          </div>
          <FileDrop
            label={t('object.addFile')}
            accept=".pdf,image/*"
            isDisabled={isSending}
            onFiles={([file]) => {
              if (file) onFile(file)
            }}
          />
        </>
      ) : (
        <div className="turn-bar" data-turn="other">
          <div>
            <div className="h3">{t(`objectionState.${objection.state}`)}</div>
            <div className="m t2 pre">{objection.reasons}</div>
            {objection.decidedAt && <div className="s t3">{format.stamp(objection.decidedAt)}</div>}
          </div>
        </div>
      )}
    </div>
  )
}

function Papers({ files, linkOf }: { files: OwnObjection['files']; linkOf: ((fileId: string) => string) | undefined }) {
  const { t } = useTranslation('scoring-lists')
  return (
    <div>
      <h3 className="h3">{t('object.files')}</h3>
      <ul className="line-list">
        {files.map(({ id, name }) => (
          <li key={id}>{linkOf ? <a href={linkOf(id)}>{name}</a> : name}</li>
        ))}
      </ul>
    </div>
  )
}
