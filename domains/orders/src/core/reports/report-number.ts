/** Body code, year, class and serial: `PJ-2026-S-03381`. The serial counts from 1 in each class and year, without gaps. */
export function reportNumber({
  bodyCode,
  year,
  classCode,
  serial,
}: {
  bodyCode: string
  year: number
  classCode: string
  serial: number
}): string {
  return `${bodyCode}-${year}-${classCode}-${String(serial).padStart(5, '0')}`
}
