import { createPersonateClient } from '@personate/client';

/** The server that this page came from, by the login's cookie. */
export const client = createPersonateClient({ baseUrl: '' });

/** The console speaks for one user of this installation: whoever holds the admin login. */
export const consoleUser = 'console';
