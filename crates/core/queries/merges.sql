--! move_seeds
insert into user_seed_artists (user_id, artist_id, created_at)
select user_id, :winner::bigint, created_at from user_seed_artists where artist_id = :loser::bigint
on conflict (user_id, artist_id) do nothing;

--! drop_seeds
delete from user_seed_artists where artist_id = :loser;

--! move_similars_to
insert into artist_similars (artist_id, similar_id, score, source, fetched_at)
select artist_id, :winner::bigint, score, source, fetched_at
from artist_similars where similar_id = :loser::bigint and artist_id <> :winner::bigint
on conflict (artist_id, similar_id, source) do nothing;

--! drop_similars
delete from artist_similars where artist_id = :loser or similar_id = :loser;

--! move_albums
update albums set artist_id = :winner::bigint, updated_at = now() where artist_id = :loser::bigint;

--! move_runs
update runs set artist_id = :winner::bigint where artist_id = :loser::bigint;

--! forward_artist
-- The row stays, without the ids that must be unique.
update artists
set merged_into = :winner::bigint, mbid = null, discogs_id = null, spotify_id = null, updated_at = now()
where id = :loser::bigint or merged_into = :loser::bigint;

--! adopt_artist (mbid?, discogs_id?, spotify_id?)
-- What only the loser knew.
update artists w
set mbid = :mbid, discogs_id = :discogs_id, spotify_id = :spotify_id, wanted_at = coalesce(w.wanted_at, l.wanted_at),
    country = coalesce(w.country, l.country), disambiguation = coalesce(w.disambiguation, l.disambiguation),
    image_url = coalesce(w.image_url, l.image_url), url = coalesce(w.url, l.url), listeners = coalesce(w.listeners, l.listeners),
    aliases = array(select distinct unnest(w.aliases || l.aliases) order by 1), updated_at = now()
from artists l
where w.id = :winner and l.id = :loser;

--! prefer_artist_decisions
-- Both rows know the id: what was decided by hand holds.
update matches w
set state = l.state, decided_by = l.decided_by, user_id = l.user_id, decided_at = l.decided_at
from matches l
where w.artist_id = :winner and l.artist_id = :loser and (w.service, w.service_id) = (l.service, l.service_id)
  and l.decided_by = 'hand' and w.decided_by <> 'hand';

--! drop_artist_matches
delete from matches l
using matches w
where w.artist_id = :winner and l.artist_id = :loser and (w.service, w.service_id) = (l.service, l.service_id);

--! move_artist_matches
update matches set artist_id = :winner::bigint where artist_id = :loser::bigint;

--! demote_artist_matches
-- An artist has one page at a service. A link to a second one is for people to look at.
update matches m
set state = 'proposed', decided_at = now()
from artists a
where a.id = :winner and m.artist_id = a.id and m.state = 'accepted' and m.decided_by <> 'hand'
  and case m.service when 'discogs' then m.service_id is distinct from a.discogs_id::text
                     when 'spotify' then m.service_id is distinct from a.spotify_id
                     else false end;

--! double_albums : (loser, winner)
-- Albums of two artists who are one: the same title, at most one of them known to MusicBrainz, and nothing that tells them apart.
select case when k.mbid is null and o.mbid is not null then k.id else o.id end as loser,
       case when k.mbid is null and o.mbid is not null then o.id else k.id end as winner
from albums k
join albums o on o.title_key = k.title_key
where k.artist_id = :winner::bigint and o.artist_id = :loser::bigint and (k.mbid is null or o.mbid is null)
  and (k.discogs_master_id = o.discogs_master_id
       or ((k.discogs_master_id is null or o.discogs_master_id is null)
           and (k.first_release_year = o.first_release_year or k.first_release_year is null or o.first_release_year is null)))
order by k.id, o.id;

--! lock_albums
select id from albums where id in (:winner, :loser) order by id for update;

--! move_releases
update releases set album_id = :winner::bigint, updated_at = now() where album_id = :loser::bigint;

--! move_quotes
update quotes set album_id = :winner::bigint where album_id = :loser::bigint;

--! drop_best_prices
delete from album_best_price where album_id = :loser;

--! move_price_checks
insert into price_checks (album_id, provider, checked_at, failed_at, failure)
select :winner::bigint, provider, checked_at, failed_at, failure from price_checks where album_id = :loser::bigint
on conflict (album_id, provider) do nothing;

--! drop_sets_with_both
-- A set without one of its ranks is no set; the next read makes another.
delete from recommendation_sets s
where exists (select from recommendation_items i where i.set_id = s.id and i.album_id = :winner)
  and exists (select from recommendation_items i where i.set_id = s.id and i.album_id = :loser);

