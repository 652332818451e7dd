-- The code by which official documents name a unit: groups of digits and capitals between dots, 35 signs at the most
-- (Decision 20/2020/QĐ-TTg). An envelope for exchanging documents cannot be addressed without it.
alter table unit add column code text;
alter table unit add constraint unit_code_form check (code ~ '^[0-9A-Z]+(\.[0-9A-Z]+)*$' and length(code) <= 35);
