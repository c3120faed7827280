import { expect, test } from 'vitest'
import { deviceClassTree, instrumentClassTree } from './class-trees.ts'

const shape = (nodes: ReturnType<typeof deviceClassTree>): unknown[] =>
  nodes.map((node) => (node.children.length > 0 ? [node.title, shape(node.children)] : node.title))

test('instrument classes stand under their parents; without one at the top', () => {
  const items = [
    { code: '01', zh: '分析仪器', en: 'Analytical', parent: null },
    { code: '0102', zh: '质谱仪器', en: 'Mass spectrometry', parent: '01' },
    { code: '010201', zh: '有机质谱仪', en: 'Organic', parent: '0102' },
    { code: '0901', zh: '孤儿', en: 'Orphan', parent: '09' },
  ]
  expect(shape(instrumentClassTree(items, 'zh'))).toEqual([['分析仪器 01', [['质谱仪器 0102', ['有机质谱仪 010201']]]], '孤儿 0901'])
  expect(shape(instrumentClassTree(items, 'en'))[1]).toBe('Orphan 0901')
})

test('device classes stand once under directory and group; only they can be chosen', () => {
  const at = (code: string, name: string) => ({
    code,
    name,
    directoryCode: '06',
    directoryName: '医用成像器械',
    groupCode: '06-02',
    groupName: 'X 射线超声等体层摄影设备',
  })
  const tree = deviceClassTree([at('06-02-01', '体层摄影设备'), at('06-02-01', '体层摄影设备（牙科）'), at('06-02-02', '超声设备')])
  expect(shape(tree)).toEqual([['06 医用成像器械', [['06-02 X 射线超声等体层摄影设备', ['06-02-01 体层摄影设备', '06-02-02 超声设备']]]]])
  const group = tree[0]?.children[0]
  expect([tree[0]?.selectable, group?.selectable, group?.children.map((node) => node.selectable)]).toEqual([false, false, [true, true]])
})
