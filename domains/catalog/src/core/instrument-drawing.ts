/** The kinds of line drawings that stand in where a resource has no photo. */
export const DRAWING_KINDS = [
  'module_stack',
  'bench_analyzer',
  'bench_meter',
  'electron_microscope',
  'optical_microscope',
  'xray_cabinet',
  'magnet',
  'scanner_gantry',
  'thermal_cell',
  'load_frame',
  'environmental_chamber',
  'anechoic_room',
  'electronics_rack',
  'server_cabinet',
  'vibration_table',
  'isolator',
  'autoclave',
  'bioreactor',
  'injection_press',
  'machining_centre',
  'conveyor_line',
  'printer_3d',
  'clean_room',
  'animal_room',
  'data_disc',
  'report_sheet',
  'flask',
] as const
export type DrawingKind = (typeof DRAWING_KINDS)[number]

/** What decides the drawing: kind, Chinese name and class code of a resource. */
export type DrawnResource = { readonly kind: string; readonly nameZh: string | null; readonly classCode: string | null }

const OTHER_KINDS: Readonly<Record<string, DrawingKind>> = {
  laboratory: 'flask',
  testing_service: 'report_sheet',
  technical_service: 'report_sheet',
  glp_study: 'report_sheet',
  pilot_line: 'conveyor_line',
  animal_facility: 'animal_room',
  computing: 'server_cabinet',
  data_set: 'data_disc',
  clean_room: 'clean_room',
}

// The first rule that fits decides, so special names stand before general ones.
const BY_NAME: readonly (readonly [RegExp, DrawingKind])[] = [
  [/暗室/, 'anechoic_room'],
  [/电感耦合|径向力|压痕|流变仪|超声(诊断|成像)|相干断层|热熔|球囊成型/, 'bench_analyzer'],
  [/水分|硬度计|接触角|动态光散射|颗粒计数|电化学|熔体流动|密封测试|胀破|集菌|粒子计数|采样器|石蜡切片|粗糙度/, 'bench_meter'],
  [/静电放电|安全分析仪|耐压|电刀|流量分析|输液泵|模拟器|除颤|示波器|功率分析|多功能测试仪|声级/, 'bench_meter'],
  [/血小板聚集|内毒素|无标记|动物血液|血气|监护仪/, 'bench_meter'],
  [/激光(管材|焊接)/, 'machining_centre'],
  [/隔离器/, 'isolator'],
  [/小动物磁共振|核磁共振波谱/, 'magnet'],
  [/磁共振|造影|计算机断层扫描|显微 CT|工业 CT|PET/, 'scanner_gantry'],
  [/扫描电镜|透射电|双束电镜|电子探针/, 'electron_microscope'],
  [/切片扫描/, 'bench_analyzer'],
  [/光电子能谱|二次离子|X 射线(衍射|荧光|散射)|小角 X|活体光学/, 'xray_cabinet'],
  [/显微镜|轮廓仪$|影像测量|高内涵|拉曼/, 'optical_microscope'],
  [/差示扫描|热重|热机械|同步热/, 'thermal_cell'],
  [/液相|气相|离子色谱|凝胶渗透|质谱仪|质谱联用|蛋白纯化/, 'module_stack'],
  [/振动试验|声场/, 'vibration_table'],
  [/试验箱|试验室|防护试验|等离子表面|镀膜/, 'environmental_chamber'],
  [/材料试验机|疲劳|扭转|摩擦磨损|跌落|抗压试验|焊接机$/, 'load_frame'],
  [/灭菌柜|灭菌器|冻干机/, 'autoclave'],
  [/生物反应器/, 'bioreactor'],
  [/注塑/, 'injection_press'],
  [/打印|选区激光/, 'printer_3d'],
  [/挤出|编织|涂层线|包装机|贴片|划膜/, 'conveyor_line'],
  [/加工中心|车床|线切割|三坐标|点胶|切磨/, 'machining_centre'],
  [/服务器|漏洞|模糊测试|静态分析|流量测试|算力/, 'server_cabinet'],
  [/接收机|网络分析|频谱|脉冲群|传导抗扰|谐波|在环|多道生理/, 'electronics_rack'],
]

const BY_CLASS: readonly (readonly [string, DrawingKind])[] = [
  ['0101', 'electron_microscope'],
  ['0102', 'module_stack'],
  ['0103', 'xray_cabinet'],
  ['0105', 'module_stack'],
  ['0106', 'magnet'],
  ['0108', 'optical_microscope'],
  ['0109', 'thermal_cell'],
  ['0201', 'load_frame'],
  ['08', 'electronics_rack'],
  ['0902', 'scanner_gantry'],
  ['03', 'bench_meter'],
  ['x1', 'machining_centre'],
  ['x3', 'server_cabinet'],
]

