/** What the signature of a bundle covers. */
type BundleContent = {
  readonly madeAt: string
  readonly publicAddress: string
  readonly certificates: string
  readonly ended: readonly { readonly sha256: string; readonly state: string; readonly on: string }[]
}

/** The exact text that is signed: the same whatever the spaces and the order of fields in the file. */
export const bundleText = ({ madeAt, publicAddress, certificates, ended }: BundleContent): string =>
  JSON.stringify([madeAt, publicAddress, certificates, ended.map(({ sha256, state, on }) => [sha256, state, on])])
