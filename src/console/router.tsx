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
        page('*', () => import('./pages/not-found.tsx')),
      ],
    },
  ],
  { basename: '/console' },
);
