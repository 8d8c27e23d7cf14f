-- A row of a list is written three times: as it was read, checked, done. With room on its page it stays where it is, and
-- whoever reads the list does not walk past what it was before.
alter table people_import_rows set (fillfactor = 40);
-- Asked with every part of a list, so that the last administrator stays one.
create index members_administrators on members (id) where site_role = 'administrator' and erased_at is null and suspended_at is null;
