import type { Answers } from '@jiju/orders/core/forms/field'
import { CONFIDENTIALITIES, type Confidentiality, PURPOSES, type Purpose } from '@jiju/orders/core/vocabulary'
import { useEffect, useState } from 'react'
import { serverClock } from '../../lib/clock.ts'

export type DraftItem = {
  readonly serviceId: string
  /** As typed; a number once the step is left. */
  readonly quantity: string
  readonly samples: string
  readonly answers: Answers
  readonly formVersion: number | null
}

/** An order that is not placed yet, as it is kept in this browser. */
type Draft = {
  readonly items: readonly DraftItem[]
  readonly title: string
  readonly purpose: Purpose
  readonly confidentiality: Confidentiality
  readonly deadline: string
  readonly voucherProgrammeId: string | null
  readonly expectedVoucher: string | null
  readonly savedAt: string | null
}

export const newItem = (serviceId: string): DraftItem => ({ serviceId, quantity: '1', samples: '1', answers: {}, formVersion: null })

export const NO_VOUCHER = { voucherProgrammeId: null, expectedVoucher: null } as const

const newDraft = (serviceId: string): Draft => ({
  items: [newItem(serviceId)],
  title: '',
  purpose: 'development',
  confidentiality: 'normal',
  deadline: '',
  ...NO_VOUCHER,
  savedAt: null,
})

const SAVE_AFTER_MS = 1000
const keyOf = (personId: string, serviceId: string) => `jiju.order-draft.${personId}.${serviceId}`

function readDraft(key: string, serviceId: string): Draft {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Draft> | null
    const fresh = newDraft(serviceId)
    if (!kept || !Array.isArray(kept.items) || kept.items.length === 0) return fresh
    const purpose = PURPOSES.find((one) => one === kept.purpose) ?? fresh.purpose
    const confidentiality = CONFIDENTIALITIES.find((one) => one === kept.confidentiality) ?? fresh.confidentiality
    return { ...fresh, ...kept, purpose, confidentiality }
  } catch {
    // What cannot be read is begun anew.
    return newDraft(serviceId)
  }
}

/** The draft of an order that began with a service: kept in this browser a second after each change, until it is placed. */
export function useDraft(personId: string, serviceId: string) {
  const key = keyOf(personId, serviceId)
  const [draft, setDraft] = useState(() => readDraft(key, serviceId))
  const [isDirty, setDirty] = useState(false)
  useEffect(() => {
    if (!isDirty) return
    const timer = setTimeout(() => {
      const saved = { ...draft, savedAt: serverClock.now().toISOString() }
      try {
        localStorage.setItem(key, JSON.stringify(saved))
        setDraft(saved)
      } catch {
        // Without storage the draft lasts until the page is closed, and nothing says that it was saved.
      }
      setDirty(false)
    }, SAVE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [draft, isDirty, key])
  return {
    draft,
    change: (part: Partial<Draft>) => {
      setDraft((before) => ({ ...before, ...part }))
      setDirty(true)
    },
    changeItem: (index: number, part: Partial<DraftItem>, also: Partial<Draft> = {}) => {
      setDraft((before) => ({
        ...before,
        ...also,
        items: before.items.map((item, place) => (place === index ? { ...item, ...part } : item)),
      }))
      setDirty(true)
    },
    discard: () => {
      try {
        localStorage.removeItem(key)
      } catch {
        // Nothing was kept.
      }
      setDirty(false)
      setDraft(newDraft(serviceId))
    },
  }
}
export type DraftKeeper = ReturnType<typeof useDraft>
