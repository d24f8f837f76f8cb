import {
  CASE_STUDY_COLLECTION,
  caseStudyFeatures,
} from '@liaison-atlas/shared/commissioning/case-study-features';
import { Injectable, type OnModuleInit } from '@nestjs/common';

import { FrameService } from '../frame/frame.service.js';
import { OpenCollections } from '../publication/ogc/open-collections.service.js';

/** Puts the library of case studies among the collections of the open data. */
@Injectable()
export class CaseStudyCollection implements OnModuleInit {
  constructor(
    private readonly frame: FrameService,
    private readonly collections: OpenCollections,
  ) {}

  onModuleInit(): void {
    this.collections.add({
      head: CASE_STUDY_COLLECTION,
      features: () => Promise.resolve(caseStudyFeatures((odsCode) => this.frame.findHospital(odsCode))),
    });
  }
}
