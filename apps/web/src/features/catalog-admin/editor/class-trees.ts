import type { TreeNode } from '../../../ui/late/tree-field.tsx'

type InstrumentClass = { readonly code: string; readonly zh: string; readonly en: string; readonly parent: string | null }
type DeviceClass = {
  readonly code: string
  readonly name: string
  readonly directoryCode: string
  readonly directoryName: string
  readonly groupCode: string
  readonly groupName: string
}

/** Instrument classes under their parents, in the order of the list; a class whose parent is not listed stands at the top. */
export function instrumentClassTree(items: readonly InstrumentClass[], language: 'zh' | 'en'): TreeNode[] {
  const nodes = new Map(
    items.map(({ code, [language]: name }): [string, TreeNode] => [
      code,
      { value: code, title: `${name} ${code}`, label: `${name} ${code}`, selectable: true, children: [] },
    ]),
  )
  const roots: TreeNode[] = []
  for (const { code, parent } of items) {
    const node = nodes.get(code)
    if (node) (nodes.get(parent ?? '')?.children ?? roots).push(node)
  }
  return roots
}

/** Found device classes under directory and group, which only lead to them. Rows of one code are one class: the code is what is chosen. */
export function deviceClassTree(items: readonly DeviceClass[]): TreeNode[] {
  const roots: TreeNode[] = []
  const branch = (among: TreeNode[], value: string, title: string, selectable: boolean): TreeNode => {
    const known = among.find((node) => node.value === value)
    if (known) return known
    const node = { value, title, label: value, selectable, children: [] }
    among.push(node)
    return node
  }
  for (const item of items) {
    const directory = branch(roots, `directory ${item.directoryCode}`, `${item.directoryCode} ${item.directoryName}`, false)
    const group = branch(directory.children, `group ${item.groupCode}`, `${item.groupCode} ${item.groupName}`, false)
    branch(group.children, item.code, `${item.code} ${item.name}`, true)
  }
  return roots
}
