import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { InvitationScreen, SetUpScreen } from '../screens/access/index.ts';
import { AccountScreen } from '../screens/account/index.ts';
import { CommitmentScreen } from '../screens/commitment/index.ts';
import { CommitmentsScreen } from '../screens/commitments/index.ts';
import { DisseminationScreen } from '../screens/dissemination/index.ts';
import { DocumentsScreen } from '../screens/documents/index.ts';
import { DutyScreen } from '../screens/duty/index.ts';
import { EntitiesScreen } from '../screens/entities/index.ts';
import { EntityScreen } from '../screens/entity/index.ts';
import { EvaluationsScreen } from '../screens/evaluations/index.ts';
import { LadderScreen } from '../screens/ladder/index.ts';
import { CascadeScreen, ChangesScreen, ThreadScreen } from '../screens/lineage/index.ts';
import { FailedScreen, MissingScreen } from '../screens/missing/index.ts';
import { AlertsScreen, GatesScreen, IssueScreen, NoticeScreen, NoticesScreen } from '../screens/notices/index.ts';
import { PairsScreen } from '../screens/pairs/index.ts';
import { PapersScreen } from '../screens/papers/index.ts';
import { PartnersScreen } from '../screens/partners/index.ts';
import { PeopleScreen } from '../screens/people/index.ts';
import { PublishingScreen, PublishingWorkScreen } from '../screens/publishing/index.ts';
import { QuotasScreen } from '../screens/quotas/index.ts';
import { ReaderScreen } from '../screens/reader/index.ts';
import { RosterScreen } from '../screens/rosters/index.ts';
import { SeriesScreen } from '../screens/series/index.ts';
import { SessionsScreen } from '../screens/sessions/index.ts';
import { SheetsScreen } from '../screens/sheets/index.ts';
import { SidesScreen } from '../screens/sides/index.ts';
import { TaskScreen } from '../screens/task/index.ts';
import { AheadScreen, MineScreen, TasksScreen, UrgingsScreen } from '../screens/tasks/index.ts';
import { TeachScreen } from '../screens/teach/index.ts';
import { TermsScreen } from '../screens/terms/index.ts';
import { UnitScreen } from '../screens/unit/index.ts';
import { UnitsScreen } from '../screens/units/index.ts';
import { VersionsScreen } from '../screens/versions/index.ts';
import { readWaterSearch, WaterScreen } from '../screens/water/index.ts';
import {
  parseSearch,
  readAheadSearch,
  readCascadeSearch,
  readChangesSearch,
  readEntitySearch,
  readIssueSearch,
  readNoticesSearch,
  readPaperSearch,
  readPastPageSearch,
  readPastSearch,
  readReaderSearch,
  readRegisterSearch,
  readSeriesSearch,
  readSnapshotSearch,
  readTasksSearch,
  readTermsSearch,
  readVersionsSearch,
  stringifySearch,
} from './search.ts';
import { FollowUp, Notices, Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: MissingScreen, errorComponent: FailedScreen });

const documents = createRoute({ getParentRoute: () => root, path: '/', component: DocumentsScreen });

const reader = createRoute({
  getParentRoute: () => root,
  path: '/read/$expressionId',
  validateSearch: readReaderSearch,
  component: ReaderScreen,
});

const commitments = createRoute({
  getParentRoute: () => root,
  path: '/commitments',
  validateSearch: readRegisterSearch,
  component: CommitmentsScreen,
});

const commitment = createRoute({
  getParentRoute: () => root,
  path: '/commitments/$id',
  validateSearch: readPastSearch,
  component: CommitmentScreen,
});

const thread = createRoute({ getParentRoute: () => root, path: '/commitments/$id/thread', component: ThreadScreen });

const changes = createRoute({
  getParentRoute: () => root,
  path: '/changes',
  validateSearch: readChangesSearch,
  component: ChangesScreen,
});

const cascade = createRoute({
  getParentRoute: () => root,
  path: '/cascade',
  validateSearch: readCascadeSearch,
  component: CascadeScreen,
});

/** The pages of following up, under one row of links. */
const followUp = createRoute({ getParentRoute: () => root, id: 'follow-up', component: FollowUp });

const tasks = createRoute({
  getParentRoute: () => followUp,
  path: '/tasks',
  validateSearch: readTasksSearch,
  component: TasksScreen,
});

const mine = createRoute({ getParentRoute: () => followUp, path: '/tasks/mine', component: MineScreen });

const ahead = createRoute({
  getParentRoute: () => followUp,
  path: '/tasks/ahead',
  validateSearch: readAheadSearch,
  component: AheadScreen,
});

const urgings = createRoute({ getParentRoute: () => followUp, path: '/tasks/urgings', component: UrgingsScreen });

const ladder = createRoute({ getParentRoute: () => followUp, path: '/tasks/ladder', component: LadderScreen });

const evaluations = createRoute({
  getParentRoute: () => followUp,
  path: '/tasks/evaluations',
  validateSearch: readSnapshotSearch,
  component: EvaluationsScreen,
});

const task = createRoute({
  getParentRoute: () => followUp,
  path: '/tasks/$id',
  validateSearch: readPastSearch,
  component: TaskScreen,
});

