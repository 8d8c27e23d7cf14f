-- Empties every table that is not empty, without asking constraints or triggers.
create or replace function test_reset() returns void language plpgsql as $$
declare
    name text;
    filled boolean;
begin
    set local session_replication_role = 'replica';
    for name in
        select format('%I.%I', schemaname, tablename) from pg_tables
        where (schemaname = 'public' and tablename <> '_sqlx_migrations')
           or (schemaname = 'graphile_worker' and tablename in ('_private_jobs', '_private_job_queues', '_private_known_crontabs', '_private_workers'))
    loop
        execute format('select exists (select 1 from %s)', name) into filled;
        if filled then
            execute format('delete from %s', name);
        end if;
    end loop;
end $$;
