import type { EntityManager } from 'typeorm';

import { DomainError } from '../platform/domain-error.js';
import { FrameUnit } from './frame-unit.entity.js';
import { SamplingFrame } from './sampling-frame.entity.js';

/** @throws DomainError NOT_FOUND */
export async function getStoredFrame(manager: EntityManager, id: string): Promise<SamplingFrame> {
  const frame = await manager.findOneBy(SamplingFrame, { id });
  if (frame === null)
    throw new DomainError(
      'NOT_FOUND',
      `There is no frame ${id}.`,
      'frameId',
      'Choose one from the list of frames.',
    );
  return frame;
}

/**
 * Takes a draft for the rest of the unit of work: on PostgreSQL nobody else changes or freezes it meanwhile.
 * @throws DomainError NOT_FOUND, or CONFLICT for a frame that is frozen.
 */
export async function takeDraft(manager: EntityManager, id: string, now: string): Promise<SamplingFrame> {
  await manager.update(SamplingFrame, { id, status: 'draft' }, { changedAt: now });
  const frame = await getStoredFrame(manager, id);
  if (frame.status === 'frozen')
    throw new DomainError(
      'CONFLICT',
      `The frame ${frame.title} is frozen and cannot change any more.`,
      'frameId',
      'Make a copy of it and change that.',
    );
  return frame;
}

/** Counts the eligible hospitals anew, after a change. */
export async function recountListed(manager: EntityManager, frameId: string): Promise<void> {
  const listedSize = await manager.countBy(FrameUnit, { frameId, eligibility: 'eligible' });
  await manager.update(SamplingFrame, { id: frameId }, { listedSize });
}
