/** Who is signed in, for every page under it; asks to sign in where nobody is, and again over the page where the session was lost. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Modal, Spin } from 'antd';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Role } from '../domain/role.ts';
import { mayReach, type Wall } from '../domain/walls.ts';
import { type Answer, keepCsrfToken, onSignedOut, Problem, request } from './api.ts';
import { Trouble } from './parts/trouble.tsx';
import { NewPassword, SignIn } from './sign-in.tsx';
import { words } from './words/zh-CN.ts';

export type Me = Answer<'/api/me'>;

const MeContext = createContext<Me | null>(null);

export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === null) throw new Error('no one is signed in');
  return me;
}

/** Whether one's roles reach anything behind the wall: what menus and buttons ask. */
export function useMay(): (wall: Wall) => boolean {
  const { account, roles, body, districts } = useMe();
  const standing = { actor: { account, roles: roles as Role[], body }, districts };
  return (wall) => mayReach(standing as unknown as Parameters<typeof mayReach>[0], wall);
}

export function WithMe({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const me = useQuery<Me | null, Problem>({
    queryKey: ['me'],
    queryFn: async () => {
      try {
        const found = (await request('/api/me')) as Me;
        keepCsrfToken(found.csrfToken);
        return found;
      } catch (error) {
        if (error instanceof Problem && error.status === 401) return null;
        throw error;
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [resume, setResume] = useState<(() => void) | null>(null);
  useEffect(() => {
    let asked: Promise<void> | null = null;
    onSignedOut(() => {
      asked ??= new Promise<void>((resolve) => {
        setResume(() => () => {
          asked = null;
          setResume(null);
          resolve();
        });
      });
      return asked;
    });
  }, []);
  if (me.isPending) return <Spin fullscreen />;
  if (me.error) return <Trouble problem={me.error} retry={() => void me.refetch()} />;
  const entered = () => client.invalidateQueries();
  if (me.data === null) return <SignIn done={() => void entered()} />;
  if (me.data.hasOneTimePassword) return <NewPassword done={() => void entered()} />;
  return (
    <MeContext value={me.data}>
      {children}
      <Modal open={resume !== null} footer={null} closable={false} title={words.signIn.title} destroyOnHidden>
        <p>{words.signIn.again}</p>
        <SignIn isBare login={me.data.login} done={() => resume?.()} />
      </Modal>
    </MeContext>
  );
}
