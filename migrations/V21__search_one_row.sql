-- Popularity is part of what a name's row lies under in `search_names`, so that two who wrote two albums of one artist at once, each with
-- the artist's popularity as it saw it, left two rows of one artist; and from then on every writer of that artist failed. Now writers of an
-- artist's names take turns by the artist's row, which all of them lock after the albums that they write and before they read what to write;
-- and what was doubled before is written anew.

-- Writes what is searched of these albums (V11), and returns the artists who may be known better or less for it.
create or replace function search_write_album_names(ids bigint[]) returns bigint[]
language plpgsql as $$
declare
    artists bigint[];
begin
    perform from artists where id in (select artist_id from albums where id = any (ids)) order by id for no key update;
    with differing as materialized (
        select now.*, was.artists as were_of, was.popularity as was_known
        from (select asked.id, b.artist_id, case when b.id is not null then search_album_popularity(a.listeners, b.release_count) end as popularity,
                     left(b.title_key, 200) as key, search_vector(b.title_key, a.name_key) as words
              from (select distinct unnest(ids)) asked (id)
              left join albums b on b.id = asked.id
              left join artists a on a.id = b.artist_id
              offset 0) now
        left join lateral (
            select array_agg(n.artist_id) as artists, max(n.popularity) as popularity, count(*) as rows,
                   bool_and((n.artist_id, n.popularity, n.key, n.words) = (now.artist_id, now.popularity, now.key, now.words)) as are_right
            from search_names n
            where n.id = now.id and n.kind = 'album') was on true
        where case when now.artist_id is null then was.rows > 0 else was.rows <> 1 or not was.are_right end
    ), removed as (
        delete from search_names n
        using differing d
        where d.was_known is not null and n.id = d.id and n.kind = 'album' and n.popularity is distinct from d.popularity
    ), written as (
        insert into search_names (kind, id, artist_id, popularity, key, words)
        select 'album', id, artist_id, popularity, key, words from differing where artist_id is not null order by id
        on conflict (id, kind, popularity)
        do update set artist_id = excluded.artist_id, key = excluded.key, words = excluded.words
    )
    select array_agg(distinct artist.id) into artists
    from differing d, unnest(array_append(d.were_of, d.artist_id)) artist (id)
    where artist.id is not null
      -- Unless the artist is better known than the album is and was: then nothing follows.
      and not exists (select from search_names n
                      where n.id = artist.id and n.kind = 'artist'
                        and n.popularity >= coalesce(d.popularity, 0) and n.popularity > coalesce(d.was_known, -1));
    perform search_learn_words(array(select b.title_key from unnest(ids) asked (id) join albums b on b.id = asked.id));
    return artists;
end
$$;

-- As search_write_album_names. An artist is at least as well known as the best known album.
create or replace function search_write_artists(ids bigint[]) returns void
language plpgsql as $$
begin
    perform from artists where id = any (ids) order by id for no key update;
    with differing as materialized (
        select now.*, was.rows
        from (select asked.id, a.id as artist_id,
                     case when a.id is not null then
                         greatest(search_popularity(a.listeners, 0),
                                  (select max(n.popularity) from search_names n where n.artist_id = asked.id and n.kind = 'album'))
                     end as popularity,
                     left(a.name_key, 200) as key, search_vector(a.name_key, search_aliases(a.aliases)) as words
              from (select distinct unnest(ids)) asked (id)
              left join artists a on a.id = asked.id and a.merged_into is null
              offset 0) now
        left join lateral (
            select count(*) as rows,
                   bool_and((n.artist_id, n.popularity, n.key, n.words) = (now.artist_id, now.popularity, now.key, now.words)) as are_right
            from search_names n
            where n.id = now.id and n.kind = 'artist') was on true
        where case when now.artist_id is null then was.rows > 0 else was.rows <> 1 or not was.are_right end
    ), removed as (
        delete from search_names n
        using differing d
        where d.rows > 0 and n.id = d.id and n.kind = 'artist' and n.popularity is distinct from d.popularity
    )
    insert into search_names (kind, id, artist_id, popularity, key, words)
    select 'artist', id, artist_id, popularity, key, words from differing where artist_id is not null order by id
    on conflict (id, kind, popularity)
    do update set artist_id = excluded.artist_id, key = excluded.key, words = excluded.words;
end
$$;

select search_write_albums(array(select id from search_names where kind = 'album' group by id having count(*) > 1));
select search_write_artists(array(select id from search_names where kind = 'artist' group by id having count(*) > 1));
