--: Import(user_id?, object_key?, artist_column?, layout?, size?, etag?, rating_top?, note?, started_at?, read_at?, finished_at?)

--! create (user_id?, object_key?, artist_column?) : Import
insert into imports (user_id, source, object_key, artist_column, tags, per_tag)
values (:user_id, :source, :object_key, :artist_column, :tags, :per_tag)
returning id, user_id, source, object_key, artist_column, tags, per_tag, state, layout, size, etag, next, line, rows, wished, repeated,
          refused, pending, rating_top, note, created_at, started_at, read_at, finished_at;

--! lock_same
-- Two callers that ask for the same import at once must take turns.
select true as locked from (select pg_advisory_xact_lock(hashtextextended('imports', 0))) l;

--! same (object_key?) : Import
-- The operator's import of this file, or of these tags a moment ago.
select id, user_id, source, object_key, artist_column, tags, per_tag, state, layout, size, etag, next, line, rows, wished, repeated,
       refused, pending, rating_top, note, created_at, started_at, read_at, finished_at
from imports
where user_id is null
  and (object_key = :object_key
       or tags <> '{}' and tags = :tags and per_tag = :per_tag and created_at > now() - make_interval(secs => :seconds))
order by id desc
limit 1;

--! by_id : Import
select id, user_id, source, object_key, artist_column, tags, per_tag, state, layout, size, etag, next, line, rows, wished, repeated,
       refused, pending, rating_top, note, created_at, started_at, read_at, finished_at
from imports
where id = :id;

--! unfinished
-- How many imports a listener has that are not read to their end.
select count(*) from imports where user_id = :user_id and state in ('waiting', 'reading') and created_at > now() - interval '1 day';

--! start
update imports
set state = 'reading', started_at = coalesce(started_at, now()), read_at = now(), note = null
where id = :id and state = 'waiting'
returning id;

--! stop (note?)
-- It waits again, or has failed.
update imports
set state = :state, note = :note, read_at = now(), finished_at = case when :state = 'failed' then now() end
where id = :id and state = 'reading';

--! save_layout
-- Found once: whoever comes second reads by the first one's.
update imports
set layout = :layout, size = :size, etag = :etag
where id = :id and layout is null;

--! lock_part
-- The right to write the part that begins here: nobody has written it, and nobody does until this transaction ends.
select id from imports where id = :id and next = :next and state = 'reading' for no key update;

--! save_part (rating_top?)
update imports
set next = :next, line = :line, rows = rows + :rows, wished = wished + :wished, repeated = repeated + :repeated,
    refused = refused + :refused, pending = pending + :pending, rating_top = greatest(rating_top, :rating_top),
    read_at = now(), state = case when :done then 'done' else state end, finished_at = case when :done then now() end
where id = :id;

--! find_artists (mbids[?]) : (artist_id?)
-- For each name the artist with that MBID; without an MBID the most listened to of that name.
select i.position,
       case when i.mbid is null
            then (select a.id from artists a where a.name_key = i.name_key and a.merged_into is null
                  order by a.listeners desc nulls last, a.id limit 1)
            else (select coalesce(a.merged_into, a.id) from artists a where a.mbid = i.mbid)
       end as artist_id
from unnest(:name_keys::text[], :mbids::uuid[]) with ordinality as i (name_key, mbid, position)
order by i.position;

--! insert_artists
-- Known by name only, never ingested until wanted. Of several rows of one name the first gives the spelling.
insert into artists (name, name_key)
select distinct on (i.name_key) i.name, i.name_key
from unnest(:names::text[], :name_keys::text[]) with ordinality as i (name, name_key, position)
where not exists (select from artists a where a.name_key = i.name_key and a.merged_into is null)
order by i.name_key, i.position;

--! insert_wishes (ratings[?], image_urls[?]) : (is_new, is_pending)
-- One wish for an artist in an import. A later row of the same artist gives what the first one lacks.
with rows as (
    select i.artist_id, min(i.position) as position,
           (array_agg(i.rating order by i.position) filter (where i.rating is not null))[1] as rating,
           (array_agg(i.image_url order by i.position) filter (where i.image_url is not null))[1] as image_url
    from unnest(:artist_ids::bigint[], :positions::int[], :ratings::real[], :image_urls::text[])
         as i (artist_id, position, rating, image_url)
    group by i.artist_id
)
insert into wishes (import_id, artist_id, caller, position, rating, image_url, listeners, state)
select :import_id, r.artist_id, :caller, r.position, r.rating, r.image_url, a.listeners,
       case when a.wanted_at is null then 'waiting' else 'present' end
