/** Where one can go: a page is offered to whoever reaches something behind its wall. */
import type { Wall } from '../domain/walls.ts';
import { words } from './words/zh-CN.ts';

export type MenuItem = { path: string; label: string; wall: Wall };

const items: readonly MenuItem[] = [
  { path: '/', label: words.menu.inbox, wall: 'task.read' },
  { path: '/disputes', label: words.menu.disputes, wall: 'dispute.read' },
];

export const menuFor = (may: (wall: Wall) => boolean): MenuItem[] => items.filter(({ wall }) => may(wall));