const sessions = createRoute({
  getParentRoute: () => followUp,
  path: '/sessions',
  validateSearch: readSeriesSearch,
  component: SessionsScreen,
});

const series = createRoute({
  getParentRoute: () => followUp,
  path: '/sessions/$id',
  validateSearch: readPastSearch,
  component: SeriesScreen,
});

const sheets = createRoute({ getParentRoute: () => followUp, path: '/tasks/sheets', component: SheetsScreen });

const sides = createRoute({
  getParentRoute: () => followUp,
  path: '/sides',
  validateSearch: readPastPageSearch,
  component: SidesScreen,
});

const terms = createRoute({
  getParentRoute: () => followUp,
  path: '/terms',
  validateSearch: readTermsSearch,
  component: TermsScreen,
});

const papers = createRoute({
  getParentRoute: () => followUp,
  path: '/papers',
  validateSearch: readPaperSearch,
  component: PapersScreen,
});

const pairs = createRoute({
  getParentRoute: () => followUp,
  path: '/pairs',
  validateSearch: readPastSearch,
  component: PairsScreen,
});

const dissemination = createRoute({
  getParentRoute: () => followUp,
  path: '/dissemination',
  validateSearch: readPastSearch,
  component: DisseminationScreen,
});

const quotas = createRoute({
  getParentRoute: () => followUp,
  path: '/quotas',
  validateSearch: readPastSearch,
  component: QuotasScreen,
});

/** The pages of notices, under one row of links. */
const noticePages = createRoute({ getParentRoute: () => root, id: 'notice-pages', component: Notices });

const duty = createRoute({ getParentRoute: () => noticePages, path: '/duty', component: DutyScreen });

const roster = createRoute({
  getParentRoute: () => noticePages,
  path: '/duty/roster',
  validateSearch: readPastSearch,
  component: RosterScreen,
});

const notices = createRoute({
  getParentRoute: () => noticePages,
  path: '/notices',
  validateSearch: readNoticesSearch,
  component: NoticesScreen,
});

const issue = createRoute({
  getParentRoute: () => noticePages,
  path: '/notices/new',
  validateSearch: readIssueSearch,
  component: IssueScreen,
});

const gates = createRoute({ getParentRoute: () => noticePages, path: '/gates', component: GatesScreen });
const alerts = createRoute({ getParentRoute: () => noticePages, path: '/alerts', component: AlertsScreen });

const noticePage = createRoute({ getParentRoute: () => noticePages, path: '/notices/$id', component: NoticeScreen });

const partners = createRoute({ getParentRoute: () => root, path: '/partners', component: PartnersScreen });
const water = createRoute({
  getParentRoute: () => noticePages,
  path: '/water',
  validateSearch: readWaterSearch,
  component: WaterScreen,
});

const publishing = createRoute({ getParentRoute: () => root, path: '/publishing', component: PublishingScreen });

const publishingWork = createRoute({
  getParentRoute: () => root,
  path: '/publishing/$id',
  component: PublishingWorkScreen,
});

const teach = createRoute({ getParentRoute: () => root, path: '/teach', component: TeachScreen });

const setUp = createRoute({ getParentRoute: () => root, path: '/set-up', component: SetUpScreen });
const invitation = createRoute({ getParentRoute: () => root, path: '/invitation', component: InvitationScreen });
const people = createRoute({ getParentRoute: () => root, path: '/people', component: PeopleScreen });
const account = createRoute({ getParentRoute: () => root, path: '/account', component: AccountScreen });
const units = createRoute({
  getParentRoute: () => root,
  path: '/units',
  validateSearch: readPastSearch,
  component: UnitsScreen,
});

const unit = createRoute({
  getParentRoute: () => root,
  path: '/units/$id',
  validateSearch: readPastSearch,
  component: UnitScreen,
});

const versions = createRoute({
  getParentRoute: () => root,
  path: '/versions/$a/$b',
  validateSearch: readVersionsSearch,
  component: VersionsScreen,
});

const registers = createRoute({
  getParentRoute: () => root,
  path: '/registers',
  beforeLoad: () => {
    throw redirect({ to: '/registers/$kind', params: { kind: 'body' }, search: {}, replace: true });
  },
});

const entities = createRoute({
  getParentRoute: () => root,
  path: '/registers/$kind',
  validateSearch: readEntitySearch,
  component: EntitiesScreen,
});

const entity = createRoute({
  getParentRoute: () => root,
  path: '/registers/$kind/$id',
  validateSearch: readPastSearch,
  component: EntityScreen,
});

export const router = createRouter({
  routeTree: root.addChildren([
    documents,
    reader,
    commitments,
    commitment,
    thread,
    changes,
    cascade,
    followUp.addChildren([
      tasks,
      mine,
      ahead,
      urgings,
      ladder,
      evaluations,
      task,
      sessions,
      series,
      sheets,
      sides,
      terms,
      quotas,
      pairs,
      papers,
      dissemination,
    ]),
    partners,
    noticePages.addChildren([duty, roster, notices, issue, noticePage, alerts, gates, water]),
    publishing,
    publishingWork,
    teach,
    setUp,
    invitation,
    people,
    units,
    unit,
    account,
    versions,
    registers,
    entities,
    entity,
  ]),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultErrorComponent: FailedScreen,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
