import { Module } from '@nestjs/common';

import { FieldworkModule } from '../fieldwork/fieldwork.module.js';
import { FrameModule } from '../frame/frame.module.js';
import { InstrumentModule } from '../instrument/instrument.module.js';
import { FhirBundleController } from './fhir/fhir-bundle.controller.js';
import { FhirController } from './fhir/fhir.controller.js';
import { FhirService } from './fhir/fhir.service.js';
import { FeaturesController } from './ogc/features.controller.js';
import { FeaturesService } from './ogc/features.service.js';
import { OpenCollections } from './ogc/open-collections.service.js';
import { PublicationModule } from './publication.module.js';

/** The open data in the words of other people's standards: OGC API Features, FHIR, OpenAPI. */
@Module({
  imports: [FrameModule, InstrumentModule, FieldworkModule, PublicationModule],
  controllers: [FeaturesController, FhirController, FhirBundleController],
  providers: [OpenCollections, FeaturesService, FhirService],
  exports: [OpenCollections],
})
export class OpenStandardsModule {}
