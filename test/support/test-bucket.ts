import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import S3rver from 's3rver';

const NAME = 'atlas-releases';

/** A bucket of a real S3 server on this machine, read and changed as somebody does who is not the product: without its keys. */
export class TestBucket {
  private readonly directory = mkdtempSync(join(tmpdir(), 'liaison-atlas-bucket-'));
  private server: S3rver | undefined;
  private port = 0;

  static async start(): Promise<TestBucket> {
    const bucket = new TestBucket();
    await bucket.comeBack();
    return bucket;
  }

  /** Settings of a product that keeps its releases here, below a folder. */
  get env(): Record<string, string> {
    return {
      PUBLIC_URL: 'https://atlas.example',
      RELEASE_STORE_URL: `http://127.0.0.1:${this.port}/${NAME}/public`,
      RELEASE_STORE_ACCESS_KEY: 'S3RVER',
      RELEASE_STORE_SECRET_KEY: 'S3RVER',
    };
  }

  async goAway(): Promise<void> {
    this.server?.httpServer.closeAllConnections();
    await this.server?.close();
    this.server = undefined;
  }

  /** At the same address, with what was in it. */
  async comeBack(): Promise<void> {
    this.server = new S3rver({
      port: this.port,
      address: '127.0.0.1',
      silent: true,
      directory: this.directory,
      configureBuckets: [{ name: NAME }],
    });
    ({ port: this.port } = await this.server.run());
  }

  async remove(): Promise<void> {
    await this.goAway();
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** What a CDN gets that reads the bucket, by the path that it was asked for. */
  get(path: string): Promise<Response> {
    return fetch(this.url(`public${path}`));
  }

  async put(path: string, body: string): Promise<void> {
    const answer = await fetch(this.url(`public${path}`), { method: 'PUT', body });
    if (!answer.ok) throw new Error(`the bucket answered ${answer.status}`);
  }

  async delete(path: string): Promise<void> {
    await fetch(this.url(`public${path}`), { method: 'DELETE' });
  }

  /** Every key in it. */
  async keys(): Promise<string[]> {
    const listed = await (await fetch(this.url('?list-type=2&max-keys=1000'))).text();
    return [...listed.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key]) => String(key)).sort();
  }

  private url(path: string): string {
    return `http://127.0.0.1:${this.port}/${NAME}/${path}`;
  }
}
