/** "《联合声明》还提出，…": what a paper puts forward its sides undertake. */
export const PUT_FORWARD =
  /^《[^》]{2,60}(?:声明|公报|宣言|纪要|计划|新闻稿)》(?:还)?(?:提出|明确|规定|商定)[，,：:]?/u;
/** "举行会谈" tells what has happened. */
export const MET =
  /^(?:举行|进行)(?:会|国|正|友|访|了)|^(?:共同)?主持(?:会|了|召开)|^(?:出席|参加|列席)(?:会议|会谈|会见|会晤|活动)/;
/** Telling one's own bodies to act: who is told acts. */
export const TELLS = new Set(['责成', '指示', '授权', '委托']);
/** Words before a party that set the scene in the past. */
export const SETTING = /(?:期间|近年来|年来|以来|会谈中|会晤中|会上|气氛中|氛围中)[，,]?$/u;
export const ATMOSPHERE = /^在[^，；。]{0,20}(?:气氛中|氛围中)/u;
/** "就以下事项达成共识：": what was agreed stands below. */
export const AGREED_BELOW = /(?:以下|下列|如下)[^，。]{0,8}(?:共识|一致|意见|成果)[:：]\s*$/u;

/** "为…，制定本计划": what the document does by itself. */
export const DECREES = /^为[^。]*(?:制定本|特制定|现制定|制定如下|提出如下|现就)/u;
/** "省交通运输厅负责，省财政厅配合。": who does the task before, no task itself. */
export const ASSIGNS =
  /^[（(]?[^，。；：]{2,60}(?:牵头|负责|主办)(?:[，；][^。；]{2,90}(?:配合|参与|协助|协同|分工负责))[）)]?[。；]?$|^[（(]?(?:责任单位|牵头单位|配合单位)：/u;
/** "达成以下共识：" only announces what is listed. */
export const ANNOUNCED =
  /^(?:以下|如下)(?:重要|主要|广泛|几点|各项)?(?:共识|成果|结果|意见|事项|一致|协议|安排|纪要|声明|公报|通知|方案|倡议|建议)?[：:]?$|^[^，；。]{0,10}如下[：:]?$|^以下(?:具体)?措施[^。；]*[：:]$/u;
/** "2026年3月9日，…举行会谈": a day in the narrative of a meeting. */
export const DAY = /\d{1,2}月\d{1,2}日/u;
export const HELD = /^(?:举行|召开|进行|会见|会谈|会晤|访问|交换意见|交换看法)$/u;
/** "具体时间由双方商定": what is settled later. */
export const SETTLED = /^(?:具体|有关|访问|会议)?(?:时间|日期|地点|事宜|安排|细节)[^，。]{0,6}由/u;
/** "设立协调小组，由两省口岸办担任组长单位": of whom the body consists that is set up. */
export const MAKES_UP = /^(?:担任|任|组成)$/u;
/** "由甲牵头，乙配合，完成…": who helps the body that leads. */
export const HELPS = /^(?:配合|协助|参与|参加|协同)$/u;
/** Who chairs or makes up what was just named ("联委会…，由双方轮流主持") does nothing of its own. */
export const CONVENES = /^(?:主持|共同主持|担任|任|组成|主办|承办|举办|轮流|商定|确定|另行)/u;
/** After an ordinal: "第三次会议" counts meetings, "第三，…" counts points. */
export const MEASURE = /^[次届批轮期个条]/u;
