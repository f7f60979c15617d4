--: Release(country?, year?, released?, label?, catno?, thumb_url?, have?, want?, rating_hundredths?, rating_votes?, for_sale?, priced_at?, amount?, shipping?, currency?, provider?, price_url?, observed_at?, item_cents?, delivered_low?, delivered_high?, estimated?, rate_day?, size_inches?, speed_rpm?, kind?, colour?, weight_grams?)

--! of_album (country?, year_from?, year_to?, kind?, size_inches?, colour?, limited?, after_year?, after_id?) : Release
-- Oldest pressing first. A word of a format is looked for by what it means, else in Discogs' text. The first pressings are the original ones of
-- the album's first year on vinyl, `domain::pressing::first_year`. The price is the cheapest delivered to
-- the asked country.
select r.id, r.album_id, r.discogs_id, r.title, r.country, r.year, r.released, r.format, r.label, r.catno, r.thumb_url,
       r.official, r.have, r.want, r.rating_hundredths, r.rating_votes, r.for_sale, r.priced_at,
       r.records, r.size_inches, r.speed_rpm, r.kind, r.traits, r.colour, r.weight_grams, r.confidence,
       coalesce(r.original and r.year = f.year, false) as first_pressing,
       p.amount, p.shipping, p.currency, p.provider, p.url as price_url, p.observed_at,
       p.item_cents, p.delivered_low, p.delivered_high, p.estimated, p.rate_day,
       coalesce(r.year, 9999::smallint) as sort_year
from releases r
cross join (
    select coalesce(min(o.year) filter (where o.year >= a.first_release_year), min(o.year)) as year
    from albums a
    join releases o on o.album_id = a.id and o.original and o.gone_at is null
    where a.id = :album_id
) f
left join lateral (
    select amount, shipping, currency, provider, url, observed_at, item_cents, delivered_low, delivered_high, estimated, rate_day
    from quotes
    where release_id = r.id and ships_to in (:ships_to, 'ZZ') and sale <> 'auction' and (ends_at is null or ends_at > now())
    order by rank, rank_cents, item_cents, observed_at, id
    limit 1
) p on true
where r.album_id = :album_id and r.gone_at is null
  and (:country::text is null or r.country = :country)
  and (:year_from::smallint is null or r.year >= :year_from)
  and (:year_to::smallint is null or r.year <= :year_to)
  and not exists (select from unnest(:format_words::text[], :format_traits::text[]) as w (word, trait)
                  where case w.trait when '' then r.format not ilike w.word else w.trait <> all (r.traits) end)
  and (:kind::text is null or r.kind = :kind)
  and (:size_inches::smallint is null or r.size_inches = :size_inches)
  and (:colour::text is null or :colour = any (string_to_array(r.colour, ' ')))
  and (:limited::boolean is null or ('limited' = any (r.traits)) = :limited)
  and (not :first_pressing::boolean or r.original and r.year = f.year)
  and (:after_id::bigint is null or (coalesce(r.year, 9999::smallint), r.id) > (:after_year::smallint, :after_id))
order by coalesce(r.year, 9999::smallint), r.id
limit :limit;

--! named (): (country?, year?, label?, catno?, thumb_url?, for_sale?)
-- What tells these pressings of an album apart.
select r.id, r.discogs_id, r.country, r.year, r.format, r.label, r.catno, r.thumb_url, r.for_sale,
       coalesce(r.original and r.year = f.year, false) as first_pressing
from releases r
cross join (
    select coalesce(min(o.year) filter (where o.year >= a.first_release_year), min(o.year)) as year
    from albums a
    join releases o on o.album_id = a.id and o.original and o.gone_at is null
    where a.id = :album_id
) f
where r.id = any (:ids::bigint[])
order by r.id;

--! by_id (): (details_fetched_at?, note?, gone_at?)
select id, album_id, discogs_id, details_fetched_at, note, gone_at from releases where id = :id;

