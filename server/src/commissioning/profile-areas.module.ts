import { Module } from '@nestjs/common';

import { FrameModule } from '../frame/frame.module.js';
import { ProfileAreasService } from './profile-areas.service.js';

/** The one list of areas of the profiles, of the service register and of the pathway. */
@Module({ imports: [FrameModule], providers: [ProfileAreasService], exports: [ProfileAreasService] })
export class ProfileAreasModule {}
