import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { RespondPageModel } from '@liaison-atlas/shared/fieldwork/respond-page';
import { Inject, Injectable } from '@nestjs/common';

import { type Config, CONFIG } from '../platform/config.js';
import { type PreparedAnswer, prepareAnswer } from '../publication/prepared-answer.js';

/** Address under which the built style sheet and script of the answering pages are served. */
export const ASSETS_BASE = '/respond-assets/';

interface Assets {
  readonly css: string;
  readonly js: string;
}

/** What the client's second build exports; the two workspaces meet in this shape and import nothing of each other. */
interface RenderBundle {
  readonly renderRespondPage: (model: RespondPageModel, assets: Assets) => string;
}

interface Built {
  readonly render: RenderBundle['renderRespondPage'];
  readonly assets: Assets;
  readonly files: ReadonlyMap<string, PreparedAnswer>;
}

/**
 * Turns a page model into HTML with the bundle that the client built, loaded at the first page. Without the bundle
 * (`npm run build` was never run) the pages cannot be shown, and the error says so.
 */
@Injectable()
export class PageRenderer {
  private built: Promise<Built> | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** The whole HTML document of a page. */
  async render(model: RespondPageModel): Promise<string> {
    const { render, assets } = await this.load();
    return render(model, assets);
  }

  /** A built file by its name, or undefined: only what the manifest names can be fetched. */
  async findAsset(name: string): Promise<PreparedAnswer | undefined> {
    return (await this.load()).files.get(name);
  }

  private load(): Promise<Built> {
    this.built ??= loadBuilt(this.config.clientDir).catch((error: unknown) => {
      // So that a build that comes later is found.
      this.built = undefined;
      throw error;
    });
    return this.built;
  }
}

async function loadBuilt(clientDir: string): Promise<Built> {
  const bundle = join(clientDir, 'respond-ssr', 'render.js');
  const folder = join(clientDir, 'respond');
  // A computed address: neither the compiler nor a bundler can follow it into the client.
  const module: unknown = await import(pathToFileURL(bundle).href);
  if (!isRenderBundle(module)) throw new Error(`${bundle} does not export renderRespondPage`);
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Record<
    string,
    { file?: string }
  >;
  const names = Object.values(manifest).flatMap(({ file }) => (file === undefined ? [] : [file]));
  const files = new Map(
    await Promise.all(names.map(async (name) => [name, await readAsset(folder, name)] as const)),
  );
  const find = (extension: string): string => {
    const name = names.find((each) => each.endsWith(extension));
    if (name === undefined) throw new Error(`${folder} holds no built ${extension} file`);
    return ASSETS_BASE + name;
  };
  return { render: module.renderRespondPage, assets: { css: find('.css'), js: find('.js') }, files };
}

const isRenderBundle = (module: unknown): module is RenderBundle =>
  typeof module === 'object' &&
  module !== null &&
  'renderRespondPage' in module &&
  typeof module.renderRespondPage === 'function';

async function readAsset(folder: string, name: string): Promise<PreparedAnswer> {
  const contentType = name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8';
  const cacheControl = 'public, max-age=31536000, immutable';
  return prepareAnswer(await readFile(join(folder, name)), { contentType, fileName: '', cacheControl });
}
