import { Command } from 'commander';
import { assertPortFree, readPort } from '../port.ts';
import type { ServeOptions } from '../serving.ts';

interface Options {
  readonly port?: string;
  readonly host?: string;
  readonly apiOnly?: boolean;
  readonly portalOnly?: boolean;
  readonly portalPort?: string;
  readonly progress?: boolean;
  readonly demonstration: boolean;
}

export const command = new Command('serve')
  .summary('the register and its pages, on http://localhost:4700')
  .description(
    'Serves the register and its pages. Builds the pages where they are older than their sources, opens the data folder\n' +
      '(SERVANDA_DATA, ./data unless told; or the database of DATABASE_URL), loads the demonstration on the first start.',
  )
  .argument('[file...]', 'files to import first')
  .option('--port <number>', 'port to listen on (else PORT, else 4700; 0 for any free one)')
  .option('--host <address>', 'address to listen on (else HOST, else localhost alone)')
  .option('--api-only', 'without the pages')
  .option('--portal-only', 'the public pages alone: no sign-in, no API')
  .option('--portal-port <number>', 'the public pages alone on a second port besides')
  .option('--no-demonstration', 'without loading the demonstration')
  .option('--progress', 'show progress on stderr even where it is not a terminal')
  .action(async (files: string[], options: Options) => {
    const chosen = settings(options);
    await assertPortFree(chosen.port, chosen.host);
    const { serve } = await import('../serving.ts');
    await serve(files, chosen);
  });

function settings(options: Options): ServeOptions {
  const environment = process.env;
  return {
    port: readPort(options.port ?? (environment.PORT || '4700')),
    host: options.host ?? (environment.HOST || 'localhost'),
    names: (environment.SERVANDA_HOSTS ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
    pages: options.apiOnly !== true,
    portalOnly: options.portalOnly === true,
    portalPort: options.portalPort === undefined ? null : readPort(options.portalPort),
    demonstration: options.demonstration,
    progress: options.progress === true,
  };
}
