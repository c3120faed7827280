import type { OwnObjection } from '@jiju/scoring/contract/objections'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { FactList } from '../../ui/fact-list.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Tag } from '../../ui/tag.tsx'

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
}: {
  objection: OwnObjection
  isSending: boolean
  onFile: (file: File) => void
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
          [t('object.files'), objection.files.map(({ name }) => name).join('\n')],
        ]}
      />
      {objection.state === 'open' ? (
        <>
          <div className="turn-bar" data-turn="other">
            {t('object.due', { due: format.day(objection.dueOn) })}
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
