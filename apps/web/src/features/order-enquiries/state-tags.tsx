import type { AskedState, EnquiryState, QuoteState } from '@jiju/orders/core/vocabulary'
import { useTranslation } from 'react-i18next'
import { Tag, type TagKind } from '../../ui/tag.tsx'

const ENQUIRY_LOOK: Readonly<Record<EnquiryState, TagKind>> = {
  open: 'accent',
  deciding: 'warn',
  awarded: 'ok',
  withdrawn: 'plain',
  lapsed: 'plain',
}
const ASKED_LOOK: Readonly<Record<AskedState, TagKind>> = {
  asked: 'warn',
  quoted: 'accent',
  declined: 'plain',
  won: 'ok',
  lost: 'plain',
  closed: 'plain',
}
const QUOTE_LOOK: Readonly<Record<QuoteState, TagKind>> = {
  offered: 'accent',
  accepted: 'ok',
  superseded: 'plain',
  withdrawn: 'plain',
  declined: 'plain',
  lapsed: 'plain',
}

export function EnquiryStateTag({ state }: { state: EnquiryState }) {
  const { t } = useTranslation('order-enquiries')
  return <Tag kind={ENQUIRY_LOOK[state]}>{t(`state.${state}`)}</Tag>
}

/** What a provider has done about an enquiry; late answers say so. */
export function AskedStateTag({ state, isLate }: { state: AskedState; isLate: boolean }) {
  const { t } = useTranslation('order-enquiries')
  const isOverdue = isLate && state === 'asked'
  return <Tag kind={isOverdue ? 'bad' : ASKED_LOOK[state]}>{t(isOverdue ? 'asked.overdue' : `asked.${state}`)}</Tag>
}

export function QuoteStateTag({ state }: { state: QuoteState }) {
  const { t } = useTranslation('order-enquiries')
  return <Tag kind={QUOTE_LOOK[state]}>{t(`quoteState.${state}`)}</Tag>
}