/** The drawing for a resource: by its kind, then by words of its name, then by its class; a bench analyser when nothing fits. */
export function drawingKindOf(resource: DrawnResource): DrawingKind {
  const other = OTHER_KINDS[resource.kind]
  if (other) return other
  const byName = BY_NAME.find(([words]) => words.test(resource.nameZh ?? ''))
  if (byName) return byName[1]
  return BY_CLASS.find(([code]) => resource.classCode?.startsWith(code))?.[1] ?? 'bench_analyzer'
}

/** A rectangle with round corners, as path commands. */
const rect = (x: number, y: number, width: number, height: number, radius = 2) =>
  `M${x + radius} ${y}h${width - 2 * radius}a${radius} ${radius} 0 0 1 ${radius} ${radius}v${height - 2 * radius}a${radius} ${radius} 0 0 1 -${radius} ${radius}` +
  `h-${width - 2 * radius}a${radius} ${radius} 0 0 1 -${radius} -${radius}v-${height - 2 * radius}a${radius} ${radius} 0 0 1 ${radius} -${radius}z`
const circle = (x: number, y: number, radius: number) =>
  `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 -${2 * radius} 0z`

const SHAPES: Readonly<Record<DrawingKind, string>> = {
  module_stack:
    rect(32, 22, 32, 9) +
    'M37 22v-4h6v4M53 22v-4h6v4' +
    [31, 44, 57, 68].map((y) => rect(30, y, 36, y === 44 ? 13 : 11)).join('') +
    'M35 37h9M53 37h8M35 63h8M53 63h8M35 74h8M53 74h8' +
    rect(34, 47, 16, 6, 1) +
    circle(58, 50, 2.5),
  bench_analyzer: `${rect(16, 34, 64, 40, 4) + rect(24, 42, 26, 16, 1)}M58 44h14M58 51h14M24 66h48M22 74v4M74 74v4${circle(66, 61, 2.5)}`,
  bench_meter: `${rect(18, 40, 60, 34, 4) + rect(25, 47, 28, 14, 1) + circle(64, 52, 5)}M64 52l3-3M26 68h5M37 68h5M48 68h5M59 66h10M28 40l4-6h32l4 6`,
  electron_microscope:
    rect(38, 12, 16, 8) +
    rect(41, 20, 10, 14, 1) +
    rect(36, 34, 20, 12) +
    rect(40, 46, 12, 10, 1) +
    rect(26, 56, 40, 16) +
    'M20 82h56M30 72v10M62 72v10M66 62h12v-8h-8' +
    circle(46, 64, 4),
  optical_microscope: `M34 80h34M50 80V66M36 60h28M54 60c10 0 14-8 14-16s-6-14-12-15M40 18l10-4 10 24-10 4zM44 44l8-3 3 8-8 3z${rect(38, 66, 26, 4, 1)}`,
  xray_cabinet: `${rect(18, 18, 60, 60, 3) + rect(26, 26, 44, 34, 2)}M34 54l14-16 14 16M48 38v-8M26 68h14M60 68h10${circle(48, 54, 3)}`,
  magnet: `M28 30c0-10 40-10 40 0v36c0 10-40 10-40 0zM28 30c0 8 40 8 40 0M36 74l-6 8M60 74l6 8M44 20v-6M52 20v-6${circle(48, 50, 7)}`,
  scanner_gantry: `${circle(40, 44, 28) + circle(40, 44, 14)}M18 62v18h44V62M44 50h40M84 50v6H50M70 56v24M62 80h16`,
  thermal_cell: `${rect(20, 44, 56, 32, 4)}M34 44v-8c0-10 28-10 28 0v8M48 29v-9M42 20h12M28 66h40${rect(27, 51, 18, 9, 1)}${circle(62, 55, 3)}`,
  load_frame: `M28 16v64M68 16v64M24 16h48M24 80h48M28 38h40M48 38v8M48 66v14${rect(43, 46, 10, 6, 1)}${rect(43, 60, 10, 6, 1)}M48 52v8`,
  environmental_chamber: `${rect(22, 14, 52, 66, 3) + rect(28, 30, 40, 34, 2)}M28 22h20M58 22h10M62 44v8M30 80v4M66 80v4M34 58c4-4 4 4 8 0s4 4 8 0`,
  anechoic_room:
    rect(14, 20, 68, 58, 2) +
    'M14 30l6 4-6 4 6 4-6 4 6 4-6 4 6 4-6 4M82 30l-6 4 6 4-6 4 6 4-6 4 6 4-6 4 6 4M38 78v-8h20v8M48 70v-8' +
    'M42 54h12v8H42zM66 66V46M60 46h12M62 50h8M64 54h4',
  electronics_rack:
    rect(24, 14, 48, 66, 2) +
    [20, 34, 48, 62].map((y) => rect(28, y, 40, 11, 1)).join('') +
    'M33 25h10M33 53h10' +
    circle(58, 25, 2.5) +
    circle(64, 25, 1.5) +
    'M32 40c3-5 5 5 8 0s5 5 8 0M54 40h10M33 67h20' +
    circle(60, 53, 2.5),
  server_cabinet:
    rect(28, 14, 40, 66, 2) +
    [20, 30, 40, 50, 60].map((y) => `M33 ${y}h30M33 ${y + 5}h18${circle(60, y + 5, 1.2)}`).join('') +
    'M34 80v4M62 80v4',
  vibration_table:
    rect(30, 40, 36, 6, 1) +
    rect(38, 22, 20, 18, 2) +
    'M40 46l-6 22h28l-6-22M20 80h56M34 68v12M62 68v12M18 34c-4 4-4 12 0 16M78 34c4 4 4 12 0 16',
  isolator:
    rect(16, 24, 64, 34, 4) +
    circle(34, 46, 6) +
    circle(54, 46, 6) +
    'M30 50v10M38 50v10M50 50v10M58 50v10M22 32h52M22 58v22M74 58v22M68 24v-8h8',
  autoclave:
    rect(18, 22, 60, 52, 4) +
    circle(42, 48, 18) +
    circle(42, 48, 3) +
    'M42 30v6M42 60v6M24 48h6M54 48h6M66 34h6M66 42h6M66 50h6M24 74v6M72 74v6',
  bioreactor:
    'M34 30h28v38c0 8-28 8-28 0zM48 16v38M42 54h12M44 60h8M30 30h36' +
    circle(48, 14, 3) +
    'M38 30v-8M58 30v-8M34 44h28M40 76v6M56 76v6M70 40h8v40H70',
  injection_press:
    rect(12, 50, 72, 14, 2) +
    rect(18, 32, 12, 18, 1) +
    rect(34, 32, 10, 18, 1) +
    'M30 38h4M30 44h4M44 41h8M52 36h24v10H52zM60 36v-10h10l-3 10M16 64v12M80 64v12M12 76h72',
  machining_centre:
    rect(16, 18, 64, 60, 3) +
    rect(24, 26, 34, 36, 2) +
    'M41 26v12M36 38h10v6H36zM41 44v6M30 56h22M66 28h8M66 36h8M24 70h48' +
    circle(70, 48, 3),
  conveyor_line:
    'M10 58h76M10 66h76' +
    circle(18, 62, 4) +
    circle(48, 62, 4) +
    circle(78, 62, 4) +
    rect(18, 46, 12, 12, 1) +
    rect(66, 46, 12, 12, 1) +
    rect(38, 26, 20, 20, 2) +
    'M44 46v6M52 46v6M48 26v-8M18 66v14M78 66v14',
  printer_3d:
    rect(20, 16, 56, 64, 3) +
    rect(27, 26, 42, 40, 2) +
    'M27 34h42M48 34v6M45 40h6l-3 4zM38 62h20M40 58h16M42 54h12M44 50h8M30 73h12' +
    circle(64, 73, 2.5),
  clean_room:
    rect(14, 18, 68, 62, 2) +
    'M14 30h68M22 18v12M34 18v12M46 18v12M58 18v12M70 18v12M24 36v8M36 36v8M48 36v8M60 36v8M72 36v8' +
    rect(28, 60, 40, 4, 1) +
    'M32 64v16M64 64v16',
  animal_room: `${rect(16, 24, 64, 54, 2)}M16 42h64M16 60h64M48 24v54M24 36c2-5 8-5 10 0M56 54c2-5 8-5 10 0M24 72c2-5 8-5 10 0`,
  data_disc: 'M24 26c0-8 48-8 48 0v44c0 8-48 8-48 0zM24 26c0 8 48 8 48 0M24 41c0 8 48 8 48 0M24 56c0 8 48 8 48 0',
  report_sheet: `M28 14h28l14 14v54H28zM56 14v14h14M36 40h26M36 48h26M36 56h16${circle(58, 68, 6)}M55 68l2 2 4-4`,
  flask: `M40 16v20L22 72c-2 5 1 8 5 8h42c4 0 7-3 5-8L56 36V16M36 16h24M30 60h36${circle(44, 68, 2)}${circle(54, 72, 1.5)}`,
}

/** The lines of a drawing as commands of one SVG path, in a square of 96 units; made to be stroked 1.5 wide with round ends and no fill. */
export function drawingPath(kind: DrawingKind): string {
  return SHAPES[kind]
}

/** The drawing as SVG text in the colour of the text around it. Decoration: the name stands beside it, so it is hidden from readers of the screen. */
export function instrumentDrawing(kind: DrawingKind): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${drawingPath(kind)}"/></svg>`
}
