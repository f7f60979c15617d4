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
    if albums_now <> '{}' then
        perform search_write_albums(albums_now);
    end if;
    if artists_now <> '{}' then
        perform search_write_artists(artists_now);
    end if;
    return cardinality(albums_now) + cardinality(artists_now);
end
$$;
