import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'

const WIDTH = 320
const HEIGHT = 240
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export type Picture = { readonly bytes: Buffer; readonly sha256: string }

/** A small PNG as a phone would take it of a screen: a chromatogram whose baseline drifts and spikes at `spikeAt` (0–1). */
export function screenPicture(spikeAt: number): Picture {
  const pixels = Buffer.alloc(HEIGHT * (1 + WIDTH))
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) {
      const isFrame = x < 14 || x >= WIDTH - 14 || y < 14 || y >= HEIGHT - 26
      const isGrid = (x - 14) % 36 === 0 || (y - 14) % 36 === 0
      pixels[y * (1 + WIDTH) + 1 + x] = isFrame ? 52 : Math.abs(y - trace(x / WIDTH, spikeAt)) < 2 ? 40 : isGrid ? 196 : 226
    }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  // Eight bits of grey.
  header[8] = 8
  const bytes = Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))])
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

function trace(at: number, spikeAt: number): number {
  const peak = (centre: number, height: number, width: number) => height * Math.exp(-(((at - centre) / width) ** 2))
  return 190 - 40 * at - peak(0.3, 90, 0.02) - peak(0.55, 60, 0.025) - peak(spikeAt, 120, 0.004)
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
