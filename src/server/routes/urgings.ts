import type { FastifyInstance } from 'fastify';
import { listUrgings, mailSettings, sendDigests, urgeForDay, urgingLetter } from '../../operations/index.ts';
import { nameIn } from '../../register/index.ts';
import { urgingLetterDocx } from '../../reports/index.ts';
import { seatOf } from '../acting.ts';
import { UrgingLetterQuery } from '../contract/index.ts';
import { REFUSALS, route } from '../route.ts';
import { attachment } from './expressions.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export function urgingRoutes(app: FastifyInstance): void {
  route(app, 'listUrgings', ({ context }) => listUrgings(context));
  route(app, 'urgeNow', async ({ context, acting }) => {
    const settings = mailSettings();
    const { party } = seatOf(acting);
    const urged = await urgeForDay(context, {
      day: context.clock.now().slice(0, 10),
      party,
      mail: settings !== null,
    });
    if (settings !== null) await sendDigests(context, settings);
    return urged;
  });

  app.get(
    '/api/urgings/letter.docx',
    {
      schema: {
        operationId: 'urgingLetter',
        description:
          'A draft of a formal urging letter to a unit over all it leads that is overdue, with what binds it.',
        querystring: UrgingLetterQuery,
        response: REFUSALS,
      },
    },
    async (request, reply) => {
      const { context } = request.acting;
      const { unit, locale } = UrgingLetterQuery.parse(request.query);
      const { unit: names, ...letter } = await urgingLetter(context, unit, seatOf(request.acting));
      const bytes = await urgingLetterDocx({ ...letter, unit: nameIn(names, locale) }, locale);
      return reply
        .type(DOCX)
        .header('content-disposition', attachment(`servanda-urging-${letter.day}.docx`))
        .send(Buffer.from(bytes));
    },
  );
}
