--! take_slot (day_calls?) : (go, wait_seconds)
-- A paced slot (GCRA without burst) if one is free within the horizon and the day has a call left, else how long until there is. Database
-- time only. Of many that come at once those who waited for the row see it as it was before, perhaps never taken from: hence the clock.
with taken as (
    update upstream_budgets
    set next_slot = greatest(next_slot, paused_until, clock_timestamp()) + make_interval(secs => :interval_seconds),
        taken = taken + 1,
        quota_taken = 1 + case when quota_day = quota_day_of(clock_timestamp()) then quota_taken else 0 end,
        quota_day = quota_day_of(clock_timestamp())
    where upstream = :upstream
      and greatest(next_slot, paused_until) <= clock_timestamp() + make_interval(secs => :horizon_seconds)
      and (:day_calls::integer is null
           or quota_wait(:day_calls, case when quota_day = quota_day_of(clock_timestamp()) then quota_taken else 0 end,
                         :bulk, clock_timestamp()) = 0)
    returning next_slot - make_interval(secs => :interval_seconds) as slot
)
select true as go, greatest(0, extract(epoch from slot - clock_timestamp()))::float8 as wait_seconds from taken
union all
select false, greatest(:interval_seconds::float8,
                       extract(epoch from greatest(next_slot, paused_until, clock_timestamp()) - clock_timestamp())::float8
                       - :horizon_seconds,
                       case when :day_calls::integer is not null
                            then quota_wait(:day_calls,
                                            case when quota_day = quota_day_of(clock_timestamp()) then quota_taken else 0 end,
                                            :bulk, clock_timestamp())
                       end)
from upstream_budgets
where upstream = :upstream and not exists (select from taken);

--! paused_for
-- Seconds that a pause still lasts; none when it is over.
select extract(epoch from paused_until - clock_timestamp())::float8 as seconds
from upstream_budgets
where upstream = :upstream and paused_until > clock_timestamp();

--! pause
-- Everybody stops; a pause is never shortened.
update upstream_budgets
set paused_until = clock_timestamp() + make_interval(secs => :seconds)
where upstream = :upstream and paused_until < clock_timestamp() + make_interval(secs => :seconds);

--! close_day
-- Everybody stops until quotas begin anew, or longer if a longer pause runs; seconds until then.
update upstream_budgets
set paused_until = greatest(paused_until, quota_day_begins(quota_day_of(clock_timestamp()) + 1))
where upstream = :upstream
returning extract(epoch from paused_until - clock_timestamp())::float8 as seconds;

--! token
-- What is lent to us, while it lasts.
select token from upstream_tokens where upstream = :upstream and token is not null and expires_at > clock_timestamp();

--! claim_token
-- Whoever changes the row fetches a new one. Not where one has come meanwhile: it was looked for before.
update upstream_tokens
set claimed_until = clock_timestamp() + make_interval(secs => :seconds)
where upstream = :upstream and claimed_until <= clock_timestamp()
  and (token is null or expires_at <= clock_timestamp());

--! keep_token
update upstream_tokens
set token = :token, expires_at = clock_timestamp() + make_interval(secs => :seconds), claimed_until = '-infinity'
where upstream = :upstream;

--! forget_token
-- A newer one than the one that was refused stays.
update upstream_tokens set token = null where upstream = :upstream and token = :token;

--! fresh_place : (archive_offset?, archive_length?)
select archive_key, archive_offset, archive_length, fetched_at
from upstream_requests
where fingerprint = :fingerprint and fresh_until > now();

--! newest_place : (archive_offset?, archive_length?)
-- Whatever its age.
select archive_key, archive_offset, archive_length, fetched_at from upstream_requests where fingerprint = :fingerprint;

--! save_request (fresh_seconds?)
-- An answer is replaced only by a newer answer, evidence by whatever comes: a replay reads the newest answer, however old it is. Times
-- are those of different machines.
insert into upstream_requests (fingerprint, upstream, endpoint, url, status, archive_key, bytes, fetched_at, fresh_until)
values (:fingerprint, :upstream, :endpoint, :url, :status, :archive_key, :bytes, :fetched_at,
        now() + make_interval(secs => :fresh_seconds))
on conflict (fingerprint)
do update set status = excluded.status, archive_key = excluded.archive_key, archive_offset = null, archive_length = null,
              bytes = excluded.bytes, fetched_at = excluded.fetched_at, fresh_until = excluded.fresh_until
where upstream_requests.fresh_until is null
   or (excluded.fresh_until is not null
       and (upstream_requests.fresh_until <= now() or upstream_requests.fetched_at <= excluded.fetched_at));

--! use_by_upstream : (last_at?)
select b.upstream, b.taken, count(r.fingerprint) as requests, max(r.fetched_at) as last_at
from upstream_budgets b
left join upstream_requests r on r.upstream = b.upstream
group by b.upstream, b.taken
order by b.upstream;
