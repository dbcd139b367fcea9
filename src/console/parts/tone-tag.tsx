import { Tag } from 'antd';
import type { ReactNode } from 'react';

const tones = {
  good: { color: '#135200', background: '#f6ffed', borderColor: '#b7eb8f' },
  soon: { color: '#874d00', background: '#fffbe6', borderColor: '#ffe58f' },
  bad: { color: '#a8071a', background: '#fff1f0', borderColor: '#ffa39e' },
  plain: {},
} as const;

/** A word in a tone; its text passes AA on its ground, and the word says what the colour says. */
export function ToneTag({ tone, children }: { tone: keyof typeof tones; children: ReactNode }) {
  return <Tag style={tones[tone]}>{children}</Tag>;
}
