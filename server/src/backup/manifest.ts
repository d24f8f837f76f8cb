import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { Inventory } from './inventory.js';
import type { Engine } from './store-reader.js';

/** What lies beside the file of a backup and says what must be in it. */
export interface Manifest extends Inventory {
  readonly format: 1;
  readonly product: 'liaison-atlas';
  readonly version: string;
  /** When it was begun: everything acknowledged before is in it. */
  readonly madeAt: string;
  readonly engine: Engine;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  /** What made the file, such as `pg_dump 17.4`; SQLite copies itself. */
  readonly tool: string;
}

export const MANIFEST = 'manifest.json';

/** Name of a backup's folder: when it was made, so that names sort by time, and from which engine. */
export const folderName = (madeAt: string, engine: Engine): string =>
  `${madeAt.slice(0, 19).replaceAll(':', '')}Z-${engine}`;

/** Whether a folder's name is one that `folderName` makes; anything else in a backup folder is left alone. */
export const isFolderName = (name: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d{6}Z-(sqlite|postgres)$/.test(name);

/** The moment in the name, as ISO 8601. */
export const timeOf = (name: string): string =>
  name.replace(/^(.{10}T)(\d\d)(\d\d)(\d\d)Z.*$/, '$1$2:$3:$4.000Z');

/** Reads the manifest of a backup. @throws BackupRefused when there is none that can be read */
export function readManifest(folder: string): Manifest {
  let manifest: Manifest;
  try {
    manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Manifest;
  } catch (error) {
    throw new BackupRefused(`${folder} is not a backup: ${MANIFEST} cannot be read (${messageOf(error)}).`);
  }
  if (manifest.product !== 'liaison-atlas' || manifest.format !== 1 || !/^[\w.-]+$/.test(manifest.file))
    throw new BackupRefused(`${folder} is not a backup that this version can read.`);
  return manifest;
}

/** The newest whole backup of a folder; null = there is none, or no such folder. */
export function newestBackup(folder: string): (Manifest & { readonly name: string }) | null {
  let names: string[];
  try {
    names = readdirSync(folder).filter(isFolderName).sort().reverse();
  } catch {
    return null;
  }
  for (const name of names)
    try {
      return { ...readManifest(join(folder, name)), name };
    } catch (error) {
      if (!(error instanceof BackupRefused)) throw error;
    }
  return null;
}

/** @throws BackupRefused when the file is not the one that was made */
export async function requireFile(folder: string, manifest: Manifest): Promise<string> {
  const file = join(folder, manifest.file);
  const bytes = statSync(file, { throwIfNoEntry: false })?.size;
  if (bytes === undefined) throw new BackupRefused(`${file} is missing.`);
  const hash = await hashOfFile(file);
  if (bytes !== manifest.bytes || hash !== manifest.sha256)
    throw new BackupRefused(
      `${file} is not the file that was made: it has ${bytes} bytes and the SHA-256 ${hash}; ` +
        `${manifest.bytes} and ${manifest.sha256} are in ${MANIFEST}.`,
    );
  return file;
}

export async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Why nothing was backed up or restored, in words for whoever runs the product. */
export class BackupRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BackupRefused';
  }
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
