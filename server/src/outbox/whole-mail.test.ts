import MailComposer from 'nodemailer/lib/mail-composer';
import * as quotedPrintable from 'nodemailer/lib/qp';
import { describe, expect, it } from 'vitest';

import { readOnce, toWholeMail } from './whole-mail.js';

const composed = (text: string) =>
  new MailComposer({
    from: { name: 'Liaison Atlas', address: 'survey@atlas.example' },
    to: { name: '', address: 'team@example.org' },
    messageId: '<1@atlas.example>',
    date: new Date('2026-11-02T09:00:00Z'),
    subject: 'Eine Einladung: Bräuche, and a subject that is so long that it has to be folded somewhere',
    text,
    textEncoding: 'quoted-printable',
    headers: { 'Auto-Submitted': 'auto-generated' },
  }).compile();

/** Line ends are made alike on the way to the mail server, and the last one is added there. */
const asSent = (text: string): string => text.replace(/\r?\n/g, '\r\n').replace(/(\r\n)?$/, '\r\n');

const LINK = 'https://atlas.example/respond/0123456789012345678901?from=mail&again=yes';

describe('a whole mail', () => {
  it.each([
    ['short lines', 'Dear colleague,\n\nplease answer.\n'],
    ['no line end', 'Dear colleague'],
    ['nothing', ''],
    ['a long line with a link', `${'we ask every team how it works with its neighbours. '.repeat(9)}${LINK}`],
    ['letters that are not ASCII', `Grüße aus Łódź, 東京 — ${'é'.repeat(200)}\n😀`],
    ['lines that begin with a dot or end with a blank', '.\n..\n.hidden\nblank \ntab\t\n.'],
    ['line ends of Windows', 'one\r\ntwo = 2\r\n\r\nthree'],
  ])('is what nodemailer makes of %s', async (_, text) => {
    const expected = (await composed(text).build()).toString();
    expect(asSent(toWholeMail(composed(text), text, quotedPrintable).toString())).toBe(asSent(expected));
  });

  it('has one subject, whatever line ends stand in it', async () => {
    const subject = 'About RW603\r\nBcc: eve@example.org\n\nand a text of its own';
    const mail = new MailComposer({ from: 'a@atlas.example', to: 'team@example.org', subject, text: 'x' });
    const whole = toWholeMail(mail.compile(), 'x', quotedPrintable).toString();
    const [head = ''] = whole.split('\r\n\r\n');
    expect(head).not.toMatch(/^Bcc:/im);
    expect(head).toMatch(/^Subject: About RW603 /m);
    expect(whole.split('\r\n\r\n')).toHaveLength(2);
  });

  it('reaches its reader in one piece, and says so before', async () => {
    const events: string[] = [];
    const stream = readOnce(Buffer.from('all of it'), () => events.push('read'));
    await new Promise(setImmediate);
    expect(events).toEqual([]);
    stream.on('data', (chunk: Buffer) => events.push(chunk.toString()));
    await new Promise((resolve) => stream.once('end', resolve));
    expect(events).toEqual(['read', 'all of it']);
  });
});
