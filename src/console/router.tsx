/** Every page of the console and its address; a page's code comes when it is opened. */
import { createBrowserRouter, type RouteObject } from 'react-router';
import { Frame } from './frame.tsx';
import { PageFault } from './parts/page-fault.tsx';

type Loaded = Promise<{ Page: React.ComponentType }>;
const page = (path: string, load: () => Loaded): RouteObject => ({
  path,
  lazy: async () => ({ Component: (await load()).Page }),
  errorElement: <PageFault />,
});

export const router = createBrowserRouter(
  [
    {
      element: <Frame />,
      errorElement: <PageFault />,
      HydrateFallback: () => null,
      children: [
        page('/', () => import('./pages/inbox/inbox.tsx')),
        page('/disputes', () => import('./pages/dispute/list.tsx')),
        page('/disputes/:id', () => import('./pages/dispute/case.tsx')),
        page('/intake', () => import('./pages/intake/page.tsx')),
        page('/drafts', () => import('./pages/draft/list.tsx')),
        page('/referrals', () => import('./pages/referral/list.tsx')),
        page('/referrals/:id', () => import('./pages/referral/referral.tsx')),
        page('/imports', () => import('./pages/import/list.tsx')),
        page('/imports/:id', () => import('./pages/import/import.tsx')),
        page('/me', () => import('./pages/account/account.tsx')),
        page('/notices', () => import('./pages/account/notices.tsx')),
        page('/accounts', () => import('./pages/admin/accounts.tsx')),
        page('/accounts/:id', () => import('./pages/admin/account.tsx')),
        page('/service-keys', () => import('./pages/admin/service-keys.tsx')),
        page('/city', () => import('./pages/admin/city.tsx')),
        page('/rule-packs', () => import('./pages/admin/rule-packs.tsx')),
        page('/rule-packs/new', () => import('./pages/admin/new-pack.tsx')),
        page('/rule-packs/:id', () => import('./pages/admin/rule-pack.tsx')),
        page('/readings', () => import('./pages/admin/readings.tsx')),
        page('/break-glass', () => import('./pages/admin/break-glass.tsx')),
        page('/figures', () => import('./pages/manage/figures.tsx')),
        page('/figures/cases', () => import('./pages/manage/figure-cases.tsx')),
        page('/caseload', () => import('./pages/manage/caseload.tsx')),
        page('/approvals', () => import('./pages/manage/approvals.tsx')),
        page('/mediators', () => import('./pages/manage/mediators.tsx')),
        page('*', () => import('./pages/not-found.tsx')),
      ],
    },
  ],
  { basename: '/console' },
);
