import {
  Bell, Calendar, ChatLineSquare, Checked, DataAnalysis, DocumentAdd, Files, Finished, Flag, Key, List, Lock, Monitor, Notebook, OfficeBuilding, SetUp, Stamp, Switch, Upload, UserFilled, View, WarningFilled,
} from '@element-plus/icons-vue'
import type { Component } from 'vue'

interface Entry {
  name: string
  /** Operation of the access table without which the entry is not there. */
  operation: string
  /** The one role whose page it is, where an operation is open to several. */
  role?: string
  icon: Component
  badge?: 'tasks' | 'alerts'
}

/** The menu and the guards of the router name the same operations. */
export const menu: Entry[] = [
  { name: 'overview', operation: 'overview.read', icon: DataAnalysis },
  { name: 'tasks', operation: 'task.list', icon: Finished, badge: 'tasks' },
  { name: 'submit', operation: 'contract.create', icon: Upload },
  { name: 'existing', operation: 'contract.register_existing', icon: DocumentAdd },
  { name: 'ledger', operation: 'contract.list', icon: Notebook },
  { name: 'alerts', operation: 'alert.list', icon: Bell, badge: 'alerts' },
  { name: 'supervisions', operation: 'supervision.list', icon: Flag },
  { name: 'disputes', operation: 'dispute.list', icon: ChatLineSquare },
  { name: 'handovers', operation: 'handover.list', icon: Switch },
  { name: 'delegations', operation: 'delegation.list', icon: UserFilled },
  { name: 'organisation', operation: 'unit.list', icon: OfficeBuilding },
  { name: 'rules', operation: 'rule.list', icon: Checked },
  { name: 'policy', operation: 'policy.read', icon: SetUp },
  { name: 'calendar', operation: 'calendar.read', icon: Calendar },
  { name: 'forms', operation: 'form.list', icon: Files },
  { name: 'changes', operation: 'change.list', icon: Stamp },
  { name: 'posts', operation: 'person.accounts', role: 'SEC_ADMIN', icon: Key },
  { name: 'passwords', operation: 'person.accounts', role: 'SEC_ADMIN', icon: Lock },
  { name: 'acts', operation: 'audit.list', icon: List },
  { name: 'sign_ins', operation: 'audit.list', icon: Monitor },
  { name: 'administrators', operation: 'audit.list', icon: View },
  { name: 'quarantine', operation: 'quarantine.list', icon: WarningFilled },
]
