import 'reflect-metadata';

import { createApp } from '../../server/src/create-app.js';
import { loadConfig } from '../../server/src/platform/config.js';

/** Migrates and seeds the database that the environment names, and ends: the template every test file copies. */
const app = await createApp(loadConfig(process.env));
await app.init();
await app.close();
