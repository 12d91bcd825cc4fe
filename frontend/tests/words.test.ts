import { describe, expect, it } from 'vitest'
import en from '@/i18n/en'
import zh from '@/i18n/zh'

type Tree = { [key: string]: string | Tree }

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`),
  )
}

const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()
const chinese = new Map(leaves(zh))
const english = new Map(leaves(en))

describe('both languages', () => {
  it('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
  })

  it('have no empty text and the same placeholders', () => {
    for (const [key, text] of chinese) {
      expect(text, key).not.toBe('')
      expect(english.get(key), key).not.toBe('')
      expect(placeholders(english.get(key) ?? ''), key).toEqual(placeholders(text))
    }
  })
})

const sources = import.meta.glob('../src/**/*.{vue,ts}', { query: '?raw', import: 'default', eager: true })

describe('the pages', () => {
  it('ask only for texts that exist', () => {
    const asked = Object.values(sources as Record<string, string>)
      .flatMap((source) => [...source.matchAll(/\bt\((?:[^()'`]*\? )?'([a-z_.A-Z]+)'(?: : '([a-z_.A-Z]+)')?/g)])
      .flatMap((match) => [match[1], match[2]])
      .filter((key): key is string => Boolean(key))
    expect(asked.length).toBeGreaterThan(200)
    expect(asked.filter((key) => !chinese.has(key))).toEqual([])
  })
})
