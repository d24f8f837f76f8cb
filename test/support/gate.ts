import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be cut without either side being told. */
export class Gate {
  private readonly sockets: Socket[] = [];
  private isSilent = false;
  private readonly server = createServer((socket) => {
    socket.on('error', () => undefined);
    this.sockets.push(socket);
    if (this.isSilent) return;
    const through = connect(Number(this.to.port), this.to.hostname).on('error', () => socket.destroy());
    this.sockets.push(through);
    socket.pipe(through).pipe(socket);
  });

  constructor(private readonly to: URL) {}

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const way = new URL(this.to);
    way.host = `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return way.href;
  }

  fallSilent(): void {
    this.isSilent = true;
    for (const socket of this.sockets) socket.unpipe().pause();
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }
}
