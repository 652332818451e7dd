import type { Need } from './acting.ts';
import type { RouteName } from './contract/index.ts';

/** What each route asks of whoever calls it (docs/actions.md). */
export const NEEDS: Readonly<Record<RouteName, Need>> = {
  ...{ health: 'anyone', getSession: 'anyone', signIn: 'anyone', setUp: 'anyone', trySeat: 'anyone' },
  ...{ takeInvitation: 'anyone', signOut: 'signed-in', chooseSeat: 'signed-in', changePassword: 'signed-in' },
  ...{ listTokens: 'signed-in', addToken: 'signed-in', revokeToken: 'signed-in' },
  ...{ listWebhooks: 'signed-in', addWebhook: 'signed-in', stopWebhook: 'signed-in', resendDelivery: 'signed-in' },
  ...{ startTotp: 'signed-in', confirmTotp: 'signed-in', removeTotp: 'signed-in' },
  ...{
    getHands: 'read',
    listPeople: 'administer',
    addPerson: 'administer',
    actOnPerson: 'administer',
    holdPost: 'administer',
  },
  ...{ endPost: 'administer', addUnit: 'keep-units', changeUnit: 'keep-units', unitsFromBodies: 'keep-units' },
  ...{
    listUnits: 'read',
    listWorks: 'read',
    listBodyNames: 'read',
    getWork: 'read',
    listProposals: 'read',
    readVersions: 'read',
  },
  ...{ changeWork: 'decide', withdrawWork: 'decide', restoreWork: 'decide', joinWorks: 'decide' },
  ...{ separateText: 'decide', declineVersion: 'decide', compareAgain: 'decide', changeVersions: 'decide' },
  ...{ readParallels: 'read', readIdentity: 'read', decideIdentity: 'decide', readExpression: 'read' },
  ...{ readScan: 'read', correctText: 'decide', undoCorrection: 'decide', addCommitment: 'decide' },
  ...{ listCommitments: 'read', getCommitment: 'read', decide: 'decide', getImport: 'read' },
  ...{ lineageWorks: 'read', getThread: 'read', whatChanged: 'read', getCascade: 'read' },
  ...{ addLink: 'decide', decideLink: 'decide', listEntities: 'read', getEntity: 'read' },
  ...{ addEntity: 'decide', decideEntity: 'decide', listLessons: 'read', exportLessons: 'read' },
  // Every seat comes this far with a task; what it may do to one the rules of tasks say.
  ...{ listTasks: 'read', getTask: 'read', assignTasks: 'read', actOnTask: 'read' },
  ...{
    countTasks: 'read',
    owedNext: 'read',
    proposeForTask: 'read',
    listUrgings: 'read',
    escalationsAhead: 'read',
    urgeNow: 'decide',
    listLadders: 'read',
    changeLadder: 'read',
  },
  ...{ listSnapshots: 'read', takeSnapshot: 'decide', compareSnapshots: 'read', ratingAgreement: 'read' },
  ...{
    getTwoSides: 'read',
    listTwoSides: 'read',
    actOnSharedTask: 'read',
    listReferences: 'read',
    placeReference: 'exchange',
  },
  ...{ listFeeds: 'read', makeFeed: 'read', endFeed: 'read' },
  mailLetter: 'decide',
  // A sheet does what the seat itself may do, row by row.
  ...{ getSheet: 'read', mapSheet: 'read', applySheet: 'read', listBatches: 'read', undoBatch: 'read' },
  // So with sessions: secretariats and leaders keep them, by rules of their own.
  ...{ listSeries: 'read', getSeries: 'read', beginSeries: 'read', actOnSeries: 'read' },
  ...{ takeUp: 'read', noteOnSeries: 'read', listTerms: 'read' },
  ...{ listQuotas: 'read', openQuota: 'read', enterInQuota: 'read' },
  ...{ listWater: 'read', getWater: 'read', actOnWater: 'keep-water', shareWater: 'keep-water' },
  // Whoever sees what a paper tells of may draft it; who may keep one the operation says.
  ...{ paperLayouts: 'read', draftPaper: 'read', makePaper: 'read', listPapers: 'read' },
  ...{ listDissemination: 'read', disseminate: 'read' },
  // Which addresses of others are asked the administrator says.
  ...{ listAlertFeeds: 'read', addAlertFeed: 'keep-partners', endAlertFeed: 'keep-partners', getAlert: 'read' },
  ...{ settleAlert: 'keep-water', getGates: 'read' },
  // Who may send, acknowledge and keep rosters the types of notices and the rules of posts say.
  ...{ listNoticeTypes: 'read', listNotices: 'read', issueNotice: 'read', getNotice: 'read', actOnNotice: 'read' },
  ...{ noteOnNotice: 'read', listChannels: 'read', openChannel: 'read', actOnChannel: 'read' },
  ...{ listDuty: 'read', openPost: 'read', actOnPost: 'read', actOnRoster: 'read' },
  ...{ listPairs: 'read', openPair: 'read', actOnPair: 'read' },
  ...{ listPublishing: 'publish', readPublishing: 'publish', actOnPublishing: 'publish' },
  // Partners, addresses and keys are the administrator's; what leaves and what contradicts the secretariat's.
  ...{ listPartnerPublications: 'read', readPartnerText: 'read', listKeptBack: 'read' },
  ...{ getExchange: 'see-exchange', getPartner: 'see-exchange', listPapersHeld: 'see-exchange' },
  ...{
    setNode: 'keep-partners',
    actOnOwnKey: 'keep-partners',
    addPartner: 'keep-partners',
    actOnPartner: 'keep-partners',
  },
  ...{ actOnMessage: 'exchange', editPaperHeld: 'exchange', agreePaperHeld: 'exchange' },
  ...{ listOpenPoints: 'read', listSuggestions: 'teach', setSuggestionAside: 'teach', importLessons: 'teach' },
  ...{ startPreview: 'teach', getPreview: 'teach', cancelPreview: 'teach', applyPreview: 'teach', tryExample: 'teach' },
};

const PER_MINUTE = { timeWindow: 60_000 };

/** Routes that guess at secrets, or cost much, by how often one address may call them in a minute. */
export const LIMITS: Readonly<Partial<Record<RouteName, { readonly max: number; readonly timeWindow: number }>>> = {
  ...{
    signIn: { max: 30, ...PER_MINUTE },
    takeInvitation: { max: 30, ...PER_MINUTE },
    setUp: { max: 10, ...PER_MINUTE },
  },
  ...{ changePassword: { max: 20, ...PER_MINUTE }, confirmTotp: { max: 20, ...PER_MINUTE } },
  ...{ removeTotp: { max: 20, ...PER_MINUTE } },
};
