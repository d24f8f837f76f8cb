/** What Node and Fastify call a connection that the other side ended while it was being answered or read. */
const HANG_UPS = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE']);

/** Whether a failure is only that nobody waits for the answer any more: no fault of the product. */
export function isHangUp(
  error: unknown,
  socket: { readonly destroyed: boolean } | null | undefined,
): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  if (code === 'ERR_STREAM_PREMATURE_CLOSE') return true;
  // A database, too, can reset its connection: only with the client's own connection gone is it the client.
  return HANG_UPS.has(String(code)) && socket?.destroyed === true;
}
