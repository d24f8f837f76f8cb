import type { Hourly } from '../platform/limits/hourly-counts.js';

/** Forms begun by open links within an hour: from one address (a hospital has one for all its computers), and from all. */
export const OPEN_LINK_LIMIT: Hourly = { name: 'open-link', perAddress: 30, inAll: 600 };
