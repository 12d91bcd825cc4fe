import { beforeEach, describe, expect, it } from 'vitest'
import { draftKey, dropDraft, forgetDrafts, keepDraft, readDraft } from '@/drafts/drafts'

beforeEach(() => localStorage.clear())

describe('drafts', () => {
  it('are kept per person, object and form', () => {
    const key = draftKey('p1', 'c1', 'opinion')
    keepDraft(key, { body: '写到一半' })
    expect(readDraft(key)).toEqual({ body: '写到一半' })
    expect(readDraft(draftKey('p2', 'c1', 'opinion'))).toBeNull()
    dropDraft(key)
    expect(readDraft(key)).toBeNull()
  })

  it('of the person who signs out are forgotten, others stay', () => {
    keepDraft(draftKey('p1', 'c1', 'a'), 1)
    keepDraft(draftKey('p2', 'c1', 'a'), 2)
    localStorage.setItem('language', 'en')
    forgetDrafts('p1')
    expect(readDraft(draftKey('p1', 'c1', 'a'))).toBeNull()
    expect(readDraft(draftKey('p2', 'c1', 'a'))).toBe(2)
    expect(localStorage.getItem('language')).toBe('en')
  })

  it('that are no JSON count as none', () => {
    localStorage.setItem(draftKey('p', 'c', 'f'), '{')
    expect(readDraft(draftKey('p', 'c', 'f'))).toBeNull()
  })
})