--! move_items
update recommendation_items set album_id = :winner::bigint where album_id = :loser::bigint;

--! move_locked
insert into locked_recommendations (user_id, album_id, created_at)
select user_id, :winner::bigint, created_at from locked_recommendations where album_id = :loser::bigint
on conflict (user_id, album_id) do nothing;

--! move_dismissed
insert into dismissed_recommendations (user_id, album_id, reason, created_at)
select user_id, :winner::bigint, reason, created_at from dismissed_recommendations where album_id = :loser::bigint
on conflict (user_id, album_id) do nothing;

--! move_alerts
-- A wish for both stays one; what is known of the winner is looked at again.
update alerts l set album_id = :winner::bigint
where album_id = :loser::bigint
  and not exists (select from alerts w where w.album_id = :winner::bigint and w.user_id = l.user_id and w.class = l.class);

--! move_alert_states
-- Told of either is told.
insert into alert_states (alert_id, album_id, met, checked_at)
select alert_id, :winner::bigint, met, checked_at from alert_states where album_id = :loser::bigint
on conflict (alert_id, album_id) do update set met = alert_states.met or excluded.met;

--! move_notifications
update notifications set album_id = :winner::bigint where album_id = :loser::bigint;

--! prefer_album_decisions
update matches w
set state = l.state, decided_by = l.decided_by, user_id = l.user_id, decided_at = l.decided_at
from matches l
where w.album_id = :winner and l.album_id = :loser and (w.kind, w.service, w.service_id) = (l.kind, l.service, l.service_id)
  and l.decided_by = 'hand' and w.decided_by <> 'hand';

--! drop_album_matches
delete from matches l
using matches w
where w.album_id = :winner and l.album_id = :loser and (w.kind, w.service, w.service_id) = (l.kind, l.service, l.service_id);

--! move_album_matches
update matches set album_id = :winner::bigint where album_id = :loser::bigint;

--! forward_albums
update album_forwards set album_id = :winner::bigint where album_id = :loser::bigint;

--! forward_album
insert into album_forwards (old_id, album_id) values (:loser, :winner);

--! drop_album
delete from albums where id = :loser;

--! album_facts : (mbid?, first_release_year?, discogs_master_id?, master_confidence?, cover_url?, track_count?, rating_hundredths?, rating_votes?, studio?, discogs_release_id?, wanted_at?, releases_fetched_at?)
select mbid, first_release_year, discogs_master_id, master_confidence, cover_url, track_count, rating_hundredths, rating_votes,
       studio, discogs_release_id, wanted_at, releases_fetched_at
from albums
where id = :id;

--! adopt_album (mbid?, first_release_year?, discogs_master_id?, master_confidence?, cover_url?, track_count?, rating_hundredths?, rating_votes?, studio?, discogs_release_id?, wanted_at?, releases_fetched_at?)
-- What only the loser knew, and the pressings of both. Prices are looked at again.
update albums
set mbid = coalesce(mbid, :mbid), first_release_year = coalesce(first_release_year, :first_release_year),
    releases_fetched_at = case when discogs_master_id is null and :discogs_master_id::bigint is not null
                               then :releases_fetched_at else releases_fetched_at end,
    master_confidence = case when discogs_master_id is null then :master_confidence else master_confidence end,
    discogs_master_id = coalesce(discogs_master_id, :discogs_master_id), cover_url = coalesce(cover_url, :cover_url),
    track_count = coalesce(track_count, :track_count), rating_hundredths = coalesce(rating_hundredths, :rating_hundredths),
    rating_votes = coalesce(rating_votes, :rating_votes), studio = coalesce(studio, :studio),
    discogs_release_id = coalesce(discogs_release_id, :discogs_release_id), wanted_at = coalesce(wanted_at, :wanted_at),
    release_count = (select count(*) from releases r where r.album_id = albums.id and r.gone_at is null), prices_fetched_at = null,
    updated_at = now()
where id = :id;

--! move_artist_image
update images set artist_id = :winner::bigint
where artist_id = :loser::bigint and not exists (select from images where artist_id = :winner::bigint);

--! drop_artist_image
delete from images where artist_id = :loser;

--! move_album_image
-- The winner's own goes before; the loser's is gone with its row.
update images set album_id = :winner::bigint
where album_id = :loser::bigint and not exists (select from images where album_id = :winner::bigint);

--! move_wishes
-- An import that names both keeps both wishes, which are counted; an artist that is another is admitted as that.
update wishes w set artist_id = :winner::bigint
where artist_id = :loser::bigint
  and not exists (select from wishes k where k.import_id = w.import_id and k.artist_id = :winner::bigint);
