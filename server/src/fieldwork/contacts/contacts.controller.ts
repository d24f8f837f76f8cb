import type { ContactImportReport } from '@liaison-atlas/shared/fieldwork/contacts/contact-row';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Actor } from '../../access/actor.js';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import { readUpload } from '../../frame/frame-upload.js';
import { CSV_TYPE, csvText } from '../../platform/csv-text.js';
import { sendFile } from '../../platform/send-file.js';
import { ContactBookService } from './contact-book.service.js';
import { CONTACT_LIMIT, ContactImportService } from './contact-import.service.js';

/**
 * Lists of contacts as files. Without `plan` an upload is answered with the report and nothing is stored; with the
 * report's `plan` exactly what it describes is stored.
 */
@Controller('manage/v1/rounds/:round')
export class ContactsController {
  constructor(
    private readonly book: ContactBookService,
    private readonly importing: ContactImportService,
  ) {}

  @Post('contacts/import')
  @Allow('ManageContacts')
  async import(
    @CurrentActor() actor: Actor,
    @Param('round') round: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const bytes = await readUpload(request, CONTACT_LIMIT);
    const upload = {
      bytes,
      fileName: textOf(query['name']) || 'contacts.csv',
      listId: textOf(query['list']),
      legalBasis: textOf(query['basis']),
      source: textOf(query['source']),
    };
    const plan = textOf(query['plan']);
    const result =
      plan === ''
        ? await this.importing.check(actor, round, upload)
        : await this.importing.store(actor, round, upload, plan);
    const body: ContactImportReport | { readonly problems: readonly Problem[] } = result.ok
      ? result.value
      : { problems: result.problems };
    void reply
      .status(result.ok ? 200 : 400)
      .header('cache-control', 'no-store')
      .send(body);
  }

  /** The same columns that are imported, and what became of each person; for the survey lead only. */
  @Get('contacts.csv')
  @Allow('ManageContacts')
  async export(
    @CurrentActor() actor: Actor,
    @Param('round') round: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const contacts = await this.book.all(actor, round);
    const columns = ['email', 'name', 'role', 'hospitals', 'legalBasis', 'source', 'optedOutAt', 'bouncedAt'];
    const rows = contacts.map((one) => [
      one.email,
      one.name,
      one.job,
      one.hospitals.join('; '),
      one.legalBasis,
      one.source,
      one.optedOutAt ?? '',
      one.bouncedAt ?? '',
    ]);
    sendFile(reply, {
      contentType: CSV_TYPE,
      fileName: `contacts-${round}.csv`,
      content: csvText({ columns, rows }),
    });
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
