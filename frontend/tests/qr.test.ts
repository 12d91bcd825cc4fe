import decodeQR from 'qr/decode.js'
import { describe, expect, it } from 'vitest'
import { draw } from '@/pages/account/qr'

const scale = 4

/** The picture as a camera would see it: white, with the squares of the path in black. */
function photographed(text: string): { width: number; height: number; data: Uint8Array } {
  const { side, path } = draw(text)
  const width = side * scale
  const data = new Uint8Array(width * width * 4).fill(255)
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let row = 0; row < scale; row++) {
      const start = ((Number(y) * scale + row) * width + Number(x) * scale) * 4
      for (let at = start; at < start + scale * 4; at += 4) data.fill(0, at, at + 3)
    }
  }
  return { width, height: width, data }
}

describe('a QR code as it is drawn', () => {
  it.each([
    'otpauth://totp/%E6%94%BF%E5%BA%9C:linzhiyuan?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E6%94%BF%E5%BA%9C',
    'otpauth://totp/a:b?secret=GEZDGNBVGY3TQOJQ',
    `otpauth://totp/${'x'.repeat(200)}?secret=GEZDGNBVGY3TQOJQ`,
  ])('is read back by another program: %s', (text) => {
    expect(decodeQR(photographed(text))).toBe(text)
  })
})
