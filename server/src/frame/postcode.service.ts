import type { PlaceRecord } from '@liaison-atlas/shared/frame/frame-records';
import { parsePostcode } from '@liaison-atlas/shared/frame/parse-postcode';
import { findInBlock, POSTCODE_BYTES } from '@liaison-atlas/shared/frame/postcode-block';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import type { Result } from '@liaison-atlas/shared/kernel/result';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

import type { UnitActor } from '../database/unit.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../platform/clock.js';
import { Area } from './area.entity.js';
import { FrameService } from './frame.service.js';
import { PostcodeBlock } from './postcode-block.entity.js';
import { type PostcodeFile, readPostcodeFile } from './read-postcode-file.js';
import { ReferenceSource } from './reference-source.entity.js';

/** The one official postcode file that is stored; a newer one takes its place. */
export const POSTCODE_SOURCE = 'import:postcodes';

/** Rows in one INSERT. */
const CHUNK = 50;

/** Postcodes of an official file: reads one in, and says where a postcode lies. */
@Injectable()
export class PostcodeService {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly frame: FrameService,
    private readonly clock: Clock,
  ) {}

  /**
   * Where a postcode lies: exactly, where an official file is stored and holds it; else by its first half. undefined for
   * text of another shape, an unknown postcode, and one wholly outside England.
   */
  async findPlace(text: string): Promise<PlaceRecord | undefined> {
    const typed = parsePostcode(text);
    if (typed === undefined) return undefined;
    if (typed.full === '') return this.frame.findPlace(text);
    const edition = await this.edition();
    if (edition === '') return this.frame.findPlace(text);
    const exact = await this.findInFile(text);
    const place = exact ?? this.frame.findPlace(text);
    return place && { ...place, edition };
  }

  /** Where the official file puts a whole postcode; undefined = no file is stored, or it does not hold it. */
  async findInFile(text: string): Promise<PlaceRecord | undefined> {
    const typed = parsePostcode(text);
    if (typed === undefined || typed.full === '') return undefined;
    const block = await this.reader.getRepository(PostcodeBlock).findOneBy({ outcode: typed.outcode });
    if (block === null) return undefined;
    const list = (codes: string): string[] => codes.split(' ').filter((code) => code !== '');
    const found = findInBlock(
      Buffer.from(block.packed, 'base64'),
      typed.full.slice(-3),
      list(block.icbCodes),
      list(block.ccgCodes),
    );
    return found && this.frame.toExactPlace(typed, found, await this.edition());
  }

  /** Edition of the stored file in the words of whoever imported it; '' = none is stored. */
  private async edition(): Promise<string> {
    const source = await this.reader.getRepository(ReferenceSource).findOneBy({ id: POSTCODE_SOURCE });
    return source?.vintage ?? '';
  }

  /** Reads a file without storing anything. @throws when it cannot be read */
  async read(path: string): Promise<Result<PostcodeFile, Problem>> {
    const areas = await this.reader.getRepository(Area).find();
    const codes = (level: Area['level']) =>
      new Map(areas.filter((area) => area.level === level).map(({ onsCode, code }) => [onsCode, code]));
    return readPostcodeFile(path, codes('icb'), codes('ccg'));
  }

  /** Puts the postcodes of a file in the place of those that are stored: all of them or none. */
  async store(
    actor: UnitActor,
    file: PostcodeFile,
    imported: { readonly fileName: string; readonly source: string; readonly edition: string },
  ): Promise<void> {
    await this.unitOfWork.run(actor, async ({ manager, audit }) => {
      await manager.createQueryBuilder().delete().from(PostcodeBlock).execute();
      const rows = file.blocks.map(({ outcode, bytes, icbCodes, ccgCodes }): PostcodeBlock => ({
        outcode,
        postcodes: bytes.length / POSTCODE_BYTES,
        packed: Buffer.from(bytes).toString('base64'),
        icbCodes: icbCodes.join(' '),
        ccgCodes: ccgCodes.join(' '),
        sourceId: POSTCODE_SOURCE,
      }));
      for (let at = 0; at < rows.length; at += CHUNK)
        await manager.insert(PostcodeBlock, rows.slice(at, at + CHUNK));
      await manager.save(ReferenceSource, this.toSource(file, imported));
      await audit('reference.imported', 'reference_source', POSTCODE_SOURCE, {
        kind: 'postcodes',
        added: file.postcodes,
        changed: 0,
      });
    });
    await this.frame.reload();
  }

  private toSource(
    file: PostcodeFile,
    { fileName, source, edition }: { fileName: string; source: string; edition: string },
  ): ReferenceSource {
    const loadedAt = this.clock.now();
    return {
      id: POSTCODE_SOURCE,
      file: fileName.slice(0, 200),
      title: (source === '' ? 'Postcodes in use in England' : `Postcodes in use in England: ${source}`).slice(
        0,
        200,
      ),
      vintage: edition.slice(0, 200),
      licence: 'Open Government Licence v3.0',
      attribution:
        'Source: Office for National Statistics licensed under the Open Government Licence v.3.0. Contains OS data © Crown copyright and database right. Contains Royal Mail data © Royal Mail copyright and database right.',
      rowCount: file.postcodes,
      note: `Imported on ${loadedAt.slice(0, 10)}. Postcodes that have ended, lie outside England or have no point are left out.`,
      origins: [],
      sha256: file.sha256,
      loadedAt,
    };
  }
}
