import type { Document, Provision } from '../documents/index.ts';

/** A letterhead and a title stand within so many characters. */
const HEAD = 1500;
/** Papers that give tasks, by the line of their title. */
const TITLE =
  /^[ \t]*(?:KẾ HOẠCH|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG| CÔNG TÁC)?|ĐỀ ÁN|CHỈ THỊ|CÔNG ĐIỆN|PHƯƠNG ÁN|HƯỚNG DẪN|NGHỊ QUYẾT|QUYẾT ĐỊNH|THÔNG BÁO)(?![ \t]*\p{Ll})/mu;
/** "II.", "2.1.", "a)", "-": the labels before the words of a heading. */
export const LABELS = '(?:(?:(?:[IVX]+|\\d+(?:\\.\\d+)*|[a-zđ])[.)/]|[-–+•])\\s*)*';
/** Headings below which such a paper gives its tasks. */
const TASKS = new RegExp(
  `^\\s*${LABELS}(?:(?:các |một số |những )?(?:nhóm )?(?:nhiệm vụ|giải pháp|biện pháp|nội dung|công việc)|tổ chức thực hiện|phân công|trách nhiệm)`,
  'iu',
);
/** Headings below which it says what it is for, though they stand among the tasks. */
const AIMS = /mục đích|mục tiêu|quan điểm|chỉ tiêu|yêu cầu|kinh phí|thời gian|đối tượng|địa điểm|thành phần|phạm vi/iu;

/** Whether a Vietnamese paper gives tasks, by its title. */
export function isVietnamesePlan({ language, text }: Document): boolean {
  return language === 'vi' && TITLE.test(text.slice(0, HEAD).normalize('NFC'));
}

/** Whether a paragraph of such a paper stands below a heading that names tasks, so that its acts are tasks though it names nobody. */
export function isBelowTasks({ provisions, text }: Document, provision: Provision): boolean {
  if (provision.role !== 'paragraph') return false;
  for (let at = provision.parent; at !== null; at = provisions[at]?.parent ?? null) {
    const above = provisions[at];
    if (above?.role !== 'heading') continue;
    const line = text.slice(above.span.start, above.span.end).split('\n', 1)[0]?.normalize('NFC') ?? '';
    if (AIMS.test(line)) return false;
    if (TASKS.test(line)) return true;
  }
  return false;
}
