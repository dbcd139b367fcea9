/** An act with no form: asked once more in words, then done; what goes wrong is said. */
import { App } from 'antd';
import type { Problem } from '../api.ts';
import { type Ordered, useOrder } from '../ask.ts';
import { words } from '../words/zh-CN.ts';

export function useAskFirst() {
  const { modal, message } = App.useApp();
  const { mutateAsync } = useOrder();
  const act = async (ordered: Ordered, done?: (answer: unknown) => void) => {
    try {
      const answer = await mutateAsync({ key: crypto.randomUUID(), ...ordered });
      if (done) done(answer);
      else void message.success(words.form.done);
    } catch (error) {
      modal.error({ title: words.error.title, content: (error as Problem).message });
    }
  };
  return {
    act: (ordered: Ordered, done?: (answer: unknown) => void) => void act(ordered, done),
    askFirst: (title: string, question: string, ordered: Ordered, done?: (answer: unknown) => void) =>
      void modal.confirm({ title, content: question, onOk: () => act(ordered, done) }),
  };
}
