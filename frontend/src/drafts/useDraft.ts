import { watch, type Ref } from 'vue'
import { useSession } from '@/session/store'
import { draftKey, dropDraft, keepDraft, readDraft } from './drafts'

/** Keeps a form's value while it is being filled in and restores it; `clear` after it was submitted. */
export function useDraft<T>(object: string, form: string, value: Ref<T>): { restored: boolean; clear: () => void } {
  const key = draftKey(useSession().current?.person_id ?? 'nobody', object, form)
  const kept = readDraft<T>(key)
  if (kept !== null) value.value = kept
  const stop = watch(value, (now) => keepDraft(key, now), { deep: true })
  return {
    restored: kept !== null,
    clear: () => {
      stop()
      dropDraft(key)
    },
  }
}
