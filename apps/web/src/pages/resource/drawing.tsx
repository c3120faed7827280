import type { ResourceDetail } from '@jiju/catalog/contract/resources'
import { Icon, type IconName } from '../../ui/icon.tsx'

const ICONS: Record<ResourceDetail['kind'], IconName> = {
  instrument: 'instrument',
  laboratory: 'flask',
  testing_service: 'document',
  technical_service: 'settings',
  pilot_line: 'factory',
  glp_study: 'bio',
  animal_facility: 'heart',
  computing: 'code',
  data_set: 'chart',
  clean_room: 'box',
}

/** Line drawing where there is no photo. */
export function Drawing({ kind }: { kind: ResourceDetail['kind'] }) {
  return <Icon name={ICONS[kind]} size={96} strokeWidth={0.9} />
}
