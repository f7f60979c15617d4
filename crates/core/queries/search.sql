--: Found(artist_image_url?, listeners?, title?, first_release_year?, cover_url?)

--! find (kind?, others?, token_sha256?) : Found
-- Names that have the words that were typed, the last of which may go on, and names that are exactly that, step by step (`search_find`);
-- beside these, what the caller picked or has.
with every as (
    select kind, id, popularity, key, 0 as own
    from search_find((:typed::text)::tsquery, (:others::text)::tsquery, :key, :kind, :limit)
    union all
    select kind, id, popularity, key, own from search_own((:typed::text)::tsquery, :kind, :token_sha256)
), chosen as (
    select kind, id, max(popularity) as popularity, max(key) as key, max(own) as own from every group by kind, id
)
select c.kind, c.id, c.popularity, c.own, c.key, a.id as artist_id, a.name as artist_name, a.name_key as artist_key,
       a.image_url as artist_image_url, a.listeners, b.title, b.first_release_year, b.cover_url
from chosen c
left join albums b on c.kind = 'album' and b.id = c.id
join artists a on a.id = coalesce(b.artist_id, c.id);

--! find_alike (kind?) : Found
-- As find, with other words in the place of those that were mistyped.
select c.kind, c.id, c.popularity, 0 as own, c.key, a.id as artist_id, a.name as artist_name, a.name_key as artist_key,
       a.image_url as artist_image_url, a.listeners, b.title, b.first_release_year, b.cover_url
from search_alike(:words, :quoted, :key, :kind, :limit, :is_found) c
left join albums b on c.kind = 'album' and b.id = c.id
join artists a on a.id = coalesce(b.artist_id, c.id);
