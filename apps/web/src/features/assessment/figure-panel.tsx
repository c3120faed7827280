import type { AssessmentFigures } from '@jiju/booking/contract/assessment'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { yuanToWan } from '../../lib/format.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Explain } from '../../ui/explain.tsx'
import { Figures } from '../../ui/figures.tsx'
import type { Period } from './calls.ts'

type Basis = Period & { readonly referenceHours: number; readonly readAt: string; readonly lastUseAt: string | null }

/** The figures of the national rules, each with the five lines that explain it. */
export function FigurePanel({ figures, basis, rows }: { figures: AssessmentFigures; basis: Basis; rows: ReactNode }) {
  const { t } = useTranslation('assessment')
  const format = useFormat()
  const hours = (seconds: number) => format.number(seconds / 3600, 1)
  const source = t('explain.source', {
    from: basis.from,
    to: basis.to,
    readAt: format.stamp(basis.readAt),
    lastUseAt: basis.lastUseAt ? format.stamp(basis.lastUseAt) : '—',
  })
  const coverage = t('explain.coverage', {
    proved: format.percent(figures.provedRate),
    inferred: hours(figures.inferredSeconds),
    booked: hours(figures.bookedOnlySeconds),
  })
  const explained = (name: 'effective' | 'external' | 'opening' | 'sharing' | 'utilisation' | 'income' | 'mark', formula: string) => ({
    key: name,
    label: (
      <Explain explanation={{ definition: t(`explain.${name}`), formula, source, certainty: certaintyOf(name), link: rows }}>
        {t(`figure.${name}`)}
      </Explain>
    ),
  })
  const certaintyOf = (name: string) =>
    name === 'opening'
      ? t('explain.openingCertainty')
      : name === 'mark'
        ? t('explain.markCertainty', { number: format.number(figures.evaluations) })
        : coverage
  const reference = format.number(basis.referenceHours * figures.instruments, 1)
  const inside = Math.round(figures.effectiveSeconds / 360) - Math.round(figures.externalSeconds / 360)
  return (
    <Figures
      items={[
        {
          ...explained(
            'effective',
            t('formula.effective', {
              inside: format.number(inside / 10, 1),
              external: hours(figures.externalSeconds),
              effective: hours(figures.effectiveSeconds),
            }),
          ),
          value: hours(figures.effectiveSeconds),
          unit: t('unit.hours'),
          note: (
            <span className="unproved-note">{t('unproved', { hours: hours(figures.inferredSeconds + figures.bookedOnlySeconds) })}</span>
          ),
        },
        {
          ...explained(
            'external',
            t('formula.external', { external: hours(figures.externalSeconds), uses: format.number(figures.externalUses) }),
          ),
          value: hours(figures.externalSeconds),
          unit: t('unit.hours'),
          note: t('note.uses', { number: format.number(figures.externalUses) }),
        },
        {
          ...explained(
            'sharing',
            t('formula.sharing', {
              external: hours(figures.externalSeconds),
              effective: hours(figures.effectiveSeconds),
              rate: format.percent(figures.sharingRate),
            }),
          ),
          value: format.percent(figures.sharingRate),
        },
        {
          ...explained(
            'utilisation',
            t('formula.utilisation', { effective: hours(figures.effectiveSeconds), reference, rate: format.percent(figures.utilisation) }),
          ),
          value: format.percent(figures.utilisation),
        },
        {
          ...explained(
            'opening',
            t('formula.opening', { open: figures.openInstruments, all: figures.instruments, rate: format.percent(figures.openingRate) }),
          ),
          value: format.percent(figures.openingRate),
          note: t('note.open', { open: figures.openInstruments, all: figures.instruments }),
        },
        {
          ...explained(
            'income',
            t('formula.income', { inside: format.money(figures.insideIncome), outside: format.money(figures.outsideIncome) }),
          ),
          value: format.money(yuanToWan(addYuan(figures.insideIncome, figures.outsideIncome))),
          unit: t('unit.wan'),
          note: t('note.pending', { amount: format.money(figures.pendingIncome) }),
        },
        {
          ...explained('mark', t('formula.mark', { mark: format.number(figures.mark, 2), number: format.number(figures.evaluations) })),
          value: format.number(figures.mark, 1),
          note: t('note.evaluations', { number: format.number(figures.evaluations) }),
        },
      ]}
    />
  )
}

/** The sum of two amounts of yuan on the wire, exact to the fen. */
function addYuan(a: string, b: string): string {
  const fen = BigInt(a.replace('.', '')) + BigInt(b.replace('.', ''))
  const digits = fen.toString().padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
