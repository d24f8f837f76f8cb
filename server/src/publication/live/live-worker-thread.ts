import { parentPort, workerData } from 'node:worker_threads';

import { DataSource } from 'typeorm';

import { CleaningDecision } from '../../cleaning/cleaning-decision.entity.js';
import { DatasetService } from '../../cleaning/dataset.service.js';
import { RoundCleaning } from '../../cleaning/round-cleaning.entity.js';
import { RoundForms } from '../../cleaning/round-forms.service.js';
import { dataSourceOptions } from '../../database/data-source.js';
import { ReadReplica } from '../../database/read-replica.js';
import { readingFrom } from '../../database/reading-place.js';
import type { TopicChanges } from '../../database/topic-changes.js';
import { InvitedHospitals } from '../../fieldwork/invited-hospitals.service.js';
import { Invitation } from '../../fieldwork/invitation.entity.js';
import { Response } from '../../fieldwork/response.entity.js';
import { ResponseModes } from '../../fieldwork/response-modes.service.js';
import { Round } from '../../fieldwork/round.entity.js';
import { RoundService } from '../../fieldwork/round.service.js';
import { FrameService } from '../../frame/frame.service.js';
import { InstrumentService } from '../../instrument/instrument.service.js';
import { InstrumentVersion } from '../../instrument/instrument-version.entity.js';
import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/domain-error.js';
import { toLogged } from '../../platform/logger.js';
import { StoredRefusals } from '../release-desk/stored-refusals.js';
import { FollowedWriter } from './followed-writer.js';
import type { FromLiveThread, LiveAsked, LivePlace, ToLiveThread } from './live-messages.js';
import { LiveRounds } from './live-rounds.js';

/*
 * Runs in a thread of its own and works out what is shown of rounds while they run, over connections that cannot write. It is put
 * together here from the same parts that the server is; what has changed it asks the server, which alone hears of it.
 */
const port = parentPort;
if (port === null) throw new Error('this program is a thread of the server');
const say = (message: FromLiveThread): void => port.postMessage(message);

const waiting = new Map<number, (knows: number | TopicChanges | null) => void>();
let asked = 0;
const writer = new FollowedWriter(
  (of) =>
    new Promise((resolve) => {
      asked += 1;
      waiting.set(asked, resolve);
      say({ tell: asked, of });
    }),
);

/** So few questions are asked at once that more connections would only stand by. */
const CONNECTIONS = 2;
const place = workerData as LivePlace;
const replica =
  place.replicaDatabaseUrl === ''
    ? null
    : new ReadReplica(place.databaseUrl, place.replicaDatabaseUrl, CONNECTIONS + 1);
const source = await open();
const frame = new FrameService(source);
const rounds = roundsOf(source);

async function open(): Promise<DataSource> {
  const options = dataSourceOptions(place, 'read', replica);
  const few =
    options.type === 'postgres' ? { ...options, extra: { ...options.extra, max: CONNECTIONS } } : options;
  return new DataSource(few).initialize();
}

function roundsOf(reader: DataSource): LiveRounds {
  const instruments = new InstrumentService(reader.getRepository(InstrumentVersion));
  const datasets = new DatasetService(
    new RoundForms(reader, writer),
    reader.getRepository(CleaningDecision),
    reader.getRepository(RoundCleaning),
    frame,
    instruments,
    new StoredRefusals(reader),
  );
  return new LiveRounds(
    new RoundService(reader.getRepository(Round), new Clock()),
    datasets,
    new ResponseModes(reader.getRepository(Response)),
    new InvitedHospitals(reader.getRepository(Invitation)),
    instruments,
    frame,
    writer,
  );
}

let frames: { readonly taken: number; readonly loaded: Promise<void> } | undefined;

/** The frames as the server has them; taken anew after it has done so. */
function framesAsTaken(taken: number): Promise<void> {
  if (frames?.taken === taken) return frames.loaded;
  const fresh = { taken, loaded: frame.reload() };
  frames = fresh;
  fresh.loaded.catch(() => {
    // Who asks next tries again.
    if (frames === fresh) frames = undefined;
  });
  return fresh.loaded;
}

async function answer(id: number, { question, frames: taken, fromReplica }: LiveAsked): Promise<void> {
  try {
    await framesAsTaken(taken);
    say({ id, answer: await readingFrom(fromReplica, () => rounds.answer(question)) });
  } catch (error) {
    if (error instanceof DomainError) {
      const { code, message, field, mend } = error;
      say({ id, refused: { code, message, field, mend } });
    } else say({ id, failed: toLogged(error) });
  }
}

async function end(): Promise<void> {
  await replica?.close();
  await source.destroy();
  port?.close();
}

port.on('message', (message: ToLiveThread) => {
  if (message === 'end') void end();
  else if ('told' in message) {
    const tell = waiting.get(message.told);
    waiting.delete(message.told);
    tell?.(message.knows);
  } else void answer(message.id, message);
});