--! page : (country?, year?, released?, label?, catno?, thumb_url?, have?, want?, rating_hundredths?, rating_votes?, for_sale?, priced_at?, amount?, shipping?, currency?, provider?, price_url?, observed_at?, item_cents?, delivered_low?, delivered_high?, estimated?, rate_day?, size_inches?, speed_rpm?, kind?, colour?, weight_grams?, first_release_year?, gone_at?, note?, details_fetched_at?, details_wanted_at?, tracks?, labels?, companies?, identifiers?, formats?, artists?, credits?, genres?, styles?, notes?)
-- One pressing with its album, its artist, its cheapest price, and its details when they were fetched.
select r.id, r.album_id, r.discogs_id, r.title, r.country, r.year, r.released, r.format, r.label, r.catno, r.thumb_url,
       r.official, r.have, r.want, r.rating_hundredths, r.rating_votes, r.for_sale, r.priced_at,
       r.records, r.size_inches, r.speed_rpm, r.kind, r.traits, r.colour, r.weight_grams, r.confidence, r.barcodes,
       coalesce(r.original and r.gone_at is null and r.year = f.year, false) as first_pressing,
       a.title as album_title, a.first_release_year, a.artist_id, t.name as artist_name,
       r.gone_at, r.note, r.details_fetched_at, r.details_wanted_at,
       p.amount, p.shipping, p.currency, p.provider, p.url as price_url, p.observed_at,
       p.item_cents, p.delivered_low, p.delivered_high, p.estimated, p.rate_day,
       d.release_id is not null as detailed, d.tracks, d.labels, d.companies, d.identifiers, d.formats, d.artists, d.credits,
       d.genres, d.styles, d.notes
from releases r
join albums a on a.id = r.album_id
join artists t on t.id = a.artist_id
left join release_details d on d.release_id = r.id
left join lateral (
    select coalesce(min(o.year) filter (where o.year >= a.first_release_year), min(o.year)) as year
    from releases o
    where o.album_id = a.id and o.original and o.gone_at is null
) f on true
left join lateral (
    select amount, shipping, currency, provider, url, observed_at, item_cents, delivered_low, delivered_high, estimated, rate_day
    from quotes
    where release_id = r.id and r.gone_at is null and ships_to in (:ships_to, 'ZZ') and sale <> 'auction' and (ends_at is null or ends_at > now())
    order by rank, rank_cents, item_cents, observed_at, id
    limit 1
) p on true
where r.id = :id;

--! want_details
-- Of a thousand who look at a pressing without details, one asks for them; again when they have not come after a while.
update releases set details_wanted_at = now()
where id = :id and gone_at is null
  and (details_wanted_at is null or details_wanted_at < now() - make_interval(secs => :again_after_seconds))
returning id;

--! save_pressings (countries[?], years[?], releaseds[?], labels[?], catnos[?], thumb_urls[?], haves[?], wants[?], sizes[?], speeds[?], kinds[?], colours[?], weights[?], seen_at?)
-- A pressing belongs to the album that first listed it, which alone writes it; rows that are equal are not written. What the page of a
-- pressing said of its format stands as long as the list says the same of it.
insert into releases (album_id, discogs_id, title, country, year, released, format, label, catno, thumb_url, official, have, want,
                      records, size_inches, speed_rpm, kind, traits, colour, weight_grams, confidence, listed_at)
select i.album_id, i.discogs_id, i.title, i.country, i.year, i.released, i.format, i.label, i.catno, i.thumb_url, i.official,
       i.have, i.want, i.records, i.size_inches, i.speed_rpm, i.kind, string_to_array(i.traits, ','), i.colour, i.weight_grams,
       i.confidence, coalesce(:seen_at, now())
from unnest(:album_ids::bigint[], :discogs_ids::bigint[], :titles::text[], :countries::text[], :years::smallint[],
            :releaseds::text[], :formats::text[], :labels::text[], :catnos::text[], :thumb_urls::text[], :officials::boolean[],
            :haves::integer[], :wants::integer[], :records::smallint[], :sizes::smallint[], :speeds::smallint[], :kinds::text[],
            :traits::text[], :colours::text[], :weights::smallint[], :confidences::real[])
     as i (album_id, discogs_id, title, country, year, released, format, label, catno, thumb_url, official, have, want, records,
           size_inches, speed_rpm, kind, traits, colour, weight_grams, confidence)
