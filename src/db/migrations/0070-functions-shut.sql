-- A function made from now on is run by its owner alone until the roles of seats and of anybody are given it (seat-role.ts).
alter default privileges revoke execute on functions from public;
