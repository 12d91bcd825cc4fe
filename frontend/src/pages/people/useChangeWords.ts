import { useI18n } from 'vue-i18n'
import type { Change } from '@/api/types'
import { useReference } from '@/reference/useReference'

interface RestDays {
  name: string
  first: string
  last: string
}

/** A change in one line: whom or what it is about, and what it would become. */
export function useChangeWords(): (change: Change) => string {
  const { t } = useI18n()
  const { label, ruleTitle } = useReference()

  return (change) => {
    const body = change.body as Record<string, string | null | unknown[]>
    const text = (key: string): string => String(body[key] ?? '')
    const named = (key: string): string => change.names[text(key)] ?? text(key)
    const days = (first: string, last: string): string =>
      [text(first) && t('changes.held_from', { first: text(first) }), text(last) && t('changes.held_to', { last: text(last) })]
        .filter(Boolean)
        .join('，')
    const count = (key: string): number => (body[key] as unknown[]).length
    const post = text('post_id')
    switch (change.kind) {
      case 'UNIT_CREATE':
        return `${text('name')}（${label('UnitKind', text('unit_kind'))}），${t('changes.under', { parent: named('parent_id') })}`
      case 'UNIT_RENAME':
        return `${named('unit_id')} ${t('changes.to_name', { name: text('name') })}`
      case 'UNIT_CLOSE':
        return named('unit_id')
      case 'PERSON_CREATE':
        return `${text('name')}（${text('username')}）`
      case 'PEOPLE_IMPORT':
        return t('changes.imported', { units: count('units'), people: count('people'), posts: count('posts'), file: text('filename') })
      case 'CALENDAR_YEAR': {
        const rest = (body['rest'] as RestDays[]).map((one) => `${one.name} ${one.first} – ${one.last}`).join('；')
        const work = (body['work'] as string[]).join('、')
        const said = [rest && `${t('calendar.rest')}：${rest}`, work && `${t('calendar.work')}：${work}`].filter(Boolean).join('；')
        return `${t('calendar.year', { year: text('year') })}：${said}（${text('basis')}）`
      }
      case 'POLICY_VERSION':
        return t('policy.asked', { first: text('effective_from'), base: text('base').split('@').at(-1), basis: text('basis') })
      case 'FORM_TEMPLATE':
        return `${label('FormKind', text('form'))}：${text('filename')}`
      case 'FORM_RESET':
        return label('FormKind', text('form'))
      case 'RULE_SUSPEND':
      case 'RULE_RESUME':
        return `${ruleTitle(text('rule'))}（${text('rule')}）`
      case 'POST_GRANT':
        return `${named('person_id')}：${label('Role', text('role'))} · ${named('unit_id')}，${days('valid_from', 'valid_to')}`
      case 'POST_REVOKE':
        return `${change.names[`${post}/person`] ?? ''}：${label('Role', change.names[post])} · ${change.names[`${post}/unit`] ?? ''}，${t('changes.last_day', { last: text('last_day') })}`
      default:
        return named('person_id')
    }
  }
}
