import type { z } from 'zod'
import type { AuditRecord } from '../audit/list-audit.ts'
import type { AuditVerification } from '../audit/verify-audit.ts'
import type { Job } from '../jobs/list-jobs.ts'
import type { MailSummary } from '../mail/list-mail.ts'
import type {
  AuditRecord as AuditRecordBody,
  AuditVerification as AuditVerificationBody,
  Job as JobBody,
  MailSummary as MailBody,
} from './contract.ts'

const MAX_FINDINGS = 1000

export function presentJob(job: Job): z.output<typeof JobBody> {
  return {
    id: job.id,
    name: job.name,
    state: job.state,
    payload: job.payload,
    attempts: job.attempts,
    maxAttempts: job.maxAttempts,
    nextAttemptAt: job.nextAttemptAt?.toISOString() ?? null,
    lastError: job.lastError,
    createdAt: job.createdAt.toISOString(),
    startedAt: job.startedAt?.toISOString() ?? null,
  }
}

export function presentMail(mail: MailSummary): z.output<typeof MailBody> {
  return {
    id: mail.id,
    to: mail.to,
    subject: mail.subject,
    language: mail.language === 'en' ? 'en' : 'zh',
    state: mail.state,
    attempts: mail.attempts,
    lastError: mail.lastError,
    createdAt: mail.createdAt.toISOString(),
    sentAt: mail.sentAt?.toISOString() ?? null,
  }
}

export function presentAudit(record: AuditRecord, names: ReadonlyMap<string, string>): z.output<typeof AuditRecordBody> {
  return {
    id: record.id,
    at: record.at.toISOString(),
    actorUserId: record.actorUserId,
    actorName: names.get(record.actorUserId ?? '') ?? null,
    actorOrganisationId: record.actorOrganisationId,
    actorOrganisationName: names.get(record.actorOrganisationId ?? '') ?? null,
    action: record.action,
    subjectType: record.subjectType,
    subjectId: record.subjectId,
    detail: record.detail,
    requestId: record.requestId,
    isSealed: record.isSealed,
  }
}

export function presentVerification(verification: AuditVerification, now: Date): z.output<typeof AuditVerificationBody> {
  return {
    sealed: verification.sealed,
    unsealed: verification.unsealed,
    anchor: verification.anchor,
    findings: verification.findings
      .slice(0, MAX_FINDINGS)
      .map(({ position, entryId, kind }) => ({ position: String(position), entryId, kind })),
    findingCount: verification.findings.length,
    verifiedAt: now.toISOString(),
  }
}
