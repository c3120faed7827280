/** Most resources of one bundle, and most equivalents of one place in it. */
export const MAX_BUNDLE_PARTS = 6
export const MAX_PART_CHOICES = 20
