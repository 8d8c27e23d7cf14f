-- Words that stand in every other text are found among the newest ones without the index of words (found_texts).
create index search_texts_by_time on search_texts (at desc, id desc);
-- One parameter more; visibility.sql makes it anew.
drop function if exists found_texts(uuid, tsquery, tsquery, timestamptz, bigint, uuid);
