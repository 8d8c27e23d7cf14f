-- What is found can be narrowed to a label: the function takes one more parameter (visibility.sql makes it anew; who calls
-- it without a label finds it as before).
drop function if exists found_texts(uuid, tsquery, tsquery, timestamptz, bigint);
