import type { EntityManager } from 'typeorm';

import type { ReadFrameFile } from './read-frame-file.js';
import { ReferenceSource } from './reference-source.entity.js';

/** Writes down where rows of a list come from, and gives the id that each of them carries. */
export async function recordListSource(
  manager: EntityManager,
  file: ReadFrameFile,
  source: string,
  now: string,
): Promise<string> {
  const id = `import:${file.sha256.slice(0, 32)}`;
  await manager.save(ReferenceSource, {
    id,
    file: file.fileName,
    title: `List of hospitals: ${source}`,
    vintage: 'as the list says',
    licence: 'not stated',
    attribution: source,
    rowCount: file.rows.length,
    note: 'Taken over into a sampling frame.',
    origins: [],
    sha256: file.sha256,
    loadedAt: now,
  });
  return id;
}
