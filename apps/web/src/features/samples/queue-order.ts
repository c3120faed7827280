/** The order with `id` taken to place `index`; the others keep theirs around it. */
export function movedTo(order: readonly string[], id: string, index: number): string[] {
  const others = order.filter((each) => each !== id)
  return [...others.slice(0, index), id, ...others.slice(index)]
}
