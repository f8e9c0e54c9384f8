import { config } from 'zod';

// zod probes whether it may compile code, which the page's policy reports as an offence. Imported before any schema.
config({ jitless: true });
