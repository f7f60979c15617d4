-- Prices are asked for: of eBay, which counts calls per day and lends tokens, of the European Central Bank, and of shops.

insert into upstream_budgets (upstream) values ('ebay'), ('ecb'), ('shops');

alter table upstream_budgets
    -- The day of quotas that was last counted, and its calls.
    add column quota_day   date    not null default '-infinity',
    add column quota_taken integer not null default 0;

-- Quotas begin anew at midnight in California. Ours do so a minute late: clocks differ, and a refusal that arrives a second after midnight
-- would close the whole new day.
create function quota_day_of(at timestamptz) returns date
language sql stable as
$$ select ((at - interval '1 minute') at time zone 'America/Los_Angeles')::date $$;

create function quota_day_begins(day date) returns timestamptz
language sql stable as
$$ select (day::timestamp at time zone 'America/Los_Angeles') + interval '1 minute' $$;

-- Seconds until there is a call for somebody when so many of the day's are taken. A person may use what is left; bulk work may go on while
-- all calls together are no more than 80 % of the quota times the part of the day that has passed. A day may have 23 or 25 hours.
create function quota_wait(calls integer, taken integer, bulk boolean, at timestamptz) returns float8
language sql stable as $$
    select case
               when not bulk and taken < calls then 0
               when not bulk then length - passed
               when each * (taken + 1) <= length then greatest(0, each * (taken + 1) - passed)
               else length + each - passed
           end
    from (select extract(epoch from quota_day_begins(day + 1) - quota_day_begins(day))::float8 as length,
                 extract(epoch from at - quota_day_begins(day))::float8                        as passed
          from quota_day_of(at) as day) as today,
         lateral (select length / (greatest(calls, 1) * 0.8) as each) as share
$$;

-- What a service lends to us for a while, for all functions together. A secret: it is in no archive and no log.
create table upstream_tokens (
    upstream      text primary key references upstream_budgets (upstream),
    token         text,
    expires_at    timestamptz not null default '-infinity',
    -- Somebody fetches a new one; until then nobody else does.
    claimed_until timestamptz not null default '-infinity'
);
insert into upstream_tokens (upstream) values ('ebay');
