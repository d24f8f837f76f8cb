import { readdir, readFile } from 'node:fs/promises';
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

/** So often at most the folder is listed again for addresses that are in no list, which anybody can make up, in milliseconds. */
const LOOK_AGAIN_MS = 1000;

/** The built client: only files that the build made can be fetched, each read and compressed once. */
@Injectable()
export class AppFiles {
  private readonly folder: string;
  private names: Promise<ReadonlySet<string>> | undefined;
  private listedAt = -Infinity;
  private readonly ready = new Map<string, Promise<PreparedAnswer>>();

  constructor(@Inject(CONFIG) config: Config) {
    this.folder = config.clientDir === '' ? '' : join(config.clientDir, 'app');
  }

  /** A built file by its address, or undefined. */
  async find(path: string): Promise<PreparedAnswer | undefined> {
    this.names ??= this.list();
    if (!(await this.names).has(path)) {
      // Perhaps it was looked while a build was being put in place; the next request sees what is there then.
      if (performance.now() - this.listedAt > LOOK_AGAIN_MS) this.names = undefined;
      return undefined;
    }
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
    this.listedAt = performance.now();
    if (this.folder === '') return new Set();
    const entries = await readdir(this.folder, { recursive: true, withFileTypes: true }).catch(
      (error: unknown) => {
        if (isGone(error)) return [];
        this.names = undefined;
        throw error;
      },
    );
    const files = entries.filter((entry) => entry.isFile());
    return new Set(
      files.map((entry) =>
        join(entry.parentPath, entry.name).slice(this.folder.length).replaceAll('\\', '/'),
      ),
    );
  }
}
