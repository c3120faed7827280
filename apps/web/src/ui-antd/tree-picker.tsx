import { TreeSelect } from 'antd'
import { useState } from 'react'
import type { Described } from '../ui/field.tsx'
import { AntdProvider } from './antd-provider.tsx'

export type TreeNode = {
  readonly value: string
  readonly title: string
  /** What the control shows once it is chosen. */
  readonly label: string
  readonly selectable: boolean
  readonly children: TreeNode[]
}

/** Chooses from a tree by opening its branches or by typing; with `onSearch` somebody else finds, and `nodes` are what was found. */
export function TreePicker({
  id,
  nodes,
  values,
  isMultiple,
  none,
  isOpenFirst,
  onSearch,
  onPick,
  ...aria
}: {
  id: string
  nodes: readonly TreeNode[]
  values: readonly string[]
  isMultiple: boolean
  none: string
  isOpenFirst: boolean
  onSearch?: ((text: string) => void) | undefined
  onPick: (values: string[]) => void
} & Described) {
  const [isOpen, setOpen] = useState(isOpenFirst)
  return (
    <AntdProvider isOpen={isOpen}>
      <TreeSelect<string | string[] | null>
        {...aria}
        id={id}
        open={isOpen}
        onOpenChange={setOpen}
        multiple={isMultiple}
        value={isMultiple ? [...values] : (values[0] ?? null)}
        onChange={(next) => onPick([next ?? []].flat())}
        treeData={[...nodes]}
        treeNodeLabelProp="label"
        {...(onSearch ? { treeExpandedKeys: branches(nodes) } : {})}
        showSearch={onSearch ? { filterTreeNode: false, onSearch } : { treeNodeFilterProp: 'title' }}
        allowClear
        status={aria['aria-invalid'] ? 'error' : ''}
        notFoundContent={none}
        listHeight={320}
        // The control says that it owns this; antd gives the id to lists only.
        popupRender={(tree) => <div id={`${id}_list`}>{tree}</div>}
      />
    </AntdProvider>
  )
}

function branches(nodes: readonly TreeNode[]): string[] {
  return nodes.flatMap((node) => (node.children.length > 0 ? [node.value, ...branches(node.children)] : []))
}
