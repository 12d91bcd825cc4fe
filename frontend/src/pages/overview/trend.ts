import type { Overview } from '@/api/types'

interface Names {
  signed: string
  filed: string
  rate: string
}

const font = 'Noto Sans CJK SC, Microsoft YaHei, sans-serif'

/** Bars of signed and filed contracts, and the line of those filed in time, in per cent of what was due. */
export function trendOption(rows: Overview['months'], months: string[], names: Names, style: CSSStyleDeclaration) {
  const colour = (token: string): string => style.getPropertyValue(token).trim()
  const text = { color: colour('--text-2'), fontFamily: font, fontSize: 12 }
  const lines = { lineStyle: { color: colour('--line') } }
  return {
    aria: { enabled: true },
    textStyle: text,
    tooltip: { trigger: 'axis' },
    legend: { right: 12, top: 8, textStyle: text },
    grid: { left: 44, right: 48, top: 44, bottom: 28 },
    xAxis: { type: 'category', data: months, axisLabel: text, axisLine: lines },
    yAxis: [
      { type: 'value', minInterval: 1, axisLabel: text, splitLine: lines },
      { type: 'value', min: 0, max: 100, axisLabel: { ...text, formatter: '{value}%' }, splitLine: { show: false } },
    ],
    series: [
      { name: names.signed, type: 'bar', data: rows.map((row) => row.signed), itemStyle: { color: colour('--bar-chart-1') } },
      { name: names.filed, type: 'bar', data: rows.map((row) => row.filed), itemStyle: { color: colour('--primary') } },
      {
        name: names.rate, type: 'line', yAxisIndex: 1, connectNulls: true, itemStyle: { color: '#d98a1c' },
        data: rows.map((row) => (row.filing_due ? Math.round((row.filed_on_time / row.filing_due) * 1000) / 10 : null)),
      },
    ],
  }
}
