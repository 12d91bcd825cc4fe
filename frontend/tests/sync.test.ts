import { beforeEach, describe, expect, it, vi } from 'vitest'
import { unsent } from '@/api/unsent'
import { draftKey, dropDraft, keepDraft, readDraft } from '@/drafts/drafts'
import { carryDrafts, flushDrafts, pullDrafts } from '@/drafts/sync'

const key = draftKey('p1', 'c1', 'facts')
let there = new Map<string, { text: string; mark: string }>()
let saves = 0

beforeEach(() => {
  localStorage.clear()
  there = new Map()
  saves = 0
  vi.useFakeTimers()
  vi.spyOn(unsent, 'keep').mockImplementation(async (object, form, text) => {
    saves += 1
    there.set(`${object}/${form}`, { text, mark: `m${saves}` })
    return { object_id: object, form, text, mark: `m${saves}` }
  })
  vi.spyOn(unsent, 'drop').mockImplementation(async (object, form) => {
    there.delete(`${object}/${form}`)
    return undefined
  })
  vi.spyOn(unsent, 'list').mockImplementation(async () =>
    [...there].map(([path, one]) => {
      const [object_id = '', form = ''] = path.split('/')
      return { object_id, form, ...one }
    }),
  )
  carryDrafts()
})

describe('drafts on the server', () => {
  it('go there once somebody pauses, not with every letter', async () => {
    for (const text of ['写', '写到', '写到一半']) keepDraft(key, text)
    expect(saves).toBe(0)
    await vi.advanceTimersByTimeAsync(1600)
    expect(saves).toBe(1)
    expect(there.get('c1/facts')?.text).toBe('"写到一半"')
  })

  it('come back after signing out on the same or another machine', async () => {
    keepDraft(key, { name: '合同' })
    await flushDrafts('p1')
    localStorage.clear()
    await pullDrafts('p1')
    expect(readDraft(key)).toEqual({ name: '合同' })
  })

  it('give way to what was changed here and has not reached the server', async () => {
    there.set('c1/facts', { text: '"旧"', mark: 'old' })
    keepDraft(key, '新')
    await pullDrafts('p1')
    expect(readDraft(key)).toBe('新')
    await vi.advanceTimersByTimeAsync(1600)
    expect(there.get('c1/facts')?.text).toBe('"新"')
  })

  it('that were sent from elsewhere are gone here, too', async () => {
    keepDraft(key, '一')
    await flushDrafts('p1')
    there.clear()
    await pullDrafts('p1')
    expect(readDraft(key)).toBeNull()
  })

  it('are dropped there after what was on its way has arrived', async () => {
    keepDraft(key, '一')
    const flushed = flushDrafts('p1')
    dropDraft(key)
    await flushed
    await vi.advanceTimersByTimeAsync(10)
    expect(there.has('c1/facts')).toBe(false)
  })

  it('stay here while the server cannot be reached', async () => {
    vi.spyOn(unsent, 'keep').mockRejectedValue(new Error('unreachable'))
    keepDraft(key, '一')
    await vi.advanceTimersByTimeAsync(1600)
    await pullDrafts('p1')
    expect(readDraft(key)).toBe('一')
  })
})
