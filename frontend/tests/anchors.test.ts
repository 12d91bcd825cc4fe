import { beforeEach, describe, expect, it } from 'vitest'
import { pointOffset } from '@/text/anchors'

beforeEach(() => {
  document.body.innerHTML =
    '<div id="pane"><p data-start="0"><span data-skip>第一条</span>甲𠮷<mark>乙丙</mark><del data-skip>删</del>丁</p><p data-start="7">戊己</p></div>'
})

function textNode(content: string): Node {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node.nodeValue === content) return node
  throw new Error(`no text ${content}`)
}

describe('pointOffset', () => {
  it('counts code points and leaves labels and deletions out', () => {
    expect(pointOffset(textNode('甲𠮷'), 0)).toBe(0)
    expect(pointOffset(textNode('甲𠮷'), 3)).toBe(2)
    expect(pointOffset(textNode('乙丙'), 1)).toBe(3)
    expect(pointOffset(textNode('丁'), 1)).toBe(5)
    expect(pointOffset(textNode('第一条'), 2)).toBe(0)
  })

  it('knows the block of a place', () => {
    expect(pointOffset(textNode('戊己'), 1)).toBe(8)
  })

  it('reads a place that names an element and a child', () => {
    const block = document.querySelector('[data-start="0"]') as Element
    expect(pointOffset(block, 2)).toBe(2) // before the mark
    expect(pointOffset(block, 5)).toBe(5) // behind everything
  })
})
