import { describe, expect, it } from 'vitest'
import { offsetAt, placesOf, type PlacedLine } from '@/text/places'

const line = (start: number, top: number, slope = 0): PlacedLine => ({ start, top, bottom: top + 150, slope, edges: [100, 200, 300, 400] })

describe('places of text', () => {
  it('are one rectangle a line, clipped to the line', () => {
    expect(placesOf([line(10, 1000), line(14, 1200)], 11, 16)).toEqual([
      { x: 200, y: 1000, width: 200, height: 150 },
      { x: 100, y: 1200, width: 200, height: 150 },
    ])
    expect(placesOf([line(10, 1000)], 13, 20)).toEqual([])
  })

  it('follow a line that leans', () => {
    const [place] = placesOf([line(0, 1000, 100)], 2, 3)
    expect(place).toEqual({ x: 300, y: 1025, width: 100, height: 150 })
  })
})

describe('the character at a point', () => {
  const lines = [line(10, 1000), line(14, 1200)]

  it('is the one under it', () => {
    expect(offsetAt(lines, 250, 1050)).toBe(11)
    expect(offsetAt(lines, 399, 1300)).toBe(16)
  })

  it('is the nearest where nothing is printed', () => {
    expect(offsetAt(lines, 900, 1210)).toBe(16)
    expect(offsetAt(lines, 0, 0)).toBe(10)
    expect(offsetAt([], 5, 5)).toBeNull()
  })

  it('is found on a leaning line where the line is', () => {
    expect(offsetAt([line(0, 1000, 1000), line(5, 1300)], 390, 1295)).toBe(2)
  })
})
