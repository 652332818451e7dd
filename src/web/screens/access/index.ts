export { InvitationScreen } from './invitation-screen.tsx';
export { SetUpScreen } from './set-up-screen.tsx';
export { SignInScreen } from './sign-in-screen.tsx';
