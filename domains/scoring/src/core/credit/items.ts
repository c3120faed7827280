/** What an enterprise can open behind its score, each by itself; a consent to `innovation_points` alone opens score and grade. */
export const POINTS_ITEMS = ['points_dimensions', 'points_position', 'points_indicators'] as const

export type PointsItem = (typeof POINTS_ITEMS)[number]
