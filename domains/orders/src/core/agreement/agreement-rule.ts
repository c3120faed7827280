import { ORDERABLE_KINDS, type OrderableKind } from '../forms/orderable-kinds.ts'

/** Whether work waits until both sides have accepted the agreement, where a provider has said nothing: studies, batches, and data do. */
export const DEFAULT_NEEDS_AGREEMENT: Readonly<Record<OrderableKind, boolean>> = {
  testing_service: false,
  technical_service: false,
  glp_study: true,
  pilot_line: true,
  computing: false,
  data_set: true,
}

/** What a provider has set: by kind of service, and by the id of services that differ from their kind. */
export type AgreementRule = {
  readonly byKind: Readonly<Partial<Record<OrderableKind, boolean>>>
  readonly byService: Readonly<Record<string, boolean>>
}

/** Whether one service waits for the agreement: its own word, else that of its kind, else the default. */
export const serviceNeedsAgreement = (rule: AgreementRule, { id, kind }: { readonly id: string; readonly kind: string }): boolean => {
  const known = ORDERABLE_KINDS.find((one) => one === kind)
  return rule.byService[id] ?? (known ? (rule.byKind[known] ?? DEFAULT_NEEDS_AGREEMENT[known]) : false)
}

/** An order waits when one of its services does. */
export const orderNeedsAgreement = (rule: AgreementRule, services: readonly { readonly id: string; readonly kind: string }[]): boolean =>
  services.some((service) => serviceNeedsAgreement(rule, service))
