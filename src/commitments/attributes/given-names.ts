/** Names of states of one syllable that are also parts of names of persons and places. */
const SHORT = /^(?:Đức|Anh|Nga|Pháp|Mỹ|Áo|Bỉ|Ý|Lào|Úc|Ấn|Hàn|Nhật|Trung|Việt)$/u;
const BEFORE = /(\p{Lu}\p{Ll}+) $/u;
/** What may stand before a state with a capital. */
const OF_STATE = /^(?:Nước|Phía|Bên|Bang|Hoa)$/u;
const REACH = 12;

/** "Lê Minh Đức", "Thủ Đức": the name of a state as the last part of a person's or a place's. */
export function isGivenName(text: string, start: number, end: number): boolean {
  if (!SHORT.test(text.slice(start, end))) return false;
  const name = BEFORE.exec(text.slice(Math.max(0, start - REACH), start))?.[1];
  return name !== undefined && !OF_STATE.test(name);
}
