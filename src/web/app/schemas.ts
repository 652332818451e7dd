import { z } from 'zod';

// Schemas are read step by step, not compiled with `new Function`: the server's content security policy forbids that.
// This stands before all else, since a schema decides about it when it is made.
z.config({ jitless: true });
