import { Injectable, type OnModuleDestroy } from '@nestjs/common';

/** Whether the product is about to end: it then finishes what it began and should be sent nothing new. */
@Injectable()
export class Stopping implements OnModuleDestroy {
  begun = false;

  onModuleDestroy(): void {
    this.begun = true;
  }
}
