/** Invented resources for the search benchmark: the same index gives the same resource, so that loading and checking agree. */
import { baseNumber, buildTokens, drawOf, type SearchText } from '@jiju/catalog/core/search/tokens'
import type { DocumentRow } from '@jiju/catalog/server/sql/search-index'
import { seededRandom } from './bench.ts'

const TYPES: readonly (readonly [zh: string, en: string, code: string])[] = [
  ['高效液相色谱仪', 'High performance liquid chromatograph', '0105'],
  ['超高效液相色谱仪', 'Ultra performance liquid chromatograph', '0105'],
  ['制备型液相色谱仪', 'Preparative liquid chromatograph', '0105'],
  ['液相色谱-三重四极杆质谱联用仪', 'Triple quadrupole LC-MS system', '0102'],
  ['气相色谱仪', 'Gas chromatograph', '0105'],
  ['气相色谱-质谱联用仪', 'GC-MS system', '0102'],
  ['离子色谱仪', 'Ion chromatograph', '0105'],
  ['凝胶渗透色谱仪', 'Gel permeation chromatograph', '0105'],
  ['电感耦合等离子体质谱仪', 'ICP-MS spectrometer', '0102'],
  ['飞行时间质谱仪', 'Time of flight mass spectrometer', '0102'],
  ['场发射扫描电子显微镜', 'Field emission scanning electron microscope', '0101'],
  ['透射电子显微镜', 'Transmission electron microscope', '0101'],
  ['激光共聚焦显微镜', 'Confocal laser scanning microscope', '0108'],
  ['原子力显微镜', 'Atomic force microscope', '0108'],
  ['核磁共振波谱仪', 'Nuclear magnetic resonance spectrometer', '0106'],
  ['电子顺磁共振波谱仪', 'Electron paramagnetic resonance spectrometer', '0106'],
  ['傅里叶变换红外光谱仪', 'Fourier transform infrared spectrometer', '0104'],
  ['显微拉曼光谱仪', 'Raman microscope', '0104'],
  ['紫外可见分光光度计', 'UV-visible spectrophotometer', '0104'],
  ['原子吸收光谱仪', 'Atomic absorption spectrometer', '0104'],
  ['X射线衍射仪', 'X-ray diffractometer', '0103'],
  ['X射线光电子能谱仪', 'X-ray photoelectron spectrometer', '0103'],
  ['显微CT扫描系统', 'Micro-CT scanner', '1101'],
  ['差示扫描量热仪', 'Differential scanning calorimeter', '0109'],
  ['热重分析仪', 'Thermogravimetric analyser', '0109'],
  ['动态热机械分析仪', 'Dynamic mechanical analyser', '0109'],
  ['万能材料试验机', 'Universal testing machine', '0201'],
  ['疲劳试验机', 'Fatigue testing machine', '0201'],
  ['激光粒度分析仪', 'Laser particle size analyser', '0205'],
  ['三坐标测量机', 'Coordinate measuring machine', '0301'],
  ['流式细胞仪', 'Flow cytometer', '0110'],
  ['荧光定量基因扩增仪', 'Real-time PCR cycler', '0110'],
  ['高通量测序仪', 'High throughput sequencer', '0110'],
  ['多功能酶标仪', 'Multimode microplate reader', '0110'],
  ['全自动生化分析仪', 'Automatic biochemistry analyser', '0901'],
  ['小动物活体成像系统', 'In vivo imaging system', '0902'],
  ['电波暗室', 'Anechoic chamber', '0802'],
  ['矢量网络分析仪', 'Vector network analyser', '0804'],
  ['环境应力试验箱', 'Climatic test chamber', '0207'],
  ['脉动真空灭菌器', 'Pre-vacuum steriliser', '0112'],
]
const SERVICES: readonly (readonly [zh: string, en: string])[] = [
  ['体外细胞毒性试验', 'In vitro cytotoxicity test'],
  ['皮肤致敏试验', 'Skin sensitisation test'],
  ['溶血试验', 'Haemolysis test'],
  ['遗传毒性试验', 'Genotoxicity test'],
  ['可沥滤物化学表征', 'Chemical characterisation of leachables'],
  ['电磁兼容检测', 'Electromagnetic compatibility test'],
  ['基本安全和基本性能检测', 'Basic safety and essential performance test'],
  ['无菌检查', 'Sterility test'],
  ['细菌内毒素检查', 'Bacterial endotoxin test'],
  ['加速老化试验', 'Accelerated ageing test'],
  ['包装密封强度试验', 'Seal strength test'],
  ['软件产品质量测试', 'Software product quality test'],
]
const MAKERS = [
  'Agilent',
  'Waters',
  'Shimadzu',
  'SCIEX',
  'Bruker',
  'JEOL',
  'Zeiss',
  'Leica',
  'Nikon',
  'Olympus',
  'PerkinElmer',
  'Malvern',
  'Instron',
  'Zwick',
  'Netzsch',
  'Mettler',
  'Horiba',
  'Renishaw',
  'Rigaku',
  'Keysight',
  'Illumina',
  'Roche',
  'Hitachi',
  'Tescan',
  'Anton',
  'Mindray',
  'Rayto',
  'Hexagon',
  'Mitutoyo',
  'Tecan',
]
const SERIES = [
  'Infinity',
  'Acquity',
  'Nexera',
  'Triple',
  'Avance',
  'Merlin',
  'Stellaris',
  'Crossbeam',
  'Spectrum',
  'Master',
  'Electro',
  'Pegasus',
  'Excellence',
  'Labram',
  'Ultima',
  'Nova',
  'Cobas',
  'Regulus',
  'Mira',
  'Modular',
  'Prime',
  'Quantum',
  'Vertex',
  'Tensor',
  'Titan',
]
const PLACES = [
  '嘉定',
  '闵行',
  '浦东',
  '松江',
  '青浦',
  '宝山',
  '徐汇',
  '杨浦',
  '奉贤',
  '金山',
  '普陀',
  '静安',
  '长宁',
  '虹口',
  '黄浦',
  '崇明',
]
const SUBJECTS = [
  '生物材料',
  '精密仪器',
  '医学影像',
  '药物分析',
  '植入器械',
  '体外诊断',
  '康复工程',
  '神经工程',
  '微纳制造',
  '分子医学',
  '环境毒理',
  '临床检验',
  '表面工程',
  '先进陶瓷',
  '高分子',
  '纳米技术',
]
const BODIES = ['研究所', '检测中心', '重点实验室', '分析测试中心', '技术有限公司', '工程研究中心', '附属医院', '公共服务平台']
const METHODS = [
  '外标法定量',
  '内标法定量',
  '梯度洗脱',
  '断口分析',
  '晶粒度评级',
  '孔隙率测定',
  '代谢组学',
  '蛋白质组学',
  '方法学验证',
  '稳定性考察',
  '残留溶剂测定',
  '元素杂质筛查',
  '薄膜厚度测量',
  '三维形貌重建',
  '疲劳寿命评估',
  '加速溶出',
]
const NOTES = [
  '配二极管阵列检测器',
  '配荧光检测器',
  '可现场培训上机',
  '周末可预约',
  '适合无菌样品前处理',
  '需提前提供样品信息',
  '数据当日交付',
  '支持远程观察',
  '配低温样品台',
  '适合植入材料与涂层',
  '可出具双语报告',
  '样品用量少于一毫克',
]
const MODES = ['self_service', 'with_operator', 'send_sample', 'commissioned']

