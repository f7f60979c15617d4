-- What is typed is looked for in `search_names`: a row per artist and album, kept by triggers in the transaction that writes the row itself,
-- whoever writes it and however many at once.
create extension if not exists fuzzystrmatch;
create extension if not exists unaccent;

-- How well known, in tenths of a natural logarithm of listeners: 0 for nobody, 160 for ten million. Who has no listeners yet (loaded
-- in bulk) is known by the number of pressings: one counts as a hundred listeners, a hundred as a hundred thousand.
create function search_popularity(listeners bigint, pressings integer) returns smallint
language sql immutable parallel safe as $$
    select round(10 * ln(1 + greatest(listeners, 100 * pressings * sqrt(pressings), 0)))::smallint
$$;

-- An album is known to one in twenty of its artist's listeners, and to all of them when it was pressed a hundred and fifty times.
create function search_album_popularity(listeners bigint, pressings integer) returns smallint
language sql immutable parallel safe as $$
    select greatest(search_popularity(listeners, 0) - 30 + least(30, round(6 * ln(1 + pressings))), search_popularity(0, pressings))::smallint
$$;

-- The words of some keys, by the beginning of each of which a name is found. Scripts without spaces are found from any character on;
-- a key of short words is found as one as well ("acdc").
create function search_vector(variadic keys text[]) returns tsvector
language sql immutable parallel safe as $$
    select array_to_tsvector(array(
        select left(word, 40) from unnest(keys) key, unnest(string_to_array(key, ' ')) word where word <> ''
        union all
        select left(substr(word, place), 40)
        from unnest(keys) key, unnest(string_to_array(key, ' ')) word, generate_series(2, least(length(word), 12)) place
        where word ~ '[぀-ヿ㐀-鿿]'
        union all
        select replace(key, ' ', '') from unnest(keys) key where key ~ '^\S{1,3} \S{1,3}( \S{1,3})?$'))
$$;

-- Symmetric deletion: the first six letters of a word and all that is left when one of them is missing. Two words of which one has one
-- error too many, too few, another or two exchanged have one of these in common.
create function search_near(word text) returns text[]
language sql immutable parallel safe as $$
    select array_agg(left(start, place - 1) || substr(start, place + 1))
    from (select left(word, 6) as start offset 0) s, generate_series(1, length(start) + 1) place
$$;

-- Other names, folded about as `domain::names` folds keys: well enough to be found.
create function search_aliases(aliases text[]) returns text
language sql stable parallel safe as $$
    select coalesce(regexp_replace(lower(unaccent(array_to_string(aliases[:20], ' '))), '[^[:alnum:]]+', ' ', 'g'), '')
$$;

-- By popularity, so that the few whom many know lie together and are read first.
create table search_names (
    kind       text     not null check (kind in ('artist', 'album')),
    id         bigint   not null,
    artist_id  bigint   not null,
    popularity smallint not null,
    key        text     not null,
    words      tsvector not null,
    primary key (id, kind, popularity)
) partition by range (popularity);
create table search_names_famous partition of search_names for values from (130) to (maxvalue);
create table search_names_known partition of search_names for values from (100) to (130);
create table search_names_heard partition of search_names for values from (70) to (100);
create table search_names_rest partition of search_names for values from (minvalue) to (70);
-- search.find, search.find_alike: names by the beginnings of any of their words.
create index search_names_words on search_names using gin (words);
-- search.find: the whole name as it was typed.
create index search_names_key on search_names (key, popularity desc);
-- search.find: what the caller seeds; the triggers below: an artist's albums.
create index search_names_artist on search_names (artist_id, kind);
-- search.find_alike: names of which some words run together or apart.
create index search_names_trgm on search_names_famous using gin (key gin_trgm_ops);
create index search_names_known_trgm on search_names_known using gin (key gin_trgm_ops);

-- Each word once (twice at worst, when two write it at the same moment: a unique index would make them wait for each other).
create table search_words (word text not null);
-- Whether a word is there.
create index search_words_word on search_words (word);
-- search.find_alike: words like one with an error.
create index search_words_near on search_words using gin (search_near(word));

