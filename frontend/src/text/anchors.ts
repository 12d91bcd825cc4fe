import { codePoints, toPoints } from './offsets'

/** A selection in code points of the canonical text. */
export interface Anchor {
  start: number
  end: number
  exact: string
}

const carrier = '[data-start]'
const skipped = '[data-skip]'

/** Turns the browser's selection into an anchor; null when it is empty or outside the text. */
export function selectedAnchor(selection: Selection | null, root: Element): Anchor | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!root.contains(range.commonAncestorContainer)) return null
  const start = pointOffset(range.startContainer, range.startOffset)
  const end = pointOffset(range.endContainer, range.endOffset)
  if (start === null || end === null || end <= start) return null
  return { start, end, exact: selection.toString() }
}

/** Canonical offset of a place in the page; null where there is no text of the document. */
export function pointOffset(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement
  const owner = element?.closest<HTMLElement>(carrier) ?? nearestCarrier(element, offset)
  if (!owner) return null
  return Number(owner.dataset['start']) + pointsBefore(owner, node, offset)
}

/** A selection that ends on a block boundary names the container; the block behind it begins there. */
function nearestCarrier(element: Element | null, offset: number): HTMLElement | null {
  const child = element?.children[offset] ?? element?.lastElementChild
  return child?.matches(carrier) ? (child as HTMLElement) : (child?.querySelector<HTMLElement>(carrier) ?? null)
}

function pointsBefore(owner: Element, node: Node, offset: number): number {
  const walker = document.createTreeWalker(owner, NodeFilter.SHOW_TEXT)
  let passed = 0
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    if (text.parentElement?.closest(skipped)) {
      if (text === node) return passed
      continue
    }
    if (text === node) return passed + toPoints(text.nodeValue ?? '', offset)
    if (node instanceof Element && isBehind(text, node, offset)) return passed
    passed += codePoints(text.nodeValue ?? '')
  }
  return node instanceof Element && !owner.contains(node) ? 0 : passed
}

/** Whether a text node comes at or after the place (element, child index). */
function isBehind(text: Node, element: Element, offset: number): boolean {
  const child = element.childNodes[offset]
  if (!child) return Boolean(element.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) && !element.contains(text)
  return child === text || child.contains(text) || Boolean(child.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)
}
