-- "Who will see this" stands beside every composer: the members of the community, and the guests of a group, are counted
-- without reading their rows.
create index members_inside on members (id) where not external and erased_at is null and suspended_at is null;
create index memberships_guests on memberships (group_id, member_id) where role = 'guest';
