/** Where one can go: a page is offered to whoever reaches something behind its wall. */
import type { Wall } from '../domain/walls.ts';
import { words } from './words/zh-CN.ts';

export type MenuItem = { path: string; label: string; wall: Wall };

const items: readonly MenuItem[] = [
  { path: '/', label: words.menu.inbox, wall: 'task.read' },
  { path: '/disputes', label: words.menu.disputes, wall: 'dispute.read' },
  { path: '/intake', label: words.menu.intake, wall: 'dispute.open' },
  { path: '/drafts', label: words.menu.drafts, wall: 'draft.keep' },
  { path: '/referrals', label: words.menu.referrals, wall: 'referral.read' },
  { path: '/imports', label: words.menu.imports, wall: 'import.read' },
  { path: '/figures', label: words.menu.figures, wall: 'figure.read' },
  { path: '/caseload', label: words.menu.caseload, wall: 'figure.read' },
  { path: '/approvals', label: words.menu.requests, wall: 'request.read' },
  { path: '/mediators', label: words.menu.people, wall: 'mediator.read' },
  { path: '/accounts', label: words.menu.accounts, wall: 'account.read' },
  { path: '/service-keys', label: words.menu.serviceKeys, wall: 'service-key.read' },
  { path: '/rule-packs', label: words.menu.rulePacks, wall: 'rule-pack.preview' },
  { path: '/city', label: words.menu.city, wall: 'account.read' },
  { path: '/readings', label: words.menu.readings, wall: 'reading.read' },
  { path: '/break-glass', label: words.menu.breakGlass, wall: 'break-glass.read' },
];

export const menuFor = (may: (wall: Wall) => boolean): MenuItem[] => items.filter(({ wall }) => may(wall));
