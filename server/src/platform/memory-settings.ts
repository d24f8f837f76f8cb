import { setFlagsFromString } from 'node:v8';

/*
 * Imported first by whatever starts the server, since it concerns everything that is made afterwards.
 *
 * V8 puts what a place in the code makes straight among the old objects once most of what it made there has lasted. At a
 * start nearly everything lasts, the tables of listeners that each request has too: left alone, it learns then that
 * such a table is old, every later request hangs on one and is only let go with the old objects, and each short
 * collection has to carry it along. Every second start or so learnt that, and answered half as much.
 */
setFlagsFromString('--no-allocation-site-pretenuring');