from rows r
join artists a on a.id = r.artist_id
order by r.artist_id
on conflict (import_id, artist_id)
do update set rating = coalesce(wishes.rating, excluded.rating), image_url = coalesce(wishes.image_url, excluded.image_url)
where (wishes.rating is null and excluded.rating is not null) or (wishes.image_url is null and excluded.image_url is not null)
returning xmax = 0 as is_new, xmax = 0 and state = 'waiting' as is_pending;

--! insert_refusals
insert into import_refusals (import_id, line, reason, excerpt)
select :import_id, i.line, i.reason, i.excerpt
from unnest(:lines::int[], :reasons::text[], :excerpts::text[]) as i (line, reason, excerpt)
on conflict (import_id, line) do nothing;

--! refusals
-- A page of the report, in the order of the file.
select line, reason, excerpt
from import_refusals
where import_id = :import_id and line > :after
order by line
limit :limit;

--! stalled
-- The sweep of import_artists: started, and not read on since.
select id from imports
where state = 'reading' and read_at < now() - make_interval(secs => :seconds)
order by read_at
limit :limit;

--! ahead
-- How many wishes are admitted before the last one of this caller, when each caller gets its turn.
select coalesce(sum(least(c.pending, m.pending)), 0)::bigint as wishes
from (select coalesce(user_id, 0) as caller, sum(pending)::bigint as pending from imports where pending > 0 group by user_id) c,
     (select coalesce(sum(pending), 0)::bigint as pending from imports where pending > 0 and coalesce(user_id, 0) = :caller) m;

--! lock_admission
-- One admission at a time, or two would each use the day's rest.
select true as locked from (select pg_advisory_xact_lock(hashtextextended('admission', 0))) l;

--! allowance
-- What may be admitted now: the rest of the last 24 hours' cap, and of an hour's share of it.
select greatest(0, least(:per_day - count(*),
                         ceil(:per_day / 24.0) - count(*) filter (where admitted_at > now() - interval '1 hour')))::bigint as artists
from wishes
where state = 'admitted' and admitted_at > now() - interval '24 hours';

--! next_wishes
-- Who was given the least in the last 24 hours is first; of one caller, the most popular. `callers` hops from one to the next, so that
-- no caller's two hundred thousand wishes are read for the few that are taken.
with recursive callers as (
    (select caller from wishes where state = 'waiting' order by caller limit 1)
    union all
    select (select w.caller from wishes w where w.state = 'waiting' and w.caller > c.caller order by w.caller limit 1)
    from callers c
    where c.caller is not null
), given as (
    select caller, count(*) as admitted
    from wishes
    where state = 'admitted' and admitted_at > now() - interval '24 hours'
    group by caller
), turns as (
    select c.caller, w.import_id, w.artist_id, w.listeners, w.position, coalesce(g.admitted, 0) + w.turn as turn
    from callers c
    left join given g on g.caller = c.caller
    cross join lateral (
        select n.*, row_number() over (order by n.listeners desc nulls last, n.position, n.artist_id) as turn
        from (select import_id, artist_id, listeners, position
              from wishes
              where caller = c.caller and state = 'waiting'
              order by listeners desc nulls last, position, artist_id
              limit :limit) n
    ) w
    where c.caller is not null
)
select t.caller, t.import_id, t.artist_id, coalesce(a.merged_into, a.id) as wanted_id
from (select * from turns order by turn, listeners desc nulls last, position, caller, artist_id limit :limit) t
join artists a on a.id = t.artist_id
order by t.turn, t.listeners desc nulls last, t.position, t.caller, t.artist_id;

--! want_artists
-- Those that nobody wanted before.
update artists set wanted_at = now(), updated_at = now() where id = any (:ids::bigint[]) and wanted_at is null returning id;

--! settle
-- Whoever else waits for these artists waits no more.
with settled as (
    update wishes w
    set state = case when (w.import_id, w.artist_id) in (select * from unnest(:import_ids::bigint[], :admitted_ids::bigint[]))
                     then 'admitted' else 'present' end,
        admitted_at = now()
    where w.artist_id = any (:artist_ids::bigint[]) and w.state = 'waiting'
    returning w.import_id
)
update imports i
set pending = i.pending - s.wishes
from (select import_id, count(*) as wishes from settled group by import_id) s
where i.id = s.import_id;
