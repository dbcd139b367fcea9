import { createServer } from 'node:net';

function canListen(port: number, host?: string): Promise<number | false> {
  return new Promise((answer) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      // a machine without IPv6 refuses the address, which says nothing about the port
      answer(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT' ? port : false);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => answer(typeof address === 'object' && address ? address.port : false));
    });
  });
}

/** Whether nobody listens on the port, neither on the loopback nor on any other address. */
async function isPortFree(port: number): Promise<boolean> {
  return Boolean(await canListen(port, '127.0.0.1')) && Boolean(await canListen(port));
}

/** The preferred port if it is free, else one that the system picks. */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred && (await isPortFree(preferred))) return preferred;
  const port = await canListen(0, '127.0.0.1');
  if (!port) throw new Error('本机没有空闲的端口。');
  return port;
}

/** The first free port from `first` on. */
export async function nextFreePort(first: number): Promise<number> {
  for (let port = first; port <= Math.min(first + 200, 65535); port++) {
    if (await isPortFree(port)) return port;
  }
  throw new Error(`从 ${first} 起的 200 个端口都被占用，请用 WANHE_PORT 指定一个空闲的端口。`);
}
