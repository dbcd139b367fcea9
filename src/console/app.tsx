import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as Antd, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { RouterProvider } from 'react-router';
import { Problem } from './api.ts';
import { WithMe } from './me.tsx';
import { router } from './router.tsx';
import { theme } from './theme.ts';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // What was refused stays refused; a server that is away may come back.
      retry: (count, error) =>
        count < 2 && error instanceof Problem && (error.status === 0 || error.status === 503),
    },
  },
});

export function App() {
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <Antd>
        <QueryClientProvider client={client}>
          <WithMe>
            <RouterProvider router={router} />
          </WithMe>
        </QueryClientProvider>
      </Antd>
    </ConfigProvider>
  );
}
