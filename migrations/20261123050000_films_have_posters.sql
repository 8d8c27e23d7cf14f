-- How long a film or a sound takes, and how a film looks: its page 1 is its poster. Both as the browser said of whoever sent
-- it; the server opens no films.
alter table files add column seconds integer constraint files_seconds check (seconds > 0);
