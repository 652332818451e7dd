import { useNavigate } from '@tanstack/react-router';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { actorName } from '../../i18n/index.ts';
import { nameIn } from '../../register/index.ts';
import { type Holding, type Session, useSession, useSessionStep } from '../data/session.ts';
import { useSpeech } from './locale.tsx';

/** Who acts and from which seat; the seats to change to, and the way out. Without accounts, the way to set them up. */
export function SeatMenu() {
  const session = useSession();
  if (session === undefined || (session.person === null && session.mode !== 'open')) return null;
  return <Opened session={session} />;
}

function Opened({ session }: { readonly session: Session }) {
  const { locale, t } = useSpeech();
  const go = useNavigate();
  const [choose, attempt, leave] = [useSessionStep('chooseSeat'), useSessionStep('trySeat'), useSessionStep('signOut')];
  const { person, seat, seats, ready } = session;
  const seatName = ({ role, unitNames }: Holding) => `${t(`role.${role}`)} · ${nameIn(unitNames, locale)}`;
  const act = (key: string) => {
    const [what, first = '', second = ''] = key.split(' ');
    if (what === 'seat') choose.mutate({ holding: first });
    else if (what === 'try') attempt.mutate({ party: first, role: second as Holding['role'] });
    else if (what === 'out') leave.mutate({ everywhere: first === 'everywhere' });
    else
      void go({
        to:
          what === 'people'
            ? '/people'
            : what === 'units'
              ? '/units'
              : what === 'partners'
                ? '/partners'
                : what === 'publishing'
                  ? '/publishing'
                  : what === 'account'
                    ? '/account'
                    : '/set-up',
      });
  };
  const others = seats.filter(({ id }) => id !== seat?.id);
  return (
    <MenuTrigger>
      <Button className="button quiet seat-menu">
        <span>{person?.name ?? t('seat.open')}</span>
        {seat && <small>{seatName(seat)}</small>}
      </Button>
      <Popover className="popover">
        <Menu className="options" onAction={(key) => act(String(key))}>
          {others.length > 0 && (
            <MenuSection>
              <Header className="option-group">{t('seat.change')}</Header>
              {others.map((one) => (
                <MenuItem key={one.id} id={`seat ${one.id}`} className="option">
                  {seatName(one)}
                </MenuItem>
              ))}
            </MenuSection>
          )}
          {session.deeds.includes('keep-units') && (
            <MenuSection>
              {session.deeds.includes('administer') && (
                <MenuItem id="people" className="option">
                  {t('people.title')}
                </MenuItem>
              )}
              <MenuItem id="units" className="option">
                {t('units.title')}
              </MenuItem>
              {session.deeds.includes('see-exchange') && (
                <MenuItem id="partners" className="option">
                  {t('partners.title')}
                </MenuItem>
              )}
              {session.deeds.includes('publish') && (
                <MenuItem id="publishing" className="option">
                  {t('publishing.title')}
                </MenuItem>
              )}
            </MenuSection>
          )}
          {session.mode === 'open' && (
            <MenuItem id="set-up" className="option">
              {t('access.set-up')}
            </MenuItem>
          )}
          {[...new Set(ready.map(({ party }) => party))].map((party) => (
            <MenuSection key={party}>
              <Header className="option-group">{t('seat.try', { party: actorName(locale, party) })}</Header>
              {ready
                .filter((one) => one.party === party)
                .map(({ role }) => (
                  <MenuItem key={role} id={`try ${party} ${role}`} className="option">
                    {t(`role.${role}`)}
                  </MenuItem>
                ))}
            </MenuSection>
          ))}
          {person && (
            <MenuSection>
              {!person.demonstration && (
                <MenuItem id="account" className="option">
                  {t('account.title')}
                </MenuItem>
              )}
              <MenuItem id="out" className="option">
                {t('seat.sign-out')}
              </MenuItem>
              <MenuItem id="out everywhere" className="option">
                {t('seat.sign-out-everywhere')}
              </MenuItem>
            </MenuSection>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
