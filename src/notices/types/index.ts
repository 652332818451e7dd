import ambulanceTransfer from './data/ambulance-transfer.json' with { type: 'json' };
import borderIncident from './data/border-incident.json' with { type: 'json' };
import diseaseAnimal from './data/disease-animal.json' with { type: 'json' };
import diseaseHuman from './data/disease-human.json' with { type: 'json' };
import fisheryIncident from './data/fishery-incident.json' with { type: 'json' };
import gateStatus from './data/gate-status.json' with { type: 'json' };
import hoursProposal from './data/hours-proposal.json' with { type: 'json' };
import labourReferral from './data/labour-referral.json' with { type: 'json' };
import labourReturn from './data/labour-return.json' with { type: 'json' };
import measureChange from './data/measure-change.json' with { type: 'json' };
import obstacle from './data/obstacle.json' with { type: 'json' };
import pest from './data/pest.json' with { type: 'json' };
import sarSitrep from './data/sar-sitrep.json' with { type: 'json' };
import testCall from './data/test-call.json' with { type: 'json' };
import uavActivity from './data/uav-activity.json' with { type: 'json' };
import waterEmergency from './data/water-emergency.json' with { type: 'json' };
import waterwayIncident from './data/waterway-incident.json' with { type: 'json' };
import weatherWarning from './data/weather-warning.json' with { type: 'json' };
import type { NoticeType } from './schema.ts';

/** Every type of notice, in the order they are offered. A further type is a further file. */
export const NOTICE_TYPES: readonly NoticeType[] = [
  waterEmergency,
  weatherWarning,
  diseaseHuman,
  diseaseAnimal,
  pest,
  ambulanceTransfer,
  sarSitrep,
  waterwayIncident,
  fisheryIncident,
  borderIncident,
  uavActivity,
  gateStatus,
  hoursProposal,
  measureChange,
  obstacle,
  labourReturn,
  labourReferral,
  testCall,
] as unknown as readonly NoticeType[];

const BY_ID = new Map(NOTICE_TYPES.map((type) => [type.id, type]));

/** The type of an id; undefined where there is none. */
export function noticeType(id: string): NoticeType | undefined {
  return BY_ID.get(id);
}

export * from './personal.ts';
export * from './schema.ts';
