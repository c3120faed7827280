import type { ClaimState, VoucherState } from '@jiju/orders/core/vouchers/vocabulary'
import { useTranslation } from 'react-i18next'
import { Tag, type TagKind } from '../../ui/tag.tsx'

const VOUCHER_LOOKS: Readonly<Record<VoucherState, TagKind>> = { reserved: 'accent', freed: 'plain', redeemed: 'ok', rejected: 'bad' }
const CLAIM_LOOKS: Readonly<Record<ClaimState, TagKind>> = { pending: 'accent', more_asked: 'warn', accepted: 'ok', rejected: 'bad' }

export function VoucherStateTag({ state }: { state: VoucherState }) {
  const { t } = useTranslation('order-vouchers')
  return <Tag kind={VOUCHER_LOOKS[state]}>{t(`state.${state}`)}</Tag>
}

export function ClaimStateTag({ state }: { state: ClaimState }) {
  const { t } = useTranslation('order-vouchers')
  return <Tag kind={CLAIM_LOOKS[state]}>{t(`claimState.${state}`)}</Tag>
}
