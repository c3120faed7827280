import type { CertificateVerification } from '@jiju/scoring/contract/certificates'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { certificateOptions, verificationOptions } from '../../features/verify/calls.ts'
import { CertificateCard } from '../../features/verify/certificate-card.tsx'
import { FileCheck } from '../../features/verify/file-check.tsx'
import type { FileFacts } from '../../features/verify/read-file.ts'
import { VerificationCard } from '../../features/verify/verification-card.tsx'
import { RequestProblem } from '../../lib/problem.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import '../../ui/workspace.css'

/** Is this report or certificate genuine, and does it still hold? By the code that is printed on it, by its QR code, or by the file. */
export function VerifyPage() {
  const { t } = useTranslation('verify')
  const { code: asked } = useParams({ strict: false }) as { code?: string }
  const navigate = useNavigate()
  const [typed, setTyped] = useState(asked ?? '')
  const [file, setFile] = useState<FileFacts | null>(null)
  // Without a code in the address, the one in the file: the page stays, and with it the comparison.
  const code = asked ?? file?.code
  // Codes of reports and of certificates look alike: one of the two offices knows it.
  const query = useQuery({ ...verificationOptions(code ?? ''), enabled: code !== undefined })
  const certificate = useQuery({ ...certificateOptions(code ?? ''), enabled: code !== undefined })
  const go = (next: string) => void navigate({ to: '/v/$code', params: { code: next } })
  const take = (facts: FileFacts) => {
    setFile(facts)
    if (!asked && facts.code) setTyped(facts.code)
  }
  const isFound = query.data !== undefined || certificate.data !== undefined
  const isUnknown = isMissing(query.error) && isMissing(certificate.error)
  const error = isFound ? null : [query.error, certificate.error].find((one) => one && !isMissing(one))
  const paper = query.data ?? (certificate.data && fileOf(certificate.data))
  return (
    <div className="narrow-page narrow-page-wide">
      <PageTitle>{t('title')}</PageTitle>
      <p className="t2">{t('lead')}</p>
      {query.data && <VerificationCard verification={query.data} />}
      {certificate.data && <CertificateCard certificate={certificate.data} />}
      <form
        className="panel"
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.trim()) go(typed.trim())
        }}
      >
        <div className="panel-body stack">
          <TextField
            label={t('code')}
            hint={t('codeHint')}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={60}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button kind="primary" type="submit" isBlock isBusy={query.isFetching || certificate.isFetching}>
            {t('check')}
          </Button>
        </div>
      </form>
      {code !== undefined && !isFound && (query.isLoading || certificate.isLoading) && <Skeleton />}
      {isUnknown && (
        <div className="notice notice-bad" role="alert">
          <div className="f1">
            <p className="b">{t('unknown.title')}</p>
            <p>{t('unknown.text')}</p>
          </div>
        </div>
      )}
      {error && <ErrorState error={error} onRetry={() => void Promise.all([query.refetch(), certificate.refetch()])} />}
      <FileCheck verification={paper} file={file} onFile={take} />
      <p className="s t3">{t('offline')}</p>
    </div>
  )
}

const isMissing = (error: unknown) => error instanceof RequestProblem && error.status === 404

/** What a file is compared with: a certificate has one edition. */
const fileOf = ({ content, sha256, state }: CertificateVerification) => ({
  number: content.number,
  sha256,
  state: state === 'valid' ? ('issued' as const) : state,
  editions: [],
})
