type Offer = { readonly minPoints: number | null; readonly skills: readonly string[] }

/** Whether points reach what is asked; without points it is unknown, unless nothing is asked. */
export function fitOf({ minPoints }: Offer, points: number | null): { fit: 'open' | 'short' | 'unknown'; lack: number | null } {
  if (minPoints === null) return { fit: 'open', lack: null }
  if (points === null) return { fit: 'unknown', lack: null }
  return points >= minPoints ? { fit: 'open', lack: null } : { fit: 'short', lack: minPoints - points }
}

/** Skills that an offer names and somebody asks for, whatever their case. */
export function matchesOf({ skills }: Offer, wanted: readonly string[]): string[] {
  const asked = new Set(wanted.map((skill) => skill.toLowerCase()))
  return skills.filter((skill) => asked.has(skill.toLowerCase()))
}
