import type { z } from 'zod'
import type { DeviceClass, Method } from '../../contract/vocabularies.ts'
import type { DeviceClassRow, MethodRow } from '../sql/vocabularies.ts'

export function presentDeviceClass(row: DeviceClassRow): z.infer<typeof DeviceClass> {
  return {
    code: row.code,
    subdivision: row.subdivision,
    ordinal: row.ordinal,
    directoryCode: row.directory_code,
    directoryName: row.directory_name,
    groupCode: row.group_code,
    groupName: row.group_name,
    name: row.name,
    description: row.description,
    intendedUse: row.intended_use,
    examples: row.examples,
    managementClass: row.management_class,
    isDrugDeviceCombination: row.is_drug_device_combination,
  }
}

export function presentMethod(row: MethodRow): z.infer<typeof Method> {
  return { id: row.id, providerId: row.provider_id, nameZh: row.name_zh, nameEn: row.name_en, description: row.description }
}
