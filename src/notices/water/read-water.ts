import type { WaterReading } from './gather.ts';
import { readWaterCsv } from './read-csv.ts';
import { readSensorThings } from './read-sensorthings.ts';
import { readWaterMl } from './read-waterml.ts';

/** Reads a file of water data by its first sign: WaterML 2.0, JSON named as in SensorThings, or the CSV profile. */
export function readWater(bytes: Uint8Array): WaterReading {
  // The first sign is of ASCII in every encoding met, behind what marks the order of bytes.
  const head = String.fromCharCode(...bytes.subarray(0, 64).filter((byte) => byte > 0 && byte < 0x80)).trimStart();
  if (head.startsWith('<')) return readWaterMl(bytes);
  if (head.startsWith('{') || head.startsWith('[')) return readSensorThings(bytes);
  return readWaterCsv(bytes);
}

/** Whether what was read may be taken in. */
export function isSound({ findings }: WaterReading): boolean {
  return findings.every(({ severity }) => severity !== 'error');
}
