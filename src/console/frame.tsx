/** What stands around every page: where one is, where one can go, one search box, who one is. */
import { MenuOutlined } from '@ant-design/icons';
import { Button, Drawer, Grid, Layout, Menu, Space } from 'antd';
import { useEffect, useState } from 'react';
import { Link, Outlet, useLocation, useNavigate } from 'react-router';
import { order } from './api.ts';
import { useMay, useMe } from './me.tsx';
import { menuFor } from './menu.ts';
import { SearchBox } from './parts/search-box.tsx';
import { TypeSizeButton } from './parts/type-size.tsx';
import { words } from './words/zh-CN.ts';

export function Frame() {
  const me = useMe();
  const may = useMay();
  const screens = Grid.useBreakpoint();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const items = menuFor(may);
  const here = [...items]
    .sort((a, b) => b.path.length - a.path.length)
    .find(({ path }) => isUnder(pathname, path));
  useEffect(() => {
    document.title = here ? `${here.label} · ${words.name}` : words.name;
    setOpen(false);
  }, [here]);
  const menu = (
    <Menu
      mode={screens.lg ? 'horizontal' : 'inline'}
      selectedKeys={here ? [here.path] : []}
      items={items.map(({ path, label }) => ({ key: path, label: <Link to={path}>{label}</Link> }))}
      style={{ flex: 1, minWidth: 0, borderBottom: 'none' }}
    />
  );
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
          height: 52,
          lineHeight: '50px',
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
            {menu}
          </nav>
        )}
        <div style={{ flex: screens.lg ? '0 1 300px' : 1, minWidth: 0 }}>
          {may('dispute.read') && <SearchBox />}
        </div>
        {screens.md && <TypeSizeButton />}
        {screens.md && <Link to="/me">{me.name}</Link>}
        {screens.md && <Button onClick={() => void leave()}>{words.signIn.leave}</Button>}
      </Layout.Header>
      <Drawer open={isOpen} onClose={() => setOpen(false)} placement="left" size={280} title={me.name}>
        <nav aria-label="主菜单">{menu}</nav>
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

const isUnder = (pathname: string, path: string) =>
  path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`);
