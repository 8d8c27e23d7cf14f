-- Nobody comments on a post any more; what was written stays.
alter table posts add column comments_closed_at timestamptz;
