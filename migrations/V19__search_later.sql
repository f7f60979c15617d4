-- The words of some keys (V11): nearly all keys are plain words, which need no query.
create or replace function search_vector(variadic keys text[]) returns tsvector
language plpgsql immutable parallel safe as $$
declare
    words text[] := array_remove(string_to_array(array_to_string(keys, ' '), ' '), '');
    key text;
begin
    if array_to_string(keys, ' ') ~ '[぀-ヿ㐀-鿿]|\S{41}' then
        words := array(
            select left(word, 40) from unnest(words) word
            union all
            select left(substr(word, place), 40)
            from unnest(words) word, generate_series(2, least(length(word), 12)) place
            where word ~ '[぀-ヿ㐀-鿿]');
    end if;
    foreach key in array keys loop
        if key ~ '^\S{1,3} \S{1,3}( \S{1,3})?$' then
            words := words || replace(key, ' ', '');
        end if;
    end loop;
    return array_to_tsvector(words);
end
$$;

-- Writes what is searched of these albums (V11), and returns the artists who may be known better or less for it.
create function search_write_album_names(ids bigint[]) returns bigint[]
language plpgsql as $$
declare
    artists bigint[];
begin
    with differing as materialized (
        select now.*, was.artist_id as was_of, was.popularity as was_known
        from (select asked.id, b.artist_id, case when b.id is not null then search_album_popularity(a.listeners, b.release_count) end as popularity,
                     left(b.title_key, 200) as key, search_vector(b.title_key, a.name_key) as words
              from unnest(ids) asked (id)
              left join albums b on b.id = asked.id
              left join artists a on a.id = b.artist_id
              offset 0) now
        left join search_names was on was.id = now.id and was.kind = 'album'
        where (now.artist_id, now.popularity, now.key, now.words) is distinct from (was.artist_id, was.popularity, was.key, was.words)
    ), removed as (
        delete from search_names n
        using differing d
        where n.id = d.id and n.kind = 'album' and n.popularity = d.was_known and d.popularity is distinct from d.was_known
    ), written as (
        insert into search_names (kind, id, artist_id, popularity, key, words)
        select 'album', id, artist_id, popularity, key, words from differing where artist_id is not null order by id
        on conflict (id, kind, popularity)
        do update set artist_id = excluded.artist_id, key = excluded.key, words = excluded.words
    )
    select array_agg(distinct artist.id) into artists
    from differing d, unnest(array[d.artist_id, d.was_of]) artist (id)
    where artist.id is not null
      -- Unless the artist is better known than the album is and was: then nothing follows.
      and not exists (select from search_names n
                      where n.id = artist.id and n.kind = 'artist'
                        and n.popularity >= coalesce(d.popularity, 0) and n.popularity > coalesce(d.was_known, -1));
    perform search_learn_words(array(select b.title_key from unnest(ids) asked (id) join albums b on b.id = asked.id));
    return artists;
end
$$;

create or replace function search_write_albums(ids bigint[]) returns void
language plpgsql as $$
declare
    artists bigint[] := search_write_album_names(ids);
begin
    if artists is not null then
        perform search_write_artists(artists);
    end if;
end
$$;

-- While the dump is loaded, what is searched may follow a batch later: with `vinilogy.search = 'later'` the triggers only note whose names
-- are due, and search_catch_up writes each of them once, however often the load touched it. A note is committed with the row it speaks of,
-- so that a load which is killed loses none: the next one pays them first.
create table search_due (
    kind text   not null check (kind in ('artist', 'album')),
    id   bigint not null
);

create or replace function search_albums_written() returns trigger
language plpgsql as $$
declare
    ids bigint[];
begin
    if tg_op = 'INSERT' then
        ids := array(select id from fresh);
    elsif tg_op = 'DELETE' then
        ids := array(select id from gone);
    else
        ids := array(
            select fresh.id from fresh join gone using (id)
            where (fresh.artist_id, fresh.title_key, fresh.release_count) is distinct from (gone.artist_id, gone.title_key, gone.release_count));
    end if;
    if current_setting('vinilogy.search', true) = 'later' then
        insert into search_due (kind, id) select 'album', due.id from unnest(ids) due (id);
    else
        perform search_write_albums(ids);
    end if;
    return null;
end
$$;

create or replace function search_artists_written() returns trigger
language plpgsql as $$
declare
    ids bigint[];
    theirs bigint[];
begin
    if tg_op = 'INSERT' then
        ids := array(select id from fresh);
    elsif tg_op = 'DELETE' then
        ids := array(select id from gone);
    else
        ids := array(
            select fresh.id from fresh join gone using (id)
            where (fresh.name_key, fresh.listeners, fresh.merged_into, fresh.aliases)
                  is distinct from (gone.name_key, gone.listeners, gone.merged_into, gone.aliases));
        -- An album is found by its artist's name as well, and known as its artist is.
        theirs := array(select b.id from unnest(ids) changed (id) join albums b on b.artist_id = changed.id);
    end if;
    if current_setting('vinilogy.search', true) = 'later' then
        insert into search_due (kind, id)
        select 'artist', due.id from unnest(ids) due (id) union all select 'album', due.id from unnest(theirs) due (id);
    else
        if theirs <> '{}' then
            perform search_write_albums(theirs);
        end if;
        perform search_learn_words(array(select name_key || ' ' || search_aliases(aliases) from unnest(ids) changed (id) join artists using (id)));
        perform search_write_artists(ids);
    end if;
    return null;
end
$$;

-- Writes the names that are due. Each row is locked as the triggers' own writers lock it, so that nobody changes it between the reading and
-- the writing. `patient`: waits for rows that others are changing; else these stay due. What is gone was removed by whoever removed it.
create function search_catch_up(patient boolean) returns bigint
language plpgsql as $$
declare
    due_albums bigint[];
    due_artists bigint[];
    albums_now bigint[];
    artists_now bigint[];
begin
    with due as (delete from search_due returning kind, id)
    select coalesce(array_agg(distinct id) filter (where kind = 'album'), '{}'),
           coalesce(array_agg(distinct id) filter (where kind = 'artist'), '{}')
    into due_albums, due_artists
    from due;
    if patient then
        albums_now := array(select b.id from albums b where b.id = any (due_albums) order by b.id for share);
        artists_now := array(select a.id from artists a where a.id = any (due_artists) order by a.id for share);
    else
        albums_now := array(select b.id from albums b where b.id = any (due_albums) order by b.id for share skip locked);
        artists_now := array(select a.id from artists a where a.id = any (due_artists) order by a.id for share skip locked);
        insert into search_due (kind, id)
        select 'album', b.id from albums b where b.id = any (due_albums) and b.id <> all (albums_now)
        union all
        select 'artist', a.id from artists a where a.id = any (due_artists) and a.id <> all (artists_now);
    end if;
    if artists_now <> '{}' then
        perform search_learn_words(array(
            select a.name_key || ' ' || search_aliases(a.aliases) from artists a where a.id = any (artists_now)));
    end if;
    perform search_write_artists(array(
        select unnest(artists_now) union select unnest(search_write_album_names(albums_now))));
    return cardinality(albums_now) + cardinality(artists_now);
end
$$;
