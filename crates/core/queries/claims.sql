--! take
insert into claims (job, key, token, until)
values (:job, :key, :token, clock_timestamp() + make_interval(secs => :seconds))
on conflict (job, key)
do update set token = excluded.token, until = excluded.until
where claims.until < clock_timestamp()
returning token;

--! give_back
delete from claims where job = :job and key = :key and token = :token;
