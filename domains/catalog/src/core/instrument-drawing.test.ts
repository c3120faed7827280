import { expect, test } from 'vitest'
import { DRAWING_KINDS, type DrawingKind, drawingKindOf, instrumentDrawing } from './instrument-drawing.ts'

test('each kind has a drawing of its own, in the colour of the text', () => {
  const drawings = DRAWING_KINDS.map((kind) => instrumentDrawing(kind))
  expect(new Set(drawings).size).toBe(DRAWING_KINDS.length)
  for (const svg of drawings) {
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 96 96"[^>]*stroke="currentColor"[^>]*><path d="[MmHhVvLlAaCcSsZz0-9 .,-]+"\/><\/svg>$/)
    expect(svg).not.toMatch(/NaN|undefined|#[0-9a-f]{3}/i)
  }
})

const CASES: readonly [kind: string, nameZh: string | null, classCode: string | null, drawing: DrawingKind][] = [
  ['instrument', '高效液相色谱仪 1 号', '0105', 'module_stack'],
  ['instrument', '飞行时间二次离子质谱仪', '0102', 'xray_cabinet'],
  ['instrument', '场发射扫描电镜', '0101', 'electron_microscope'],
  ['instrument', '数字病理切片扫描仪', '0108', 'bench_analyzer'],
  ['instrument', '激光扫描共聚焦显微镜', '0108', 'optical_microscope'],
  ['instrument', '显微 CT', '1101', 'scanner_gantry'],
  ['instrument', '小动物磁共振成像仪', '0902', 'magnet'],
  ['instrument', '差示扫描量热仪', '0109', 'thermal_cell'],
  ['instrument', '万能材料试验机', '0201', 'load_frame'],
  ['instrument', '3 米法半电波暗室', '0802', 'anechoic_room'],
  ['instrument', '恒温恒湿试验箱', '0207', 'environmental_chamber'],
  ['instrument', '环氧乙烷灭菌柜', 'x1', 'autoclave'],
  ['instrument', '精密注塑机', 'x1', 'injection_press'],
  ['instrument', null, '0106', 'magnet'],
  ['instrument', 'unknown', null, 'bench_analyzer'],
  ['testing_service', '体外细胞毒性', null, 'report_sheet'],
  ['clean_room', '七级洁净车间 A', null, 'clean_room'],
]

test.each(CASES)('%s %s of class %s is drawn', (kind, nameZh, classCode, drawing) => {
  expect(drawingKindOf({ kind, nameZh, classCode })).toBe(drawing)
})
