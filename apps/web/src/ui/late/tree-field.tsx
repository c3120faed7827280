import { type ReactNode, useId } from 'react'
import type { TreeNode } from '../../ui-antd/tree-picker.tsx'
import { described, FieldFrame } from '../field.tsx'
import { LateInput } from './late-input.tsx'

export type { TreeNode }

const load = () => import('../../ui-antd/tree-picker.tsx')

/** One or several of a tree of classes. `text` says what is chosen before the tree is there. */
export function TreeField({
  label,
  error,
  hint,
  id,
  text,
  placeholder,
  nodes,
  values,
  isMultiple = false,
  none,
  onSearch,
  onPick,
}: {
  label: string
  error?: string | null | undefined
  hint?: ReactNode
  id?: string
  text: string
  placeholder?: string
  nodes: readonly TreeNode[]
  values: readonly string[]
  isMultiple?: boolean
  /** Shown when nothing is found. */
  none: string
  onSearch?: (text: string) => void
  onPick: (values: string[]) => void
}) {
  const ownId = useId()
  const controlId = id ?? ownId
  const frame = { label, error, hint }
  const aria = described(controlId, frame)
  return (
    <FieldFrame id={controlId} {...frame}>
      <LateInput {...{ ...aria, id: controlId, text, placeholder, load }} icon="chevronDown">
        {({ TreePicker }, isOpenFirst) => (
          <TreePicker {...{ ...aria, id: controlId, nodes, values, isMultiple, none, isOpenFirst, onSearch, onPick }} />
        )}
      </LateInput>
    </FieldFrame>
  )
}