order by i.discogs_id
on conflict (discogs_id)
do update set title = excluded.title, country = excluded.country, year = excluded.year, released = excluded.released,
              format = excluded.format, label = excluded.label, catno = excluded.catno,
              thumb_url = coalesce(excluded.thumb_url, releases.thumb_url), official = excluded.official,
              have = coalesce(excluded.have, releases.have), want = coalesce(excluded.want, releases.want),
              records = case when releases.detailed and releases.format = excluded.format then releases.records else excluded.records end,
              size_inches = case when releases.detailed and releases.format = excluded.format then releases.size_inches else excluded.size_inches end,
              speed_rpm = case when releases.detailed and releases.format = excluded.format then releases.speed_rpm else excluded.speed_rpm end,
              kind = case when releases.detailed and releases.format = excluded.format then releases.kind else excluded.kind end,
              traits = case when releases.detailed and releases.format = excluded.format then releases.traits else excluded.traits end,
              colour = case when releases.detailed and releases.format = excluded.format then releases.colour else excluded.colour end,
              weight_grams = case when releases.detailed and releases.format = excluded.format then releases.weight_grams else excluded.weight_grams end,
              confidence = excluded.confidence, detailed = releases.detailed and releases.format = excluded.format,
              -- Another format: the page is read again when somebody looks at it.
              details_fetched_at = case when releases.format = excluded.format then releases.details_fetched_at end,
              updated_at = now()
where releases.album_id = excluded.album_id
  and ((releases.title, releases.country, releases.year, releases.released, releases.format, releases.label, releases.catno,
        releases.thumb_url, releases.official, releases.have, releases.want, releases.confidence)
       is distinct from
       (excluded.title, excluded.country, excluded.year, excluded.released, excluded.format, excluded.label, excluded.catno,
        coalesce(excluded.thumb_url, releases.thumb_url), excluded.official, coalesce(excluded.have, releases.have),
        coalesce(excluded.want, releases.want), excluded.confidence)
       or not releases.detailed
          and (releases.records, releases.size_inches, releases.speed_rpm, releases.kind, releases.traits, releases.colour,
               releases.weight_grams)
              is distinct from
              (excluded.records, excluded.size_inches, excluded.speed_rpm, excluded.kind, excluded.traits, excluded.colour,
               excluded.weight_grams));

--! most_owned_without_details
-- The pressing whose details speak for the album, when they are missing or stale.
select m.id
from (select id, details_fetched_at from releases where album_id = :album_id and gone_at is null
      order by have desc nulls last, id limit 1) m
where m.details_fetched_at is null or m.details_fetched_at < now() - make_interval(secs => :ttl_seconds);

--! album_of
select album_id from releases where id = :id;

--! save_details (rating_hundredths?, rating_votes?, have?, want?, size_inches?, speed_rpm?, kind?, colour?, weight_grams?)
-- What is known of the format is the page's when it has one.
update releases
set rating_hundredths = :rating_hundredths, rating_votes = :rating_votes, have = coalesce(:have, have),
    want = coalesce(:want, want), barcodes = :barcodes, detailed = detailed or :described,
    records = case when :described then :records else records end,
    size_inches = case when :described then :size_inches else size_inches end,
    speed_rpm = case when :described then :speed_rpm else speed_rpm end,
    kind = case when :described then :kind else kind end,
    traits = case when :described then string_to_array(:traits, ',') else traits end,
    colour = case when :described then :colour else colour end,
    weight_grams = case when :described then :weight_grams else weight_grams end,
    details_fetched_at = now(), gone_at = null, note = null, updated_at = now()
where id = :id;

--! save_page (notes?)
insert into release_details (release_id, tracks, labels, companies, identifiers, formats, artists, credits, genres, styles, notes)
values (:id, :tracks, :labels, :companies, :identifiers, :formats, :artists, :credits, :genres, :styles, :notes)
on conflict (release_id)
do update set tracks = excluded.tracks, labels = excluded.labels, companies = excluded.companies,
              identifiers = excluded.identifiers, formats = excluded.formats, artists = excluded.artists,
              credits = excluded.credits, genres = excluded.genres, styles = excluded.styles, notes = excluded.notes
