/* A mail server in a process of its own that takes everything and counts it; answers each message with one. */
import { SMTPServer } from 'smtp-server';

let [taken, bytes] = [0, 0];
let [first, last] = [0, 0];

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  logger: false,
  onData(stream, _session, done) {
    stream.on('data', (chunk) => (bytes += chunk.length));
    stream.on('end', () => {
      last = performance.now();
      if (taken === 0) first = last;
      taken += 1;
      done();
    });
  },
});
// A product that is stopped breaks its connections.
server.on('error', () => undefined);
server.listen(0, '127.0.0.1', () => process.send({ port: server.server.address().port }));
process.on('message', (message) => {
  if (message === 'forget') [taken, bytes] = [0, 0];
  process.send({ taken, bytes, ms: last - first });
});