export type BenchResource = {
  readonly id: string
  readonly kind: 'instrument' | 'testing_service'
  readonly providerId: string
  readonly district: string
  readonly classCode: string | null
  readonly modes: readonly string[]
  readonly text: SearchText
  readonly priceFen: bigint
  readonly lon: number
  readonly lat: number
}

const PROVIDERS = 2000
const hex = (value: number, length: number) => Math.floor(value).toString(16).padStart(length, '0').slice(-length)
const providerId = (index: number) => `0190a000-0000-7000-8000-${hex(index, 12)}`

/** The resource of an index. Common kinds are common, and each has a number of its own in its model now and then. */
export function resourceOf(index: number): BenchResource {
  const random = seededRandom(index * 2_654_435_761)
  const below = (count: number) => Math.floor(random() * count)
  const pick = <Item>(items: readonly Item[]) => items[below(items.length)] as Item
  const id = `0190b${hex(index, 3)}-${hex(below(65_536), 4)}-7${hex(below(4096), 3)}-8${hex(below(4096), 3)}-${hex(index, 8)}${hex(below(65_536), 4)}`
  const provider = below(PROVIDERS)
  const place = PLACES[provider % PLACES.length] as string
  const isService = random() < 0.15
  const [zh, en, code] = isService ? [...pick(SERVICES), null] : pick(TYPES)
  const subject = pick(SUBJECTS)
  const number = 100 + below(9900)
  const model = isService ? null : `${pick(SERIES)} ${number}${random() < 0.4 ? pick(['A', 'Plus', 'II', 'XR', 'S']) : ''}`
  const series = 200 + below(80)
  const standards = [
    `GB 9706.${series}-20${20 + below(5)}`,
    `GB/T 16886.${1 + below(20)}-20${15 + below(10)}`,
    `YY/T ${1000 + below(900)}-20${10 + below(15)}`,
  ]
  return {
    id,
    kind: isService ? 'testing_service' : 'instrument',
    providerId: providerId(provider),
    district: `${place}区`,
    classCode: code,
    modes: isService ? ['send_sample'] : MODES.slice(0, 1 + below(2)),
    text: {
      nameZh: random() < 0.3 ? `${subject}${zh}` : zh,
      nameEn: en,
      model,
      manufacturer: isService ? null : pick(MAKERS),
      keywords: [subject],
      methods: [pick(METHODS), pick(METHODS)],
      standards: standards.slice(0, 1 + below(3)).map((standard) => ({ number: standard, titleZh: null, titleEn: null })),
      providerNames: [`${place}${SUBJECTS[provider % SUBJECTS.length]}${BODIES[provider % BODIES.length]}${hex(provider, 3)}`],
      body: [`${pick(NOTES)}，${pick(NOTES)}。`],
    },
    priceFen: BigInt(5000 + below(400) * 1000),
    lon: 121 + random(),
    lat: 30.8 + random() * 0.8,
  }
}

