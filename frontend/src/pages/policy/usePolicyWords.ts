import { useI18n } from 'vue-i18n'
import type { Fields, Json, PolicyEntry } from '@/api/policy'
import { useReference } from '@/reference/useReference'
import { useConditionWords } from './useConditionWords'

type Value = Record<string, unknown>

/** Which words the members of a list are: by the value's path. */
export const memberKinds: Record<string, string> = {
  'scope.bodies': 'Body', 'scope.instruments': 'Instrument', 'reviewing.unit_reviewers': 'UnitReviewer', seals: 'SealKind',
}

/** A policy value in plain words: what it is called, and what it says. */
export function usePolicyWords() {
  const { t, te } = useI18n()
  const { label, ruleTitle } = useReference()
  const conditions = useConditionWords()

  const labelled: Record<string, string> = {
    clocks: 'Clock', suspension: 'SuspensionReason', opinions: 'Conclusion', warning_windows: 'AlertKind', limits: 'LegalLimit', disputes: 'DisputePeriod',
  }

  function named(name: string, value: Value = {}): string {
    const [group = '', ...rest] = name.split('.')
    const member = rest.join('.')
    const kind = labelled[group]
    if (kind) return label(kind, member)
    if (group === 'filing_targets') return label('FilingTarget', String(value['target'] ?? ''))
    if (group === 'materials') return String(value['title'] ?? member)
    if (group === 'parameters') return te(`policy.parameter.${member}`) ? t(`policy.parameter.${member}`) : ruleTitle(rest[0] ?? '')
    const section = name.replace(/\.\d+$/, '')
    const item = te(`policy.item.${section}`) ? t(`policy.item.${section}`) : section
    return section === name ? item : `${item} ${name.slice(section.length + 1)}`
  }

  const grouped = (group: string): string => (te(`policy.group.${group}`) ? t(`policy.group.${group}`) : group)
  const unit = (value: unknown): string => t(`policy.unit.${String(value)}`)
  const days = (value: Value): string => `${String(value['days'])} ${unit(value['unit'])}`

  function windows(list: unknown): string {
    return (list as { level: string; before: number; unit: string }[])
      .map((one) => {
        const when = one.before < 0 ? 'after' : one.before === 0 ? 'on' : 'before'
        return `${label('AlertLevel', one.level)}：${t(`policy.window_${when}`, { days: one.before, unit: unit(one.unit) })}`
      })
      .join('；')
  }

  function target(value: Value): string {
    const only = value['only_procurement'] ? t('policy.only_procurement') : value['only_major'] ? t('policy.only_major') : t('policy.all_contracts')
    const copies = value['copies'] ? t('policy.copies', { count: value['copies'] as number }) : ''
    const within = t('policy.after_signing', { days: days(value['period'] as Value) })
    return [t(`policy.kind_${String(value['kind'])}`), only, within, copies].filter(Boolean).join('；')
  }

  function material(value: Value): string {
    const when = ((value['when'] ?? []) as Fields[]).map((one) => conditions.worded(one))
    const said = [label('MaterialNeed', value['need'] as string)]
    if (value['source'] && value['source'] !== 'FILES') said.push(t(`policy.source.${String(value['source'])}`))
    if (when.length) said.push(t('policy.asked_when', { when: when.join(t('policy.or')) }))
    if (value['registered_only']) said.push(t('policy.registered_too'))
    return said.join('；')
  }

  function retention(value: Value): string {
    const years = value['years'] ? t('policy.years', { count: value['years'] as number }) : t('policy.for_ever')
    const tier = value['tier'] ? label('Tier', value['tier'] as string) : ''
    const when = value['when'] ? conditions.worded(value['when'] as Fields) : ''
    return [value['rule'] as string, years, [tier, when].filter(Boolean).join('，')].filter(Boolean).join('；')
  }

  function report(value: Value): string {
    const every = t(`policy.every.${String(value['every'])}`)
    return value['by'] ? t('policy.report_by', { every, day: value['by'] as string }) : t('policy.report_days', { every, days: days(value) })
  }

  const shapes: [test: (section: string, value: Value) => boolean, words: (section: string, value: Value) => string][] = [
    [(_, value) => 'target' in value, (_, value) => target(value)],
    [(_, value) => 'windows' in value, (_, value) => windows(value['windows'])],
    [(_, value) => 'every' in value, (_, value) => report(value)],
    [(_, value) => 'need' in value, (_, value) => material(value)],
    [(section) => section.startsWith('keeping.') && section !== 'keeping.transfer', (_, value) => retention(value)],
    [(_, value) => 'years' in value, (_, value) => t('policy.years', { count: value['years'] as number })],
    [(_, value) => 'from_yuan' in value && 'rule' in value, (_, value) => `${String(value['rule'])}（${conditions.worded({ below_yuan: value['from_yuan'] as Json })}）`],
    [(_, value) => 'when' in value, (_, value) => `${String(value['rule'])}（${conditions.worded(value['when'] as Fields)}）`],
    [(_, value) => 'rule' in value, (_, value) => String(value['rule'])],
    [(_, value) => 'to' in value, (_, value) => reportTo(value)],
    [(_, value) => 'members' in value, (section, value) => (value['members'] as string[]).map((one) => label(memberKinds[section] ?? '', one)).join('、')],
    [(_, value) => 'reaction' in value, (_, value) => `${String(value['label'])}：${label('Reaction', value['reaction'] as string)}`],
    [(_, value) => 'template' in value, (_, value) => t('policy.numbered', { template: value['template'] as string, sample: sample(value['template'] as string) })],
    [(_, value) => 'on' in value, (section, value) => switched(section, Boolean(value['on']))],
    [(_, value) => 'at' in value, (_, value) => String(value['at']).slice(0, 5)],
    [(_, value) => 'count' in value, (_, value) => `${String(value['count'])} ${unit(value['unit'])}`],
    [(_, value) => 'percent' in value, (_, value) => `${String(value['percent'])} %`],
    [(section) => section === 'opinion_validity', (_, value) => (value['days'] ? `${String(value['days'])} ${unit('natural')}` : t('policy.no_limit'))],
    [(_, value) => 'days' in value, (_, value) => ('unit' in value ? days(value) : `${String(value['days'])} ${unit('natural')}`)],
    [(_, value) => 'text' in value, (_, value) => String(value['text'])],
    [(_, value) => 'value' in value, (_, value) => String(value['value'])],
  ]

  const reportTo = (value: Value): string => {
    const copies = ((value['copy_to'] ?? []) as string[]).map((one) => label('Addressee', one)).join('、')
    const to = label('Addressee', value['to'] as string)
    return copies ? t('policy.report_to_copy', { to, copies }) : t('policy.report_to', { to })
  }
  const switched = (section: string, on: boolean): string => {
    const key = `policy.switch.${section.replace(/^suspension\..*/, 'suspension')}.${on ? 'on' : 'off'}`
    return te(key) ? t(key) : t(on ? 'policy.yes' : 'policy.no')
  }
  const sample = (template: string): string =>
    template.replace('{yyyy}', '2026').replace(/\{seq(?::(\d))?\}/, (_, width?: string) => '1'.padStart(Number(width ?? 1), '0'))

  /** What a value says; one of a shape nobody has worded is told field by field. */
  function valued(section: string, value: Value): string {
    const shape = shapes.find(([test]) => test(section, value))
    return shape ? shape[1](section, value) : Object.entries(value).map(([name, one]) => `${name} ${JSON.stringify(one)}`).join('，')
  }

  const said = (entry: PolicyEntry): string => valued(entry.section, entry.value as Value)

  return { named, grouped, valued, said, sample }
}
