--: Found(artist_image_url?, listeners?, title?, first_release_year?, cover_url?)

--! find (kind?, others?, token_sha256?) : Found
-- Names that have the words that were typed, the last of which may go on. Those whom many know are read first, and the next only when
-- that made too few: of a beginning that many names have, ten well known ones are soon found; one that few have has few rows. Of a last
-- word of a letter or two the index would list very many names: `others` leaves it out, and where few names have the other words, it is
-- looked for in these. Beside these: names that are exactly what was typed, and what the caller picked or has.
with famous as materialized (
    select kind, id, popularity, key from search_names
    where words @@ (:typed::text)::tsquery and popularity >= 130 and (:kind::text is null or kind = :kind)
    order by popularity desc limit 40
), known as materialized (
    select kind, id, popularity, key from search_names
    where words @@ (:typed::text)::tsquery and popularity >= 100 and popularity < 130 and (:kind::text is null or kind = :kind)
      and (select count(*) from famous) < :limit
    order by popularity desc limit 40
), heard as materialized (
    select kind, id, popularity, key from search_names
    where words @@ (:typed::text)::tsquery and popularity >= 70 and popularity < 100 and (:kind::text is null or kind = :kind)
      and (select count(*) from famous) + (select count(*) from known) < :limit
    order by popularity desc limit 40
), few as materialized (
    select (select count(*) from famous) + (select count(*) from known) + (select count(*) from heard) < :limit as are_found,
           (select count(*) from (select from search_names
                                  where words @@ (:others::text)::tsquery and popularity >= 70 and popularity < 100
                                    and (select count(*) from famous) + (select count(*) from known) + (select count(*) from heard) < :limit
                                  limit 100) heard_of) < 100 and :others::text is not null as are_others
), rest as materialized (
    select kind, id, popularity, key
    from (select kind, id, popularity, key, words from search_names
          where words @@ (:others::text)::tsquery and popularity < 70 and (select are_found and are_others from few)
          offset 0) others
    where words @@ (:typed::text)::tsquery and (:kind::text is null or kind = :kind)
    union all
    select kind, id, popularity, key from search_names
    where words @@ (:typed::text)::tsquery and popularity < 70 and (:kind::text is null or kind = :kind)
      and (select are_found and not are_others from few)
    order by popularity desc limit 40
), exact as materialized (
    select kind, id, popularity, key from search_names
    where key = :key and (:kind::text is null or kind = :kind)
    order by popularity desc limit 10
), caller as materialized (
    select user_id from sessions where token_sha256 = :token_sha256 and expires_at > now()
), picked as materialized (
    select kind, id, popularity, key, case kind when 'artist' then 2 else 1 end as own
    from (select n.kind, n.id, n.popularity, n.key, n.words
          from caller join user_seed_artists s using (user_id) join search_names n on n.artist_id = s.artist_id
          offset 0) seeded
    where words @@ (:typed::text)::tsquery and (:kind::text is null or kind = :kind)
    order by own desc, popularity desc limit 40
), had as materialized (
    select kind, id, popularity, key
    from (select n.kind, n.id, n.popularity, n.key, n.words
          from caller
          join user_discogs_collections c using (user_id)
          join releases r on r.discogs_id = c.discogs_id
          join search_names n on n.id = r.album_id and n.kind = 'album'
          where c.list = 'collection'
          offset 0) owned
    where words @@ (:typed::text)::tsquery and (:kind::text is null or kind = :kind)
    order by popularity desc limit 40
), chosen as (
    select kind, id, max(popularity) as popularity, max(key) as key, max(own) as own
    from (select kind, id, popularity, key, 0 as own from famous union all select *, 0 from known union all select *, 0 from heard
          union all select *, 0 from rest union all select *, 0 from exact union all select *, 2 from had
          union all select kind, id, popularity, key, own from picked) every
    group by kind, id
)
select c.kind, c.id, c.popularity, c.own, c.key, a.id as artist_id, a.name as artist_name, a.name_key as artist_key,
       a.image_url as artist_image_url, a.listeners, b.title, b.first_release_year, b.cover_url
from chosen c
left join albums b on c.kind = 'album' and b.id = c.id
join artists a on a.id = coalesce(b.artist_id, c.id);

--! find_alike (kind?) : Found
-- As find, with other words in the place of those that were mistyped: words that have an error's distance from them (symmetric
-- deletion, see `search_near`), or from whose beginning the last one has. When there are none, names of which some words are
-- together what was typed, run together or apart.
with typed as (
    select word, term, place from unnest(:words::text[], :terms::text[]) with ordinality t (word, term, place)
), alike as materialized (
    select t.place, string_agg(format('''%s''', d.word), ' | ') as words
    from typed t
    cross join lateral (
        select near.word
        from (select distinct known.word from search_words known
              where search_near(known.word) && search_near(t.word) and length(t.word) > 3) near
        cross join lateral (
            select least(levenshtein(near.word, t.word),
                         case t.place when cardinality(:words) then levenshtein(left(near.word, length(t.word)), t.word) end)
                   as distance) far
        where far.distance <= 2
        order by far.distance, near.word
        limit 60) d
    group by t.place
), question as materialized (
    select string_agg('(' || t.term || coalesce(' | ' || a.words, '') || ')', ' & ')::tsquery as words
    from typed t left join alike a using (place)
), famous as materialized (
    select kind, id, popularity, key from search_names
    where words @@ (select words from question) and popularity >= 130 and (:kind::text is null or kind = :kind)
    order by popularity desc limit 40
), known as materialized (
    select kind, id, popularity, key from search_names
    where words @@ (select words from question) and popularity >= 100 and popularity < 130 and (:kind::text is null or kind = :kind)
      and (select count(*) from famous) < :limit
    order by popularity desc limit 40
), heard as materialized (
    select kind, id, popularity, key from search_names
    where words @@ (select words from question) and popularity >= 70 and popularity < 100 and (:kind::text is null or kind = :kind)
      and (select count(*) from famous) + (select count(*) from known) < :limit
    order by popularity desc limit 40
), rest as materialized (
    select kind, id, popularity, key from search_names
    where words @@ (select words from question) and popularity < 70 and (:kind::text is null or kind = :kind)
      and (select count(*) from famous) + (select count(*) from known) + (select count(*) from heard) < :limit
    order by popularity desc limit 40
), together as materialized (
    select kind, id, popularity, key from search_names
    where key %> :key and popularity >= 100 and (:kind::text is null or kind = :kind)
      and not exists (select from famous) and not exists (select from known)
      and not exists (select from heard) and not exists (select from rest)
    order by word_similarity(:key, key) desc, popularity desc limit 20
), chosen as (
    select *, 0 as own from famous union all select *, 0 from known union all select *, 0 from heard
    union all select *, 0 from rest union all select *, 0 from together
)
select c.kind, c.id, c.popularity, c.own, c.key, a.id as artist_id, a.name as artist_name, a.name_key as artist_key,
       a.image_url as artist_image_url, a.listeners, b.title, b.first_release_year, b.cover_url
from chosen c
left join albums b on c.kind = 'album' and b.id = c.id
join artists a on a.id = coalesce(b.artist_id, c.id);
