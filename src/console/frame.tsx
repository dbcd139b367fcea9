/** What stands around every page: where one is, where one can go, one search box, who one is. */
import { DownOutlined, MenuOutlined } from '@ant-design/icons';
import { Button, Drawer, Dropdown, Grid, Layout, Menu, Space } from 'antd';
import { useEffect, useState } from 'react';
import { Link, Outlet, useLocation, useNavigate } from 'react-router';
import { order } from './api.ts';
import { useMay, useMe } from './me.tsx';
import { type MenuItem, menuFor } from './menu.ts';
import { Bell } from './parts/bell.tsx';
import { Coming } from './parts/coming.tsx';
import { Jobs } from './parts/jobs.tsx';
import { SearchBox } from './parts/search-box.tsx';
import { TypeSizeButton } from './parts/type-size.tsx';
import { Unreached } from './parts/unreached.tsx';
import { words } from './words/zh-CN.ts';

export function Frame() {
  const me = useMe();
  const may = useMay();
  const screens = Grid.useBreakpoint();
  const { pathname, key } = useLocation();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const items = menuFor(may);
  const here = [...items]
    .sort((a, b) => b.path.length - a.path.length)
    .find(({ path }) => isUnder(pathname, path));
  useEffect(() => {
    document.title = here ? `${here.label} · ${words.name}` : words.name;
  }, [here]);
  // Also from a case to the list it is of, which is the same place of the menu.
  useEffect(() => {
    if (key) setOpen(false);
  }, [key]);
  const leave = async () => {
    await order('/api/sign-out', {}).catch(() => {});
    sessionStorage.clear();
    location.assign('/console/');
  };
  return (
    <Layout style={{ minHeight: '100%', background: '#fff' }}>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <Layout.Header
        className="no-print"
        style={{
          background: '#fff',
          borderBottom: '1px solid #d9d9d9',
          padding: '0 16px',
          display: 'flex',
          gap: 12,
          alignItems: 'center',
          height: 'auto',
          minHeight: 52,
          lineHeight: 'normal',
        }}
      >
        {!screens.lg && (
          <Button aria-label="菜单" icon={<MenuOutlined />} type="text" onClick={() => setOpen(true)} />
        )}
        <Link to="/" style={{ fontSize: 18, fontWeight: 700, color: '#a8071a', whiteSpace: 'nowrap' }}>
          {words.name}
        </Link>
        {screens.lg && (
          <nav aria-label="主菜单" style={{ flex: 1, minWidth: 0 }}>
            <TopMenu items={items} here={here} />
          </nav>
        )}
        <div style={{ flex: screens.lg ? '0 1 300px' : 1, minWidth: 0 }}>
          {may('dispute.read') && <SearchBox />}
        </div>
        <Jobs />
        {screens.md && <TypeSizeButton />}
        {may('notice.own') && <Bell />}
        {screens.md && <Link to="/me">{me.name}</Link>}
        {screens.md && <Button onClick={() => void leave()}>{words.signIn.leave}</Button>}
      </Layout.Header>
      <Coming />
      <Unreached />
      <Drawer open={isOpen} onClose={() => setOpen(false)} placement="left" size={280} title={me.name}>
        <nav aria-label="主菜单">
          <Menu
            mode="inline"
            selectedKeys={here ? [here.path] : []}
            items={items.map(linkOf)}
            style={{ borderInlineEnd: 'none' }}
          />
        </nav>
        <Space style={{ margin: 16 }} wrap>
          <TypeSizeButton />
          <Button onClick={() => void navigate('/me')}>{words.menu.account}</Button>
          <Button onClick={() => void leave()}>{words.signIn.leave}</Button>
        </Space>
      </Drawer>
      <main id="main" className="sheet" style={{ width: '100%', boxSizing: 'border-box' }} tabIndex={-1}>
        <Outlet />
      </main>
    </Layout>
  );
}

const linkOf = ({ path, label }: MenuItem) => ({ key: path, label: <Link to={path}>{label}</Link> });

/** Names of so many characters in all stand side by side, the others behind one button; a wide screen has place for more. */
const LETTERS = 15;
const LETTERS_WIDE = 23;
const WIDE = '(min-width: 1400px)';

const lettersOf = (items: readonly MenuItem[]) => items.reduce((sum, { label }) => sum + label.length, 0);

function TopMenu({ items, here }: { items: MenuItem[]; here: MenuItem | undefined }) {
  const most = matchMedia(WIDE).matches ? LETTERS_WIDE : LETTERS;
  const shown = items.filter((_, index) => lettersOf(items.slice(0, index + 1)) <= most);
  const rest = items.slice(shown.length);
  const isInRest = here !== undefined && rest.includes(here);
  return (
    <ul className="menu">
      {shown.map((item) => (
        <li key={item.path}>
          <Link to={item.path} aria-current={item === here ? 'page' : undefined}>
            {item.label}
          </Link>
        </li>
      ))}
      {rest.length > 0 && (
        <li>
          <Dropdown
            trigger={['click']}
            menu={{ items: rest.map(linkOf), selectedKeys: here ? [here.path] : [] }}
          >
            <Button type="text" aria-haspopup="menu">
              {isInRest ? here.label : words.menu.more} <DownOutlined aria-hidden />
            </Button>
          </Dropdown>
        </li>
      )}
    </ul>
  );
}

const isUnder = (pathname: string, path: string) =>
  path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`);
