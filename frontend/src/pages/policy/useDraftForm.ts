import { useQueryClient } from '@tanstack/vue-query'
import { computed, onBeforeUnmount, ref, watch } from 'vue'
import { policy, type DraftForm, type Fields, type PolicyDraft } from '@/api/policy'
import { draftKey, dropDraft, keepDraft, readDraft } from '@/drafts/drafts'
import { useSession } from '@/session/store'

const PAUSE = 900 // ms without typing before it is saved

/** The form of a draft: loaded once, saved by itself, what it changes told after each save. */
export function useDraftForm(id: string) {
  const client = useQueryClient()
  const key = draftKey(useSession().current?.person_id ?? 'nobody', id, 'policy')
  const view = ref<PolicyDraft | null>(null)
  const form = ref<DraftForm | null>(null)
  const error = ref<unknown>(null)
  const busy = ref(false)
  const dirty = ref(false)
  const savedAt = ref<Date | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> = Promise.resolve()
  let filling = false

  function fill(loaded: PolicyDraft, kept: DraftForm | null = null): void {
    filling = true
    view.value = loaded
    form.value = kept ?? { content: loaded.content as Fields, effective_from: loaded.draft.effective_from, basis: loaded.draft.basis }
    dirty.value = kept !== null
    void Promise.resolve().then(() => (filling = false))
  }

  async function load(): Promise<void> {
    error.value = null
    try {
      const loaded = await policy.draft(id)
      fill(loaded, loaded.draft.pending ? null : readDraft<DraftForm>(key))
    } catch (problem) {
      error.value = problem
    }
  }

  async function put(): Promise<void> {
    if (!form.value || !view.value || !dirty.value) return
    dirty.value = false
    busy.value = true
    try {
      view.value = await policy.save(id, view.value.draft.revision, form.value)
      error.value = null
      savedAt.value = new Date()
      if (!dirty.value) dropDraft(key)
    } catch (problem) {
      dirty.value = true
      error.value = problem
    } finally {
      busy.value = false
    }
  }

  /** Saves what is not saved yet; one request at a time, since each needs the revision of the one before. */
  function save(): Promise<void> {
    clearTimeout(timer)
    running = running.then(put)
    return running
  }

  watch(
    form,
    (now) => {
      if (filling || !now || view.value?.draft.pending) return
      dirty.value = true
      keepDraft(key, now)
      clearTimeout(timer)
      timer = setTimeout(() => void save(), PAUSE)
    },
    { deep: true, flush: 'sync' },
  )
  onBeforeUnmount(() => {
    if (dirty.value) void save()
    void client.invalidateQueries({ queryKey: ['policy-drafts'] })
  })

  /** Does something with the saved draft and takes the answer over. */
  async function act(doing: (view: PolicyDraft) => Promise<PolicyDraft | undefined>): Promise<boolean> {
    await save()
    if (!view.value || error.value) return false
    busy.value = true
    try {
      const after = await doing(view.value)
      if (after) fill(after)
      void client.invalidateQueries({ queryKey: ['policy-drafts'] })
      return true
    } catch (problem) {
      error.value = problem
      return false
    } finally {
      busy.value = false
    }
  }

  const forget = (): void => {
    clearTimeout(timer)
    dirty.value = false
    dropDraft(key)
  }
  const again = async (): Promise<void> => {
    forget()
    await load()
  }
  void load()
  return { view, form, error, busy, dirty, savedAt, save, act, again, forget, changed: computed(() => changedIn(view.value)) }
}

/** The paths of the values that differ from the version underneath. */
function changedIn(view: PolicyDraft | null): ReadonlySet<string> {
  return new Set((view?.differences ?? []).flatMap((one) => (one.after ? [one.after.name] : [])))
}
