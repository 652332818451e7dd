/** "《联合声明》还提出，…": what a paper puts forward its sides undertake. */
export const PUT_FORWARD =
  /^《[^》]{2,60}(?:声明|公报|宣言|纪要|计划|新闻稿)》(?:还)?(?:提出|明确|规定|商定)[，,：:]?/u;
/** "举行会谈" tells what has happened. */
export const MET =
  /^(?:举行|进行)(?:会|国|正|友|访|了)|^(?:共同)?主持(?:会|了|召开)|^(?:出席|参加|列席)(?:会议|会谈|会见|会晤|活动)/;
/** Telling one's own bodies to act: who is told acts. */
export const TELLS = new Set(['责成', '指示', '授权', '委托']);
/** Words before a party that set the scene in the past. */
export const SETTING = /(?:期间|近年来|年来|以来|会谈中|会晤中|会[谈晤见]后|仪式后|会上|气氛中|氛围中)[，,]?$/u;
export const ATMOSPHERE = /^在[^，；。]{0,20}(?:气氛中|氛围中)/u;
/** "就以下事项达成共识：": what was agreed stands below. */
export const AGREED_BELOW = /(?:以下|下列|如下)[^，。]{0,8}(?:共识|一致|意见|成果)[:：]\s*$/u;

/** "为…，制定本计划": what the document does by itself. */
export const DECREES = /^为[^。]*(?:制定本|特制定|现制定|制定如下|提出如下|现就)/u;
/** "请结合实际认真贯彻执行。": how a notice ends its opening, no task of its own. */
export const FORMULA =
  /^(?:[^。]*，)?(?:现)?(?:请|望)(?:各[^，。]{1,12})?[^，。《]{0,14}(?:贯彻执行|贯彻落实|遵照执行|遵照办理|认真执行|组织实施|抓好落实|照此办理|参照执行)[。]?$/u;
/** "…，增进两国人民福祉", "…，实现共同繁荣": what an act before it is good for. */
export const BENEFITS =
  /^(?:并|以|从而|共同|更好|不断|切实|进一步)*(?:实现[^，。；]{0,16}(?:发展|繁荣|共赢|稳定|振兴|受益)|增进[^，。；]{0,16}(?:福祉|利益|纽带)|巩固[^，。；]{0,12}纽带|为[^，。；]{2,24}(?:创造|带来|增添|作出|做出)[^，。；]{0,14}(?:利益|贡献|福祉|机遇|动力)|促进[^，。；]{0,16}(?:和平|安定|稳定|繁荣)[^，。；]{0,8}(?:繁荣|稳定|安定|发展))$/u;
/** "将坚持互利共赢原则，拓展…": in which spirit the act that follows is done. */
export const WITH_RESPECT =
  /^(?:坚持|遵循|秉持|本着)[^，。；]{0,14}(?:互利|共赢|平等|互惠|相互尊重|共商|自愿|对等|市场化|开放)[^，。；]{0,16}(?:原则|理念|精神)$/u;
/** The first word of a part that may say so. */
export const BENEFITS_BEGIN = /^(?:并|以|从|共|更|不|切|进|实|增|巩|为|促)/u;
/** The first word of such a part. */
export const HOLDS = /^(?:坚持|遵循|秉持|恪守|聚焦|紧|瞄|对标)/u;
/** "坚持互利共赢原则，改造…", "聚焦重点领域，提升…": how or where the act that follows is done. */
export const HOLDS_TO =
  /^(?:坚持|遵循|秉持|恪守)[^，。；]{2,30}(?:(?<!一个中国)原则|导向|理念|思路|总基调)$|^(?:聚焦|紧盯|瞄准|对标|紧紧围绕)[^，。；]{2,40}$/u;
/** "动员部署阶段（5月）": the name of a stage, with its time. */
export const STAGE_NAME = /^[^，。；：（(]{2,20}阶段[（(][^）)]*[）)][。]?$/u;
/** "一是开展…", "二要完善…": a point of a list of tasks. */
export const COUNTED = /^[一二三四五六七八九十]{1,2}[是要](?!年|个|种|项|次)/u;
export const LONGEST_TIME = 16;
/** "2026年6月底前，由市教育局…": the time before who acts. */
export const TIME_ALONE =
  /^(?:在|于|到)?(?:20\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}日|年?底|上旬|中旬|下旬)?(?:以?前|之前)$/u;