create function search_learn_words(keys text[]) returns void
language sql as $$
    insert into search_words (word)
    select distinct typed.word
    from unnest(keys) key, unnest(string_to_array(key, ' ')) typed (word)
    where length(typed.word) between 3 and 24 and typed.word ~ '^[[:alpha:]]+$'
      and not exists (select from search_words known where known.word = typed.word)
$$;

-- Writes what is searched of these albums, where it differs; what is gone is removed. Each row is looked up by its id, however many
-- there are, so that no plan depends on statistics which a bulk load outruns.
create function search_write_albums(ids bigint[]) returns void
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
    if artists is not null then
        perform search_write_artists(artists);
    end if;
end
$$;

-- As search_write_albums. An artist is at least as well known as the best known album.
create function search_write_artists(ids bigint[]) returns void
language sql as $$
    with differing as materialized (
        select now.*, was.popularity as was_known
        from (select asked.id, a.id as artist_id,
                     case when a.id is not null then
                         greatest(search_popularity(a.listeners, 0),
                                  (select max(n.popularity) from search_names n where n.artist_id = asked.id and n.kind = 'album'))
                     end as popularity,
                     left(a.name_key, 200) as key, search_vector(a.name_key, search_aliases(a.aliases)) as words
              from unnest(ids) asked (id)
              left join artists a on a.id = asked.id and a.merged_into is null
              offset 0) now
        left join search_names was on was.id = now.id and was.kind = 'artist'
        where (now.artist_id, now.popularity, now.key, now.words) is distinct from (was.artist_id, was.popularity, was.key, was.words)
    ), removed as (
        delete from search_names n
        using differing d
        where n.id = d.id and n.kind = 'artist' and n.popularity = d.was_known and d.popularity is distinct from d.was_known
    )
    insert into search_names (kind, id, artist_id, popularity, key, words)
    select 'artist', id, artist_id, popularity, key, words from differing where artist_id is not null order by id
    on conflict (id, kind, popularity)
    do update set artist_id = excluded.artist_id, key = excluded.key, words = excluded.words
$$;

create function search_albums_written() returns trigger
language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        perform search_write_albums(array(select id from fresh));
    elsif tg_op = 'DELETE' then
        perform search_write_albums(array(select id from gone));
    else
        perform search_write_albums(array(
            select fresh.id from fresh join gone using (id)
            where (fresh.artist_id, fresh.title_key, fresh.release_count) is distinct from (gone.artist_id, gone.title_key, gone.release_count)));
    end if;
    return null;
end
$$;
create trigger search_inserted after insert on albums
    referencing new table as fresh for each statement execute function search_albums_written();
create trigger search_updated after update on albums
    referencing old table as gone new table as fresh for each statement execute function search_albums_written();
create trigger search_deleted after delete on albums
    referencing old table as gone for each statement execute function search_albums_written();

create function search_artists_written() returns trigger
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
            where (fresh.name_key, fresh.listeners, fresh.merged_into, fresh.aliases)
                  is distinct from (gone.name_key, gone.listeners, gone.merged_into, gone.aliases));
        -- An album is found by its artist's name as well, and known as its artist is.
        perform search_write_albums(array(select b.id from unnest(ids) changed (id) join albums b on b.artist_id = changed.id));
    end if;
    perform search_learn_words(array(select name_key || ' ' || search_aliases(aliases) from unnest(ids) changed (id) join artists using (id)));
    perform search_write_artists(ids);
    return null;
end
$$;
create trigger search_inserted after insert on artists
    referencing new table as fresh for each statement execute function search_artists_written();
create trigger search_updated after update on artists
    referencing old table as gone new table as fresh for each statement execute function search_artists_written();
create trigger search_deleted after delete on artists
    referencing old table as gone for each statement execute function search_artists_written();

-- What was there before.
select search_learn_words(array(select name_key || ' ' || search_aliases(aliases) from artists union all select title_key from albums));
select search_write_artists(array(select id from artists));
select search_write_albums(array(select id from albums));

-- Served what `search_names` serves now.
drop index artists_initial;
drop index artists_three_letters;
drop index artists_name_trgm;
drop index artists_known_trgm;
