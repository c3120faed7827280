import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { keptSecret } from '@jiju/api/kept-secret'
import { codeInFile, readVerificationCode } from '@jiju/kernel/verification-code'
import { ReportBundle } from '@jiju/orders/contract/verifications'
import { bundleText } from '@jiju/orders/core/reports/bundle-text'
import type { OrdersTables } from '@jiju/orders/server/needs'
import { reportBundle } from '@jiju/orders/server/reports/report-bundle'
import { openDatabase } from '@jiju/platform/database/pool'
import { checkArchive } from '@jiju/platform/files/signed-archive'
import { readZip } from '@jiju/platform/files/zip-guard'
import { fromPem } from '@jiju/platform/pdf/certificates'
import { isSignedText } from '@jiju/platform/pdf/sign-text'
import { type SignatureCheck, verifyPdf } from '@jiju/platform/pdf/verify-pdf'
import type { ScoringTables } from '@jiju/scoring/server/needs'
import { listEndedCertificates } from '@jiju/scoring/server/sql/certificates'
import { Command } from 'commander'
import type { z } from 'zod'
import { withDatabase } from '../database.ts'
import { CommandFailure, type Terminal } from '../terminal.ts'

type Bundle = z.infer<typeof ReportBundle>

const SIGNATURES: Record<SignatureCheck['outcome'], string> = {
  valid: 'valid',
  unsigned: 'none: the file is not signed',
  changed: 'broken: the file was changed after it was signed',
  unknown_issuer: 'whole, but by a certificate that the bundle does not vouch for',
  outside_validity: 'whole, but the certificate did not hold when it says it was signed',
}

const ARCHIVES = {
  valid: 'valid, of the platform',
  none: 'none: the archive is not signed',
  broken: 'broken: the list was changed after it was signed, or by a root that the bundle does not vouch for',
}

export function reportCommand(terminal: Terminal): Command {
  const report = new Command('report').description(
    'signed papers: issued reports, certificates of innovation points, and archives of evidence',
  )
  report
    .command('verify')
    .description(
      'check the signature and the fingerprint of a report or certificate, and whether it was replaced or withdrawn, or every file of a signed archive; exit code 1 when it does not hold',
    )
    .argument('<file>', 'the PDF, a bundle, or an archive of vouchers or of a scoring run')
    .option('--code <code>', 'the verification code that is printed on the paper')
    .option('--bundle <file>', 'what `jiju report bundle` or /api/v1/orders/report-bundle gave; the own database without it')
    .option('--roots <file>', 'PEM of root certificates that you trust; without it those that the bundle brings along')
    .action(async (file: string, options: { code?: string; bundle?: string; roots?: string }) => {
      const trusted = options.roots && (await readFile(path.resolve(terminal.folder, options.roots), 'utf8'))
      const place = path.resolve(terminal.folder, file)
      if (file.endsWith('.json')) {
        const own = await readBundle(place, trusted)
        terminal.write(`Bundle: signed, ${own.ended.length} ended papers, as of ${own.madeAt}`)
        return
      }
      const bundle = options.bundle
        ? await readBundle(path.resolve(terminal.folder, options.bundle), trusted)
        : await bundleOfDatabase(terminal)
      const { lines, problem } = file.endsWith('.zip')
        ? checkFiles(await readZip(place), bundle)
        : await checkFile(await readFile(place), bundle, options.code)
      for (const line of lines) terminal.write(line)
      if (problem) throw new CommandFailure(problem)
    })
  report
    .command('bundle')
    .description('write the root certificates and the fingerprints of ended papers into a file, to verify elsewhere without a network')
    .argument('<file>', 'where to write it')
    .action(async (file: string) => {
      const bundle = await bundleOfDatabase(terminal)
      await writeFile(path.resolve(terminal.folder, file), `${JSON.stringify(bundle, null, 2)}\n`)
      terminal.write(`${fromPem(bundle.certificates).length} certificates, ${bundle.ended.length} ended papers, as of ${bundle.madeAt}`)
    })
  return report
}

