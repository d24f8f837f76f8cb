import { parentPort, workerData } from 'node:worker_threads';

import { DataSource } from 'typeorm';

import { CleaningDecision } from '../../cleaning/cleaning-decision.entity.js';
import { DatasetService } from '../../cleaning/dataset.service.js';
import { RoundCleaning } from '../../cleaning/round-cleaning.entity.js';
import { RoundForms } from '../../cleaning/round-forms.service.js';
import { dataSourceOptions } from '../../database/data-source.js';
import { ReadReplica } from '../../database/read-replica.js';
import { readingFrom } from '../../database/reading-place.js';
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
import { giveWay } from '../../platform/give-way.js';
import { toLogged } from '../../platform/logger.js';
import { StoredRefusals } from '../release-desk/stored-refusals.js';
import { FollowedWriter } from './followed-writer.js';
import {
  asRefused,
  type FromLiveThread,
  type LiveAsked,
  type LivePlace,
  type ToldOfTopic,
  type ToLiveThread,
} from './live-messages.js';
import { LiveRounds } from './live-rounds.js';

/*
 * Runs in a thread of its own and works out what is shown of rounds while they run, over connections that only read. It is put
 * together here from the same parts that the server is; what has changed it asks the server, which alone hears of it.
 */
giveWay();
const port = parentPort;
if (port === null) throw new Error('this program is a thread of the server');
const say = (message: FromLiveThread): void => port.postMessage(message);

/** Questions to the server that it has not answered yet. */
const open = new Map<number, (told: ToldOfTopic) => void>();
let asked = 0;
const writer = new FollowedWriter(async (of) => {
  const told = await new Promise<ToldOfTopic>((resolve) => {
    asked += 1;
    open.set(asked, resolve);
    say({ tell: asked, of });
  });
  if ('failed' in told) throw new Error(`the server could not say what has changed: ${told.failed.message}`);
  return told.knows;
});

/** So few questions are asked at once that more connections would only stand by. */
const CONNECTIONS = 2;
const place = workerData as LivePlace;
const replica = ReadReplica.of(place, CONNECTIONS);
const source = await connect();
const clock = new Clock();
const frame = new FrameService(source);
const rounds = roundsOf(source);

async function connect(): Promise<DataSource> {
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
    new RoundService(reader.getRepository(Round), clock),
    datasets,
    new ResponseModes(reader.getRepository(Response)),
    new InvitedHospitals(reader.getRepository(Invitation)),
    instruments,
    frame,
    writer,
    clock,
  );
}

let frames: { readonly taken: number; readonly loaded: Promise<void> } | undefined;

/** The frames as the server has them; taken anew after it has done so, one time after the other: the last picture stays. */
function framesAsTaken(taken: number): Promise<void> {
  if (frames?.taken === taken) return frames.loaded;
  const before = frames?.loaded.catch(() => undefined);
  const fresh = { taken, loaded: Promise.resolve(before).then(() => frame.reload()) };
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
    if (error instanceof DomainError) say({ id, refused: asRefused(error) });
    else say({ id, failed: toLogged(error) });
  }
}

let ending: Promise<void> | undefined;

async function end(): Promise<void> {
  await replica?.close();
  await source.destroy();
  port?.close();
}

port.on('message', (message: ToLiveThread) => {
  if (message === 'end') ending ??= end();
  else if ('told' in message) {
    const hear = open.get(message.told);
    open.delete(message.told);
    hear?.(message);
  } else void answer(message.id, message);
});
