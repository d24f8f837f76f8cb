import { Global, Module } from '@nestjs/common';

import { NamingRefusals } from '../../cleaning/naming-refusals.js';
import { StoredRefusals } from './stored-refusals.js';

/** Tells `cleaning`, which comes before releases, what may not be named any more. */
@Global()
@Module({
  providers: [{ provide: NamingRefusals, useClass: StoredRefusals }],
  exports: [NamingRefusals],
})
export class NamingRefusalsModule {}
