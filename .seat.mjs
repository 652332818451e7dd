import { chromium } from 'playwright-core';
const [base, party, role, ...specs] = process.argv.slice(2);
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const spec of specs) {
  const [path, width = '1440', locale = 'vi', name = 'shot', scheme = 'light', js] = spec.split('|');
  const c = await b.newContext({ viewport: { width: +width, height: +width < 500 ? 844 : 900 }, colorScheme: scheme, reducedMotion: 'reduce' });
  await c.addInitScript((l) => localStorage.setItem('servanda.locale', l), locale);
  const p = await c.newPage(); p.on('pageerror', e => console.log('ERR', name, e.message));
  await p.goto(base + '/', { waitUntil: 'networkidle' });
  if (role !== '-') { const r = await p.evaluate(async ([party, role]) => (await fetch('/api/session/try', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ party, role }) })).status, [party, role]); if (r >= 300) console.log('seat', r); }
  await p.goto(base + path, { waitUntil: 'networkidle' });
  if (js) { await p.evaluate(js); await p.waitForTimeout(900); }
  await p.screenshot({ path: `/tmp/shots/${name}.png` });
  console.log(name, await p.evaluate(() => document.documentElement.scrollWidth - innerWidth));
  await c.close();
}
await b.close();
