import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

function canListen(port: number, host?: string): Promise<boolean> {
  return new Promise((answer) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      // a machine without IPv6 refuses the address, which says nothing about the port
      answer(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT');
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => answer(true)));
  });
}

/** Whether nobody listens on the port, neither on the loopback nor on any other address. */
async function isPortFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port));
}

/** Below the ports that systems hand out to outgoing connections: nobody gets one of these by chance before it is listened on. */
const FIRST = 10_000;
const LAST = 32_000;

/** The preferred port if it is free, else one at random out of those that no outgoing connection takes. */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred && (await isPortFree(preferred))) return preferred;
  for (let tries = 0; tries < 200; tries++) {
    const port = randomInt(FIRST, LAST);
    if (await isPortFree(port)) return port;
  }
  throw new Error(`本机 ${FIRST} 至 ${LAST} 之间没有空闲的端口。`);
}

/** The first free port from `first` on. */
export async function nextFreePort(first: number): Promise<number> {
  for (let port = first; port <= Math.min(first + 200, 65535); port++) {
    if (await isPortFree(port)) return port;
  }
  throw new Error(`从 ${first} 起的 200 个端口都被占用，请用 WANHE_PORT 指定一个空闲的端口。`);
}
