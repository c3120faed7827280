import type { WriteVoucherRules } from '@jiju/orders/contract/voucher-programmes'
import { LINE_KINDS, PURPOSES } from '@jiju/orders/core/vocabulary'
import { CERTAINTIES, type Certainty, PARAMETERS, type Parameter } from '@jiju/orders/core/vouchers/vocabulary'
import { useTranslation } from 'react-i18next'
import { Check, SelectField, TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import './vouchers.css'

/** Rules while they are typed. */
export type RulesDraft = Omit<WriteVoucherRules, 'rate' | 'validTo' | 'orderCap' | 'districts' | 'sources'> & {
  percent: string
  validTo: string
  orderCap: string
  districts: string
  sources: Readonly<Partial<Record<Parameter, { source: string; certainty: Certainty }>>>
}

/** The budget belongs to the programme; each other parameter has a source of its own. */
const SOURCED_PARAMETERS: readonly Parameter[] = PARAMETERS.filter((parameter) => parameter !== 'budget')

export const emptyRules = (validFrom: string): RulesDraft => ({
  validFrom,
  validTo: '',
  percent: '',
  enterpriseQuota: '',
  teamQuota: '',
  minimum: '0',
  orderCap: '',
  allowedPurposes: [],
  excludedPurposes: [],
  lineKinds: ['test', 'preparation', 'urgent', 'report', 'other'],
  excludedServiceIds: [],
  districts: '',
  needsListedProvider: true,
  excludesRelatedParties: true,
  sources: {},
})

/** What is there already, for a new version of it. */
export const draftOf = (rules: WriteVoucherRules, validFrom: string): RulesDraft => ({
  ...rules,
  validFrom,
  validTo: rules.validTo ?? '',
  percent: String((rules.rate.numerator * 100) / rules.rate.denominator),
  orderCap: rules.orderCap ?? '',
  districts: rules.districts.join('、'),
  sources: Object.fromEntries(rules.sources.map(({ parameter, ...rest }) => [parameter, rest])),
})

/** As they are sent: a percentage of up to two decimals is an exact fraction of 10,000. */
export function rulesOf(draft: RulesDraft): WriteVoucherRules {
  const { percent, districts, sources, validTo, orderCap, ...rest } = draft
  return {
    ...rest,
    rate: { numerator: Math.round(Number(percent) * 100), denominator: 10_000 },
    validTo: validTo || null,
    orderCap: orderCap || null,
    districts: districts
      .split(/[、,，]/)
      .map((one) => one.trim())
      .filter(Boolean),
    sources: SOURCED_PARAMETERS.flatMap((parameter) => {
      const known = sources[parameter]
      return known?.source.trim() ? [{ parameter, source: known.source.trim(), certainty: known.certainty }] : []
    }),
  }
}

type Fields = { draft: RulesDraft; onChange: (change: Partial<RulesDraft>) => void }

/** The parameters of a programme's rules and the source of each. */
export function RulesFields({ draft, onChange }: Fields) {
  const { t } = useTranslation(['order-vouchers', 'orders'])
  const text = (key: 'percent' | 'enterpriseQuota' | 'teamQuota' | 'minimum' | 'orderCap' | 'districts' | 'validFrom' | 'validTo') => ({
    value: draft[key],
    onChange: (event: { target: { value: string } }) => onChange({ [key]: event.target.value }),
  })
  const toggled = <Value extends string>(list: readonly Value[], value: Value): Value[] =>
    list.includes(value) ? list.filter((one) => one !== value) : [...list, value]
  return (
    <>
      <Panel title={t('office.programmes.rules')}>
        <div className="stack">
          <div className="row g12 wrap">
            <TextField label={t('office.programmes.validFrom')} type="date" {...text('validFrom')} />
            <TextField label={t('office.programmes.validTo')} type="date" {...text('validTo')} />
            <TextField label={t('office.programmes.numerator')} inputMode="decimal" {...text('percent')} />
          </div>
          <div className="row g12 wrap">
            <TextField label={t('office.programmes.enterpriseQuota')} inputMode="decimal" {...text('enterpriseQuota')} />
            <TextField label={t('office.programmes.teamQuota')} inputMode="decimal" {...text('teamQuota')} />
          </div>
          <div className="row g12 wrap">
            <TextField label={t('office.programmes.minimumLabel')} inputMode="decimal" {...text('minimum')} />
            <TextField label={t('office.programmes.capLabel')} inputMode="decimal" {...text('orderCap')} />
          </div>
          <TextField label={t('office.programmes.districtsLabel')} {...text('districts')} />
          <fieldset className="rules-choice">
            <legend className="field-label">{t('office.programmes.allowed')}</legend>
            <div className="row g12 wrap">
              {PURPOSES.map((purpose) => (
                <Check
                  key={purpose}
                  isChecked={draft.allowedPurposes.includes(purpose)}
                  isDisabled={draft.excludedPurposes.includes(purpose)}
                  onChange={() => onChange({ allowedPurposes: toggled(draft.allowedPurposes, purpose) })}
                >
                  {t(`orders:purpose.${purpose}`)}
                </Check>
              ))}
            </div>
          </fieldset>
          <fieldset className="rules-choice">
            <legend className="field-label">{t('office.programmes.excluded')}</legend>
            <div className="row g12 wrap">
              {PURPOSES.map((purpose) => (
                <Check
                  key={purpose}
                  isChecked={draft.excludedPurposes.includes(purpose)}
                  isDisabled={draft.allowedPurposes.includes(purpose)}
                  onChange={() => onChange({ excludedPurposes: toggled(draft.excludedPurposes, purpose) })}
                >
                  {t(`orders:purpose.${purpose}`)}
                </Check>
              ))}
            </div>
          </fieldset>
          <fieldset className="rules-choice">
            <legend className="field-label">{t('office.programmes.lines')}</legend>
            <div className="row g12 wrap">
              {LINE_KINDS.filter((kind) => kind !== 'discount').map((kind) => (
                <Check
                  key={kind}
                  isChecked={draft.lineKinds.includes(kind)}
                  onChange={() => onChange({ lineKinds: toggled(draft.lineKinds, kind) })}
                >
                  {t(`lineKind.${kind}`)}
                </Check>
              ))}
            </div>
          </fieldset>
          <div className="row g12 wrap">
            <Check isChecked={draft.needsListedProvider} onChange={(needsListedProvider) => onChange({ needsListedProvider })}>
              {t('office.programmes.needsList')}
            </Check>
            <Check isChecked={draft.excludesRelatedParties} onChange={(excludesRelatedParties) => onChange({ excludesRelatedParties })}>
              {t('office.programmes.excludesRelated')}
            </Check>
          </div>
        </div>
      </Panel>
      <Sources draft={draft} onChange={onChange} />
    </>
  )
}

function Sources({ draft, onChange }: Fields) {
  const { t } = useTranslation('order-vouchers')
  const set = (parameter: Parameter, change: { source?: string; certainty?: Certainty }) => {
    const before = draft.sources[parameter] ?? { source: '', certainty: 'assumed' as const }
    onChange({ sources: { ...draft.sources, [parameter]: { ...before, ...change } } })
  }
  return (
    <Panel title={t('office.programmes.sources')} note={t('office.programmes.sourceHint')}>
      <div className="stack">
        {SOURCED_PARAMETERS.map((parameter) => (
          <div key={parameter} className="row g12 wrap" style={{ alignItems: 'flex-end' }}>
            <div className="f1" style={{ minWidth: 220 }}>
              <TextField
                label={t('office.programmes.sourceOf', { parameter: t(`parameter.${parameter}`) })}
                maxLength={500}
                value={draft.sources[parameter]?.source ?? ''}
                onChange={(event) => set(parameter, { source: event.target.value })}
              />
            </div>
            <SelectField
              label={t('office.programmes.certaintyOf', { parameter: t(`parameter.${parameter}`) })}
              isLabelHidden
              value={draft.sources[parameter]?.certainty ?? 'assumed'}
              options={CERTAINTIES.map((value) => ({ value, label: t(`certainty.${value}`) }))}
              onPick={(certainty) => set(parameter, { certainty })}
            />
          </div>
        ))}
      </div>
    </Panel>
  )
}
