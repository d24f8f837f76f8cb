import { readdir, readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';

import { Inject, Injectable } from '@nestjs/common';

import { type Config, CONFIG } from '../platform/config.js';
import { type PreparedAnswer, prepareAnswer } from '../publication/prepared-answer.js';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
};

/** Names in `assets` change with their content, so they may be kept for ever; all else is asked about. */
const cacheOf = (path: string): string =>
  path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, no-cache';

const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** The built client: only files that the build made can be fetched, each read and compressed once. */
@Injectable()
export class AppFiles {
  private readonly folder: string;
  private names: Promise<ReadonlySet<string>> | undefined;
  private readonly ready = new Map<string, Promise<PreparedAnswer>>();

  constructor(@Inject(CONFIG) config: Config) {
    this.folder = config.clientDir === '' ? '' : join(config.clientDir, 'app');
  }

  /** A built file by its address, or undefined. */
  async find(path: string): Promise<PreparedAnswer | undefined> {
    this.names ??= this.list();
    if (!(await this.names).has(path)) return undefined;
    const answer = this.ready.get(path) ?? this.read(path);
    this.ready.set(path, answer);
    try {
      return await answer;
    } catch (error) {
      this.ready.delete(path);
      if (!isGone(error)) throw error;
      // A later build has taken its place: from here on its page is shown, with the names that are in it.
      this.names = undefined;
      this.ready.clear();
      return undefined;
    }
  }

  private async read(path: string): Promise<PreparedAnswer> {
    const contentType = TYPES[extname(path)] ?? 'application/octet-stream';
    return prepareAnswer(await readFile(join(this.folder, path)), {
      contentType,
      fileName: '',
      cacheControl: cacheOf(path),
    });
  }

  private async list(): Promise<ReadonlySet<string>> {
    if (this.folder === '' || !existsSync(this.folder)) return new Set();
    const entries = await readdir(this.folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return new Set(
      files.map((entry) =>
        join(entry.parentPath, entry.name).slice(this.folder.length).replaceAll('\\', '/'),
      ),
    );
  }
}
