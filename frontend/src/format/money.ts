const grouped = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** 320000000 fen as "3,200,000.00". */
export function yuan(fen: number): string {
  return grouped.format(fen / 100)
}

/** 320000000 fen as "320.00" ten-thousands of yuan. */
export function tenThousands(fen: number): string {
  return grouped.format(fen / 1_000_000)
}

/** "3,200,000.5" as fen; null for an empty text, NaN for what is no amount. */
export function parseYuan(text: string): number | null {
  const plain = text.replace(/[,，\s]/g, '')
  if (plain === '') return null
  const match = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(plain)
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : Number.NaN
}
