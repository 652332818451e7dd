import type { Say } from './check-alert.ts';
import { levelsOf } from './levels.ts';
import type { CapArea, CapInfo, CapPoint, CapResource } from './model.ts';
import { instantOf } from './times.ts';

/** The rules of one block of information, its resources and its areas. `sent` stands for `effective` where none is given. */
export function checkInfo(info: CapInfo, path: string, sent: string, say: Say): void {
  checkTimes(info, path, sent, say);
  if (info.web !== null && !isAbsolute(info.web)) say('web-relative', `${path}/web`, { address: info.web });
  for (const { scheme, level, severity } of levelsOf(info))
    if (severity !== info.severity)
      say('level-severity', `${path}/severity`, { scheme, level, wanted: severity, severity: info.severity });
  for (const [index, resource] of info.resource.entries())
    checkResource(resource, `${path}/resource[${index + 1}]`, say);
  for (const [index, area] of info.area.entries()) checkArea(area, `${path}/area[${index + 1}]`, say);
}

function checkTimes({ effective, onset, expires }: CapInfo, path: string, sent: string, say: Say): void {
  const end = instantOf(expires);
  const from = instantOf(effective ?? sent);
  const start = instantOf(onset);
  if (end !== null && from !== null && end <= from)
    say('expires-early', `${path}/expires`, { expires: expires ?? '', effective: effective ?? sent });
  if (end !== null && start !== null && start > end)
    say('onset-after-expires', `${path}/onset`, { onset: onset ?? '', expires: expires ?? '' });
}

function isAbsolute(address: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:[^\s]+$/.test(address.trim());
}

function checkResource({ uri, derefUri, mimeType, size, digest }: CapResource, path: string, say: Say): void {
  if (uri === null && derefUri === null) say('resource-nothing', path);
  // A relative address may only name the content that the message itself carries.
  if (uri !== null && derefUri === null && !isAbsolute(uri)) say('resource-relative', `${path}/uri`, { address: uri });
  if (mimeType !== null && !/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(\s*;.*)?$/.test(mimeType.trim()))
    say('resource-type', `${path}/mimeType`, { text: mimeType });
  const content = derefUri?.replace(/\s/g, '') ?? null;
  if (content !== null && !/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(content))
    say('resource-encoding', `${path}/derefUri`);
  if (size !== null && size < 0) say('resource-size', `${path}/size`, { size });
  if (digest !== null && !/^[0-9a-f]{40}$/i.test(digest.trim())) say('resource-digest', `${path}/digest`);
}

function checkArea({ polygon, circle, altitude, ceiling }: CapArea, path: string, say: Say): void {
  for (const [index, points] of polygon.entries()) checkPolygon(points, `${path}/polygon[${index + 1}]`, say);
  for (const [index, { centre }] of circle.entries()) checkPoint(centre, `${path}/circle[${index + 1}]`, say);
  for (const [name, value] of [
    ['altitude', altitude],
    ['ceiling', ceiling],
  ] as const)
    if (value !== null && value < 0) say('altitude-negative', `${path}/${name}`, { name, value });
  if (ceiling !== null && altitude === null) say('ceiling-alone', `${path}/ceiling`);
  if (ceiling !== null && altitude !== null && ceiling < altitude)
    say('ceiling-below', `${path}/ceiling`, { altitude, ceiling });
}

function checkPolygon(points: readonly CapPoint[], path: string, say: Say): void {
  if (points.length < 4) {
    say('polygon-points', path, { count: points.length });
    return;
  }
  const [first, last] = [points[0], points.at(-1)];
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) say('polygon-open', path);
  const outside = points.find(([latitude, longitude]) => !isOnEarth(latitude, longitude));
  if (outside) checkPoint(outside, path, say);
}

function isOnEarth(latitude: number, longitude: number): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

function checkPoint([latitude, longitude]: CapPoint, path: string, say: Say): void {
  if (!isOnEarth(latitude, longitude)) say('point-range', path, { latitude, longitude });
}