/** "重申致力于…" undertakes, whoever stands before it. */
export const PLEDGES = /(?:致力于|承诺|决心)$/u;
/** "市长强调，|要…": told by a person the registers do not know. */
export const SAID_BEFORE = /(?:指出|强调|要求|表示|提出)[，:：]$/u;
/** "省交通运输厅负责，省财政厅配合。": who does the task before, no task itself. */
export const ASSIGNS =
  /^[（(]?[^，。；：]{2,60}(?:牵头|负责|主办)(?:[，；][^。；]{2,90}(?:配合|参与|协助|协同|分工负责))[）)]?[。；]?$|^[（(〔【]?(?:责任单位|牵头单位|配合单位|责任部门|主要责任单位)[：:]|^[^，。；：]{1,60}(?:厅|局|委|办|府|部|署|会|室|部门|单位|机构|集团|公司)(?:牵头|负责|牵头负责|按职责分工负责)(?:落实|实施|组织实施)?[。；]?$/u;
/** "达成以下共识：" only announces what is listed. */
export const ANNOUNCED =
  /^(?:以下|如下)(?:重要|主要|广泛|几点|各项)?(?:共识|成果|结果|意见|事项|一致|协议|安排|纪要|声明|公报|通知|方案|倡议|建议)?[：:]?$|^[^，；。]{0,10}如下[：:]?$|^以下(?:具体)?措施[^。；]*[：:]$/u;
/** "2026年3月9日，…举行会谈": a day in the narrative of a meeting. */
export const DAY = /\d{1,2}月\d{1,2}日|同日|当日|当天|昨天|昨日|日前|近日/u;
export const HELD = /^(?:发表|签署|签订|举行|召开|进行|会见|会谈|会晤|访问|交换意见|交换看法)$/u;
/** "具体时间由双方商定": what is settled later. */
export const SETTLED = /^(?:具体|有关|访问|会议)?(?:时间|日期|地点|事宜|安排|细节)[^，。]{0,6}由/u;
/** "设立协调小组，由两省口岸办担任组长单位": of whom the body consists that is set up. */
export const MAKES_UP = /^(?:担任|任|组成)$/u;
/** "由甲牵头，乙配合，完成…": who helps the body that leads. */
export const HELPS = /^(?:配合|协助|参与|参加|协同)$/u;
/** "牵头，|乙配合，完成…": after who leads. */
export const HELPED = /^，[^，；。]{2,60}(?:配合|协助|参与|协同)，/u;
/** Who chairs or makes up what was just named ("联委会…，由双方轮流主持") does nothing of its own. */
export const CONVENES = /^(?:主持|共同主持|担任|任|组成|主办|承办|举办|轮流|商定|确定|另行)/u;
/** After an ordinal: "第三次会议" counts meetings, "第三，…" counts points. */
export const MEASURE = /^[次届批轮期个条]/u;
/** "在…的基础上", "本着…的精神", "从…出发": the ground of an act, which names none itself. */
export const GROUND =
  /^(?:在|随着|本着|以|按照|根据|从|基于)[^，；。]*(?:(?:基础|框架|问题|场合|会议|平台|事务)上|(?:框架|范围)内|(?:过程|进程|气氛|氛围|会谈)中|(?:背景|形势|前提|情况|框架|原则|指引|引领|领导|条件|支持)下|之际|的同时|期间|(?:的精神|原则)|出发|为契机)$|^(?:按照|根据|依据|对照|结合)[^，；。]{0,20}(?:分工|要求|部署|规定|程序|安排|实际|标准|职责|法律|法规)$/u;
/** "…，在平等互利原则基础上，加强…": the ground of the act that follows. */
export const BASIS = /^在[^，；。]*基础上$/u;
/** "…至关重要": what is said of an act, by those who judge it. */
export const JUDGED = /(?:至关重要|意义重大|(?:十分|非常|尤为|极为)重要|必不可少|不可或缺|具有[^，；。]{0,8}意义)$/u;
/** "做好以下工作：": what follows is listed. */
export const LISTS_BELOW =
  /^[^，；。：:]*(?:以下|下列|如下)[^，；。：:]{0,6}(?:工作|方面|事项|内容|任务|方面工作|方面的工作|方面的?合作|方面加强合作|方面开展合作)[：:]/u;
/** "采取有效措施，": the measures alone. */
export const MEASURES_ALONE = /(?:措施|行动|举措|步骤|办法|手段)$/u;
/** "为进一步便利人员往来，…": what the next part is done for. */
export const FOR = /^为了?$/u;
/** Those whose duty the parties may only have an opinion of. */
export const OTHERS = /^(?:国际社会|各国|世界各国|所有国家|发达国家|发展中国家|有关国家|大国|联合国|安理会|任何)/u;
/** "强调加强对话的重要性": an act that is only weighed. */
export const WEIGHED = /的(?:重要性|必要性|紧迫性|重要意义|意义|重要作用|价值)$/u;