/** The same as a row of the index, built by the code that the platform uses. */
export function documentOf(resource: BenchResource): DocumentRow {
  const { text } = resource
  const standards = [...new Set(text.standards.map(({ number }) => baseNumber(number)))]
  return {
    resource_id: resource.id,
    draw: drawOf(resource.id),
    kind: resource.kind,
    provider_id: resource.providerId,
    provider_district: resource.district,
    district: resource.district,
    class_code: resource.classCode,
    standards,
    modes: resource.modes,
    cma_until: '2028-01-01',
    cnas_until: null,
    glp_until: null,
    price_inside_fen: null,
    price_member_fen: null,
    price_academic_fen: resource.priceFen / 2n,
    price_enterprise_fen: resource.priceFen,
    price_outside_fen: null,
    longitude: resource.lon,
    latitude: resource.lat,
    card: cardOf(resource),
    tokens: buildTokens(text, {
      id: resource.id,
      kind: resource.kind,
      providerId: resource.providerId,
      district: resource.district,
      classCode: resource.classCode,
      modes: resource.modes,
      schemes: ['cma'],
      standards,
      prices: {
        inside: null,
        member: null,
        academic: resource.priceFen / 2n,
        enterprise: resource.priceFen,
        outside_district: null,
      },
      point: { lon: resource.lon, lat: resource.lat },
    }),
    indexed_on: '2026-11-21',
    refresh_on: null,
  }
}

function cardOf({ kind, text, classCode, providerId: id, district }: BenchResource) {
  return {
    kind,
    nameZh: text.nameZh,
    nameEn: text.nameEn,
    manufacturer: text.manufacturer,
    model: text.model,
    summary: text.body[0] ?? null,
    classCode,
    photoUrl: null,
    provider: { id, name: text.providerNames[0] ?? '', nameEn: null, district },
    siteName: null,
    standards: text.standards.map(({ number }) => ({ number, titleZh: null, status: 'active', isReplaced: false, successors: [] })),
    methods: text.methods,
    confirmation: 'instant',
    turnaroundDays: 5,
    unit: 'hour',
  }
}