const bundleOfDatabase = (terminal: Terminal): Promise<Bundle> =>
  withDatabase(terminal, 'check', async ({ pool, config, home }) =>
    reportBundle(openDatabase<OrdersTables>(pool), {
      publicAddress: config.publicAddress,
      authSecret: config.AUTH_SECRET ?? keptSecret(home),
      now: new Date(),
      endedElsewhere: await listEndedCertificates(openDatabase<ScoringTables>(pool)),
    }),
  )

/** A bundle that is as the platform signed it; the roots that are trusted take the place of those that it brings. */
async function readBundle(file: string, trusted: string | undefined): Promise<Bundle> {
  const bundle = await parseBundle(file)
  const roots = trusted ?? bundle.certificates
  if (bundle.signature === null)
    throw new CommandFailure(`${file} is not signed, so anybody can have written it. Fetch it from the platform again.`)
  if (!isSignedText(bundleText(bundle), bundle.signature, fromPem(roots)))
    throw new CommandFailure(
      `${file} is not as the platform signed it, or by a root that is not trusted. Fetch it from the platform again.`,
    )
  return { ...bundle, certificates: roots }
}

async function parseBundle(file: string): Promise<Bundle> {
  const text = await readFile(file, 'utf8')
  try {
    return ReportBundle.parse(JSON.parse(text))
  } catch {
    throw new CommandFailure(`${file} is no bundle of reports. Write one with: jiju report bundle FILE`)
  }
}

type Checked = { readonly lines: readonly string[]; readonly problem: string | undefined }

/** What an archive says: whether its list is signed, and which of its files are not as they are listed. */
function checkFiles(files: ReadonlyMap<string, Buffer>, { certificates }: Bundle): Checked {
  const { signature, count, differences } = checkArchive(files, fromPem(certificates))
  const lines = [
    `Signature: ${ARCHIVES[signature]}`,
    ...(signature === 'none' ? [] : [`Files: ${count} listed, ${differences.length} not as listed`]),
    ...differences.map(({ name, kind }) => `  ${kind}: ${name}`),
  ]
  const holds = signature === 'valid' && differences.length === 0
  return { lines, problem: holds ? undefined : 'This archive is not as the platform made it. Ask whoever gave it to you for the original.' }
}

/** What a file says against a bundle: the lines to print, and the first reason why it does not hold. */
async function checkFile(bytes: Buffer, bundle: Bundle, typed: string | undefined): Promise<Checked> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const signature = await verifyPdf(bytes, fromPem(bundle.certificates))
  const code = codeInFile(bytes.toString('latin1'))
  const ended = bundle.ended.find((one) => one.sha256 === sha256)
  const isSigned = signature.outcome === 'valid'
  const lines = [
    `Fingerprint (SHA-256): ${sha256}`,
    `Signature: ${SIGNATURES[signature.outcome]}${signature.signer ? `, ${signature.signer}` : ''}${signature.signedAt ? `, ${signature.signedAt.toISOString()}` : ''}`,
    `Verification code: ${code ?? 'none'}${code ? ` (${bundle.publicAddress}/v/${code})` : ''}`,
    `State: ${!isSigned ? 'unknown' : ended ? `${ended.state} on ${ended.on}` : `not replaced or withdrawn as of ${bundle.madeAt}`}`,
  ]
  return { lines, problem: problemOf() }

  function problemOf(): string | undefined {
    if (!isSigned) return 'This file is not as it was issued. Ask whoever issued it for the original.'
    if (typed !== undefined && readVerificationCode(typed) !== code) return 'The code is that of another file. Compare it with the paper.'
    if (ended) return `This paper was ${ended.state} and no longer holds. Ask whoever issued it for the one in force.`
    return undefined
  }
}