where (release_details.tracks, release_details.labels, release_details.companies, release_details.identifiers,
       release_details.formats, release_details.artists, release_details.credits, release_details.genres,
       release_details.styles, release_details.notes)
      is distinct from
      (excluded.tracks, excluded.labels, excluded.companies, excluded.identifiers, excluded.formats, excluded.artists,
       excluded.credits, excluded.genres, excluded.styles, excluded.notes);

--! speak_for_album (track_count?, cover_url?)
-- What the details of the most owned pressing say about its album; those of another say nothing.
update albums a
set track_count = coalesce(:track_count, a.track_count), rating_hundredths = coalesce(r.rating_hundredths, a.rating_hundredths),
    rating_votes = coalesce(r.rating_votes, a.rating_votes), cover_url = coalesce(a.cover_url, :cover_url), updated_at = now()
from releases r
where r.id = :id and a.id = r.album_id
  and r.id = (select o.id from releases o where o.album_id = r.album_id and o.gone_at is null
              order by o.have desc nulls last, o.id limit 1)
  and (a.track_count, a.rating_hundredths, a.rating_votes, a.cover_url) is distinct from
      (coalesce(:track_count, a.track_count), coalesce(r.rating_hundredths, a.rating_hundredths),
       coalesce(r.rating_votes, a.rating_votes), coalesce(a.cover_url, :cover_url));

--! save_gone
-- Discogs does not know it any more; the row stays, because others point to it.
update releases set gone_at = coalesce(gone_at, :gone_at), note = :note, updated_at = now() where id = :id;

--! count_of_albums
update albums a
set release_count = n.count, updated_at = now()
from (select i.id, (select count(*) from releases r where r.album_id = i.id and r.gone_at is null)::integer as count
      from unnest(:album_ids::bigint[]) as i (id)) n
where a.id = n.id and a.release_count <> n.count;

--! stale_priced_in_album
-- The next pressings to price: those that many own first.
select id, discogs_id
from releases
where album_id = :album_id and gone_at is null
  and (priced_at is null or priced_at < now() - make_interval(secs => :ttl_seconds))
order by have desc nulls last, id
limit :limit;

--! stale_details : (details_fetched_at?)
-- The sweep of ingest_release_details: pressings that somebody looked at or is recommended, and the most owned one of each album, unless
-- it is one of the millions that a dump alone knows and nobody wants.
(select r.id, r.details_fetched_at
 from releases r
 where r.details_wanted_at is not null and r.gone_at is null
   and (r.details_fetched_at is null or r.details_fetched_at < now() - make_interval(secs => :ttl_seconds))
 order by r.details_fetched_at nulls first, r.id
 limit :limit)
union
(select r.id, r.details_fetched_at
 from recommendation_sets s
 join recommendation_items i on i.set_id = s.id
 join releases r on r.id = i.release_id and r.gone_at is null
 where s.expires_at > now()
   and (r.details_fetched_at is null or r.details_fetched_at < now() - make_interval(secs => :ttl_seconds))
 order by r.details_fetched_at nulls first, r.id
 limit :limit)
union
(select m.id, m.details_fetched_at
 from albums a
 cross join lateral (select r.id, r.details_fetched_at from releases r where r.album_id = a.id and r.gone_at is null
                     order by r.have desc nulls last, r.id limit 1) m
 where a.release_count > 0 and (a.mbid is not null or a.wanted_at is not null)
   and (m.details_fetched_at is null or m.details_fetched_at < now() - make_interval(secs => :ttl_seconds))
 order by m.details_fetched_at nulls first, m.id
 limit :limit)
order by details_fetched_at nulls first, id
limit :limit;

--! to_match : (country?, year?, label?, catno?)
-- What tells the pressings of an album apart in somebody's offer.
select id, country, year, label, catno, barcodes, format
from releases
where album_id = :album_id and gone_at is null
order by have desc nulls last, id
limit 500;
