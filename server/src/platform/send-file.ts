import type { FastifyReply } from 'fastify';

/** A file made for one person at one moment: saved by the browser, kept by nobody on the way. */
interface FileToSend {
  readonly contentType: string;
  /** Its name; what a file system or a header could stumble over becomes `_`. */
  readonly fileName: string;
  readonly content: Buffer | string;
}

/** Answers with a file that only the asker may have. What everybody may have goes out by `sendPrepared`. */
export function sendFile(reply: FastifyReply, { contentType, fileName, content }: FileToSend): void {
  void reply
    .header('content-type', contentType)
    .header('content-disposition', `attachment; filename="${fileName.replace(/[^\w.-]/g, '_')}"`)
    .header('cache-control', 'private, no-store')
    .send(content);
}
