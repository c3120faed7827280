type Document = { components?: { schemas?: Record<string, unknown> }; paths?: Record<string, Record<string, unknown>> } & Record<
  string,
  unknown
>

/**
 * Keeps only what a client needs: components that something refers to (the type provider emits each named schema as input and as output),
 * in a stable order, so that the committed file changes only when the API does.
 */
export function pruneOpenApi(document: Document): Document {
  const schemas = document.components?.schemas ?? {}
  const kept = new Set<string>()
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      const name = key === '$ref' && typeof inner === 'string' ? inner.replace('#/components/schemas/', '') : undefined
      if (name === undefined) visit(inner)
      else if (!kept.has(name)) {
        kept.add(name)
        visit(schemas[name])
      }
    }
  }
  visit(document.paths)
  const sorted = Object.fromEntries(
    Object.entries(schemas)
      .filter(([name]) => kept.has(name))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
  return { ...document, components: { ...document.components, schemas: sorted } }
}
