import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { readDocument } from '../index.ts';
import { repairVietnamese } from './legacy-vietnamese.ts';

const PLAIN = 'Hai bên nhất trí tăng cường hợp tác giữa các địa phương và thực hiện những thỏa thuận đã ký.\n';
const TCVN3 = 'Hai bªn nhÊt trÝ t¨ng c­êng hîp t¸c gi÷a c¸c ®Þa ph­¬ng vµ thùc hiÖn nh÷ng tháa thuËn ®· ký.\n';
const VNI =
  'Hai beân nhaát trí taêng cöôøng hôïp taùc giöõa caùc ñòa phöông vaø thöïc hieän nhöõng thoûa thuaän ñaõ kyù.\n';

test('TCVN3 and VNI letters become Unicode', () => {
  expect(repairVietnamese(TCVN3)).toEqual({ text: PLAIN, encoding: 'x-tcvn3' });
  expect(repairVietnamese(VNI)).toEqual({ text: PLAIN, encoding: 'x-vni' });
});

test('good Vietnamese, French and English are left alone', () => {
  expect(repairVietnamese(PLAIN)).toBeNull();
  expect(repairVietnamese('Les deux côtés ont décidé d’ouvrir une liaison à Lume, près de la frontière.')).toBeNull();
  expect(repairVietnamese('The two sides agreed to meet – “soon”.')).toBeNull();
});

for (const [encoding, shown] of [
  ['x-tcvn3', TCVN3],
  ['x-vni', VNI],
] as const) {
  test(`a text file in ${encoding} is read, and its encoding named`, async () => {
    const bytes = iconv.encode(shown.repeat(3), 'windows-1252');
    const { value, messages } = await readDocument({ name: 'a.txt', bytes });
    expect(value.text).toBe(PLAIN.repeat(3));
    expect(value.encoding).toBe(encoding);
    expect(messages.map((message) => message.id)).toEqual(['document.legacy-vietnamese']);
    expect(value.language).toBe('vi');
  });
}

test('windows-1258 is read with its marks as the file has them', async () => {
  // Windows-1258 writes a vowel and then its tone as a combining mark.
  const tones = /[\u0300\u0301\u0303\u0309\u0323]/;
  const decomposed = [...PLAIN]
    .map((letter) => letter.normalize('NFD'))
    .map((parts) => parts.replace(tones, '').normalize('NFC') + (tones.exec(parts)?.[0] ?? ''))
    .join('');
  const bytes = iconv.encode(decomposed.repeat(3), 'windows-1258');
  const { value } = await readDocument({ name: 'a.txt', bytes });
  expect(value.encoding).toBe('windows-1258');
  expect(value.text.normalize('NFC')).toBe(PLAIN.repeat(3));
});

test('a web page set in an old Vietnamese font is repaired too', async () => {
  const bytes = new TextEncoder().encode(`<p><font face=".VnTime">${TCVN3.repeat(2)}</font></p>`);
  const { value, messages } = await readDocument({ name: 'a.html', bytes });
  expect(value.text).toContain('Hai bên nhất trí');
  expect(messages.map((message) => message.id)).toContain('document.legacy-vietnamese');
});
