import type { Document, Provision } from '../documents/index.ts';

const HEAD = 200;
/** The last words of the title of a paper that gives tasks. */
const TITLE = /(?:方案|计划|意见|规划|要点|措施|分工|任务|责任分解|安排)(?:[》〉](?:的通知)?)?$/mu;
/** "（一）", "3.": the label of a heading. */
const LABELLED = /^\s*[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]/u;
/** Headings below which a plan says what it is for. */
const AIMS = /指导思想|总体要求|基本原则|工作原则|目标|背景|意义|附则|附件/u;

/** Whether a Chinese paper gives tasks, by its title. */
export function isChinesePlan({ language, text }: Document): boolean {
  return language === 'zh' && TITLE.test(text.slice(0, HEAD));
}

/** Whether a paragraph of such a paper stands below a labelled heading that names tasks, so that its acts are tasks though it names nobody. */
export function isBelowTaskHeading({ provisions, text }: Document, provision: Provision): boolean {
  const above = provision.role === 'paragraph' && provision.parent !== null ? provisions[provision.parent] : undefined;
  if (above?.role !== 'heading') return false;
  const line = text.slice(above.span.start, above.span.end).split('\n', 1)[0] ?? '';
  return LABELLED.test(line) && !AIMS.test(line);
}
