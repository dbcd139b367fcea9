/** One box for cases, hand-overs, papers and drafts; `/` goes to it, arrows and Enter choose. */
import { AutoComplete, Grid, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useAsk } from '../ask.ts';
import { words } from '../words/zh-CN.ts';
import { keep, kept } from './kept.ts';
import { headed, hitsOf } from './search-hits.ts';
import { useLate } from './use-late.ts';

export function SearchBox() {
  const [text, setText] = useState('');
  const box = useRef<InputRef>(null);
  const navigate = useNavigate();
  const screens = Grid.useBreakpoint();
  const q = useLate(text.trim(), 250);
  const found = useAsk('/api/search', { query: { q } }, { isOff: q.length === 0 });
  useEffect(() => {
    const toBox = (event: KeyboardEvent) => {
      const { target } = event;
      if (
        event.key !== '/' ||
        (target instanceof HTMLElement && target.closest('input,textarea,select,[contenteditable]'))
      )
        return;
      event.preventDefault();
      box.current?.focus();
    };
    addEventListener('keydown', toBox);
    return () => removeEventListener('keydown', toBox);
  }, []);
  const [isOpen, setOpen] = useState(false);
  const [recent, setRecent] = useState(opened);
  const options =
    text.trim() === ''
      ? headed(words.recent, recent)
      : q === '' || found.data === undefined
        ? []
        : hitsOf(found.data);
  const problem = q !== '' && found.error ? found.error.message : '';
  return (
    <AutoComplete
      value={text}
      onChange={setText}
      options={options}
      defaultActiveFirstOption
      open={isOpen}
      onOpenChange={setOpen}
      onFocus={() => setOpen(true)}
      onSelect={(path: string, { label }: { label?: string }) => {
        setText('');
        setRecent(noteOpened({ value: path, label: label ?? path }));
        void navigate(path);
      }}
      popupMatchSelectWidth={screens.md ? 440 : true}
      classNames={{ popup: { root: 'search-hits' } }}
      notFoundContent={
        q === '' ? null : problem || (found.isFetching ? words.list.loading : words.list.empty)
      }
      style={{ width: '100%', verticalAlign: 'middle' }}
      aria-label={words.search}
    >
      <Input
        ref={box}
        placeholder={words.search}
        allowClear
        onPressEnter={() => text.trim() !== '' && found.data === undefined && setText(text)}
      />
    </AutoComplete>
  );
}

/** What was opened from here, the last first; gone with the tab, or with signing out. */
type Opened = { value: string; label: string };
const RECENT = 'search/recent';
const MOST_RECENT = 6;

const opened = (): readonly Opened[] => kept<Opened[]>(RECENT) ?? [];

function noteOpened(one: Opened): readonly Opened[] {
  const next = [one, ...opened().filter(({ value }) => value !== one.value)].slice(0, MOST_RECENT);
  keep(RECENT, next);
  return next;
}
