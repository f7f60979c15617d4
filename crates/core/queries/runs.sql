--! lock
-- Two who ask for one artist at once take turns: the second joins the first one's run.
select true as locked from (select pg_advisory_xact_lock(hashtextextended('runs', :artist_id))) l;

--! insert
insert into runs (artist_id) values (:artist_id) returning id;

--! recent_of_artist
-- A repeated request joins the run that was asked for a moment ago.
select id from runs
where artist_id = :artist_id and requested_at > now() - make_interval(secs => :seconds)
order by id desc
limit 1;

--! progress (): (info_fetched_at?, albums_fetched_at?, note?)
-- Read from the catalogue, so that duplicate messages cannot miscount.
-- What was fetched before somebody asked for news is not there yet.
select r.id, r.artist_id, a.name as artist_name, r.requested_at, a.note,
       case when a.info_fetched_at >= coalesce(a.refresh_asked_at, '-infinity') then a.info_fetched_at end as info_fetched_at,
       case when a.albums_fetched_at >= coalesce(a.refresh_asked_at, '-infinity') then a.albums_fetched_at end as albums_fetched_at,
       count(b.id) as albums,
       count(b.id) filter (where b.releases_fetched_at >= coalesce(a.refresh_asked_at, '-infinity')) as albums_with_releases,
       count(b.id) filter (where b.release_count > 0) as albums_on_vinyl,
       count(b.id) filter (where b.release_count > 0 and b.prices_fetched_at is not null) as albums_priced,
       coalesce(sum(b.release_count), 0)::bigint as releases
from runs r
join artists a on a.id = r.artist_id
left join albums b on b.artist_id = a.id
where r.id = :id
group by r.id, a.id;

--! totals
select (select count(*) from artists where merged_into is null) as artists,
       (select count(*) from artists where albums_fetched_at is not null) as ingested,
       (select count(*) from albums) as albums,
       (select count(*) from releases) as releases,
       (select count(*) from quotes) as prices,
       (select count(*) from upstream_requests) as requests,
       (select count(*) from claims where until > clock_timestamp()) as claims,
       (select count(*) from artists where wanted_at is not null and merged_into is null and note is null
                                       and (info_fetched_at is null or albums_fetched_at is null or info_fetched_at < refresh_asked_at
                                            or albums_fetched_at < refresh_asked_at)) as artists_waiting,
       (select count(*) from albums where releases_fetched_at is null) as albums_waiting,
       (select count(*) from albums where release_count > 0 and prices_fetched_at is null) as prices_waiting;
