--: Measured()

--! is_measured
select exists (select from quality_days where day = (now() at time zone 'utc')::date) as today;

--! measure
-- Counts everything; seconds at a million albums. Artists that are known by name only, because somebody is like them, are not counted:
-- nobody has asked a service for them.
with artist as (
    select count(*) as total, count(mbid) as mbid, count(discogs_id) as discogs, count(spotify_id) as spotify,
           count(listeners) as lastfm
    from artists
    where merged_into is null and (info_fetched_at is not null or mbid is not null or discogs_id is not null)
), album as (
    select count(*) as total, count(mbid) as mbid, count(coalesce(discogs_master_id, discogs_release_id)) as discogs,
           count(*) filter (where release_count > 0) as pressing, count(releases_fetched_at) as looked_up
    from albums
), pressing as (
    select (select count(*) from releases) as total,
           (select count(*) from release_details) as details,
           (select count(*) from releases where thumb_url is not null) as image
), priced as (
    select provider, count(distinct release_id) as count from quotes group by provider
), pictured as (
    select case when artist_id is null then 'albums' else 'artists' end as subject, source, count(*) as count
    from images where state = 'mirrored' group by 1, 2
), linked as (
    select format('%s %s %s %s', kind, service, state, decided_by) as feature, count(*) as count from matches
    group by kind, service, state, decided_by
), counted (subject, feature, count, total) as (
    select 'artists', f.feature, f.count, a.total
    from artist a, lateral (values ('mbid', a.mbid), ('discogs', a.discogs), ('spotify', a.spotify), ('lastfm', a.lastfm)) f (feature, count)
    union all
    select 'albums', f.feature, f.count, a.total
    from album a,
         lateral (values ('pressing', a.pressing), ('looked up', a.looked_up), ('mbid', a.mbid), ('discogs', a.discogs)) f (feature, count)
    union all
    select 'pressings', f.feature, f.count, p.total
    from pressing p, lateral (values ('details', p.details), ('image', p.image)) f (feature, count)
    union all
    select 'pressings', 'price', (select count(distinct release_id) from quotes), p.total from pressing p
    union all
    select 'pressings', 'price from ' || r.provider, r.count, p.total from pressing p, priced r
    union all
    select subject, 'image', coalesce(sum(p.count), 0)::bigint, max(t.total)
    from (select 'artists' as subject, total from artist union all select 'albums', total from album) t
    left join pictured p using (subject)
    group by subject
    union all
    select subject, 'image from ' || p.source, p.count, t.total
    from (select 'artists' as subject, total from artist union all select 'albums', total from album) t
    join pictured p using (subject)
    union all
    select 'matches', feature, count, sum(count) over ()::bigint from linked
)
insert into quality_days (day, subject, feature, count, total)
select (now() at time zone 'utc')::date, subject, feature, least(count, total), total from counted
on conflict (day, subject, feature)
do update set count = excluded.count, total = excluded.total
where (quality_days.count, quality_days.total) is distinct from (excluded.count, excluded.total);

--! newest : Measured
-- What was counted last.
select day::text as day, subject, feature, count, total
from quality_days
where day = (select max(day) from quality_days)
order by subject, count desc, feature;

--! history : Measured
-- The last days of these features, the newest first.
select q.day::text as day, q.subject, q.feature, q.count, q.total
from quality_days q
join unnest(:subjects::text[], :features::text[]) with ordinality as asked (subject, feature, place) using (subject, feature)
where q.day > (now() at time zone 'utc')::date - :days::integer
order by q.day desc, asked.place;
