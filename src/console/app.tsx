import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as Antd, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { RouterProvider } from 'react-router';
import { Problem } from './api.ts';
import { WithMe } from './me.tsx';
import { WithTypeSize } from './parts/type-size.tsx';
import { WithJobs } from './parts/use-jobs.tsx';
import { router } from './router.tsx';
import { themeOf } from './theme.ts';

const client = new QueryClient({
  defaultOptions: {
    // Whether the server answers is told by asking it.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 10_000,
      // What was refused stays refused; a server that is away may come back.
      retry: (count, error) =>
        count < 2 && error instanceof Problem && (error.status === 0 || error.status === 503),
    },
  },
});

export function App() {
  return (
    <WithTypeSize>
      {(isLarge) => (
        <ConfigProvider
          locale={zhCN}
          theme={themeOf(isLarge)}
          button={{ autoInsertSpace: false }}
          descriptions={{ styles: { label: { width: '8em' } } }}
          getPopupContainer={regionOf}
        >
          <Antd>
            <QueryClientProvider client={client}>
              <WithMe>
                <WithJobs>
                  <RouterProvider router={router} />
                </WithJobs>
              </WithMe>
            </QueryClientProvider>
          </Antd>
        </ConfigProvider>
      )}
    </WithTypeSize>
  );
}

/** What opens belongs to where it was opened: read aloud there, and gone with it. */
const regionOf = (trigger?: HTMLElement): HTMLElement =>
  trigger?.closest<HTMLElement>('.ant-modal-container,[role="dialog"],main,header') ?? document.body;
