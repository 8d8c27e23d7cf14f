-- One form may plan a post in each of several groups: published by the clock, each leads to the others, as those that are
-- published at once do (posts_together).
alter table drafts add column together uuid;
