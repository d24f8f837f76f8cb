import { connect } from 'node:net';

/**
 * Opens one connection to this machine over a plain socket, because Node's HTTP client costs more than the servers it
 * would measure. `ask(text)` sends a request and resolves with the whole answer; one request at a time.
 */
export function openClient(port) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    let chunks = [];
    let size = 0;
    let whole = Infinity;
    let waiting;
    const fail = (error) => (waiting === undefined ? reject(error) : waiting.reject(error));
    socket.once('connect', () =>
      resolve({
        ask: (text) =>
          new Promise((answered, failed) => {
            waiting = { resolve: answered, reject: failed };
            socket.write(text);
          }),
        close: () => socket.destroy(),
      }),
    );
    socket.once('error', fail);
    socket.once('close', () => fail(new Error('the server closed the connection')));
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      size += chunk.length;
      if (whole === Infinity) whole = lengthOf(chunks.length === 1 ? chunk : Buffer.concat(chunks));
      if (size < whole) return;
      const answer = chunks.length === 1 ? chunk : Buffer.concat(chunks);
      chunks = [];
      size = 0;
      whole = Infinity;
      // Nobody asked: the server ends a connection that was idle for too long.
      if (waiting === undefined) socket.destroy();
      else waiting.resolve(answer);
    });
  });
}

/** Length of the whole answer, or Infinity while its head is not complete. Every measured answer has a length. */
function lengthOf(bytes) {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return Infinity;
  const length = /^content-length:\s*(\d+)/im.exec(bytes.toString('latin1', 0, end));
  return end + 4 + (length === null ? 0 : Number(length[1]));
}

/** Status, head and body of a whole answer. */
export function readAnswer(answer) {
  const split = answer.indexOf('\r\n\r\n');
  const head = answer.toString('latin1', 0, split);
  return { status: Number(head.slice(9, 12)), head, body: answer.subarray(split + 4) };
}
