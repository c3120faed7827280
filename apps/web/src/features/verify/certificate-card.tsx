import type { CertificateVerification } from '@jiju/scoring/contract/certificates'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useWording } from '../../lib/use-wording.ts'
import { FactList } from '../../ui/fact-list.tsx'
import { Icon } from '../../ui/icon.tsx'

const LOOK = { valid: 'ok', replaced: 'warn', withdrawn: 'bad' } as const

/** How a certificate of points stands, first and large; below what the paper says, and nothing more. */
export function CertificateCard({ certificate }: { certificate: CertificateVerification }) {
  const { t, i18n } = useTranslation(['scoring-lists', 'verify'])
  const wording = useWording()
  const format = useFormat()
  const { state, content } = certificate
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const text =
    state === 'valid'
      ? t('certificate.validText', { publication: t(`certificate.${certificate.publication ?? 'notice'}`) })
      : state === 'replaced'
        ? t('certificate.replacedText', { run: certificate.successorRun ?? '' })
        : t('certificate.withdrawnText', { reason: certificate.withdrawReason ?? '' })
  return (
    <section className="panel" aria-label={t('certificate.card')}>
      <div className={`notice notice-${LOOK[state]}`} role="status" style={{ margin: 16 }}>
        <Icon name={state === 'valid' ? 'checkCircle' : 'warning'} size={20} />
        <div className="f1">
          <h2 className="h2">{t(`certificate.${state}`)}</h2>
          <p>{text}</p>
          {state === 'valid' && certificate.successorRun && (
            <p className="s">{t('certificate.correctionOnNotice', { run: certificate.successorRun })}</p>
          )}
          {certificate.laterPeriod && (
            <p className="s">
              {t('certificate.later', { period: format.period(certificate.laterPeriod), own: format.period(content.period) })}
            </p>
          )}
        </div>
      </div>
      <div className="panel-body stack">
        <FactList
          facts={[
            [t('certificate.number'), content.number],
            [t('certificate.enterprise'), content.enterpriseName],
            [t('certificate.creditCode'), content.creditCode],
            [t('certificate.score'), content.score],
            [
              t('certificate.rank'),
              t('certificate.rankValue', {
                rank: format.number(content.rankAll),
                count: format.number(content.scoredCount) as never,
              }),
            ],
            [
              t('certificate.stage'),
              content.stage &&
                t('certificate.stageValue', {
                  stage: content.stage.name[language],
                  rank: format.number(content.stage.rank),
                  count: format.number(content.stage.count) as never,
                }),
            ],
            [t('certificate.period'), wording.beside(format.period(content.period), content.asOf)],
            [t('certificate.dataDate'), format.stamp(content.dataDate)],
            [t('certificate.model'), `${content.model.name[language]} ${content.model.version}`],
            [t('certificate.issued'), format.stamp(certificate.issuedAt)],
            [t('certificate.onPaper'), t(`certificate.${content.publication}`)],
            [t('certificate.ended'), certificate.endedAt && format.stamp(certificate.endedAt)],
            [t('verify:card.signature'), t(`verify:signature.${certificate.signature}`, { signer: certificate.signer ?? '' })],
          ]}
        />
        <div>
          <p className="s t3">{t('certificate.hash')}</p>
          <p className="mono s" style={{ overflowWrap: 'anywhere' }}>
            {certificate.sha256}
          </p>
        </div>
      </div>
    </section>
  )
}
