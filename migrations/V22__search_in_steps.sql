-- Typeahead looks in steps and stops at the first that is enough. The steps are functions, so that a connection plans each of them once,
-- for any words: as one statement they took longer to plan than to run.

-- Names that somebody has heard of and that have these words: those whom many know first, the next only when that made too few. Of a
-- beginning that many names have, ten well known ones are soon found; one that few have has few rows.
create function search_heard(question tsquery, of_kind text, most bigint)
returns table (kind text, id bigint, popularity smallint, key text)
language plpgsql stable rows 20 set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
    famous bigint;
    known bigint;
begin
    return query
        select n.kind, n.id, n.popularity, n.key from search_names_famous n
        where n.words @@ question and (of_kind is null or n.kind = of_kind)
        order by n.popularity desc limit 40;
    get diagnostics famous = row_count;
    if famous >= most then
        return;
    end if;
    return query
        select n.kind, n.id, n.popularity, n.key from search_names_known n
        where n.words @@ question and (of_kind is null or n.kind = of_kind)
        order by n.popularity desc limit 40;
    get diagnostics known = row_count;
    if famous + known >= most then
        return;
    end if;
    return query
        select n.kind, n.id, n.popularity, n.key from search_names_heard n
        where n.words @@ question and (of_kind is null or n.kind = of_kind)
        order by n.popularity desc limit 40;
end
$$;

-- The same of the very many names that hardly anybody has heard of. `others` are the words without the one that may go on: an index reads
-- all names of a beginning before it looks at the other words, so where few names have these (few of those that are heard of, which says
-- so soon; and few of all), the beginning is looked for in them.
create function search_unheard(question tsquery, others tsquery, of_kind text)
returns table (kind text, id bigint, popularity smallint, key text)
language plpgsql stable rows 20 set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
    read bigint := 1000;
    fitting search_names_rest[];
begin
    if others is not null and (select count(*) from (select from search_names_heard n where n.words @@ others limit 60) heard) < 60 then
        select count(*), array_agg(n) filter (where (n).words @@ question and (of_kind is null or (n).kind = of_kind)) into read, fitting
        from (select n from search_names_rest n where n.words @@ others limit 1000) with_others (n);
    end if;
    if read < 1000 then
        return query
            select n.kind, n.id, n.popularity, n.key from unnest(fitting) n
            order by n.popularity desc limit 40;
    else
        return query
            select n.kind, n.id, n.popularity, n.key from search_names_rest n
            where n.words @@ question and (of_kind is null or n.kind = of_kind)
            order by n.popularity desc limit 40;
    end if;
end
$$;

-- Names that have the words that were typed, the last of which may go on (`typed`), and names that are exactly that (`whole`).
create function search_find(typed tsquery, others tsquery, whole text, of_kind text, most bigint)
returns table (kind text, id bigint, popularity smallint, key text)
language plpgsql stable rows 50 set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
    heard bigint;
begin
    return query
        select n.kind, n.id, n.popularity, n.key from search_names n
        where n.key = whole and (of_kind is null or n.kind = of_kind)
        order by n.popularity desc limit 10;
    return query select n.kind, n.id, n.popularity, n.key from search_heard(typed, of_kind, most) n;
    get diagnostics heard = row_count;
    if heard < most then
        return query select n.kind, n.id, n.popularity, n.key from search_unheard(typed, others, of_kind) n;
    end if;
end
$$;

-- What the caller picked (an artist: 2, their albums: 1) and has (2), of the words that were typed.
create function search_own(typed tsquery, of_kind text, token bytea)
returns table (kind text, id bigint, popularity smallint, key text, own integer)
language plpgsql stable rows 10 set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
    caller bigint := (select user_id from sessions where token_sha256 = token and expires_at > now());
begin
    if caller is null then
        return;
    end if;
    return query
        select n.kind, n.id, n.popularity, n.key, case n.kind when 'artist' then 2 else 1 end
        from (select n.kind, n.id, n.popularity, n.key, n.words
              from user_seed_artists s join search_names n on n.artist_id = s.artist_id
              where s.user_id = caller
              offset 0) n
        where n.words @@ typed and (of_kind is null or n.kind = of_kind)
        order by n.kind = 'artist' desc, n.popularity desc limit 40;
    return query
        select n.kind, n.id, n.popularity, n.key, 2
        from (select n.kind, n.id, n.popularity, n.key, n.words
              from user_discogs_collections c
              join releases r on r.discogs_id = c.discogs_id
              join search_names n on n.id = r.album_id and n.kind = 'album'
              where c.user_id = caller and c.list = 'collection'
              offset 0) n
        where n.words @@ typed and (of_kind is null or n.kind = of_kind)
        order by n.popularity desc limit 40;
end
$$;

-- For each word, in quotes: it or words that have an error's distance from it (symmetric deletion, see `search_near`), or from whose
-- beginning the last one has. `words` are these without quotes, empty where none is to be looked for. The narrow question has whole words
-- (and the beginning that is typed last, unless so short that very many names have it), the wide one beginnings of each.
create function search_alike_words(words text[], quoted text[], out narrow tsquery, out wide tsquery)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
    with typed as (
        select word, whole, place, place = cardinality(words) as last
        from unnest(words, quoted) with ordinality t (word, whole, place)
    ), alike as materialized (
        select t.place, string_agg(format(' | ''%s''', d.word), '') as words
        from typed t
        cross join lateral (
            select near.word
            from (select distinct known.word from search_words known
                  where search_near(known.word) && search_near(t.word) and length(t.word) > 3) near
            cross join lateral (
                select least(levenshtein(near.word, t.word),
                             case when t.last then levenshtein(left(near.word, length(t.word)), t.word) end) as distance) far
            where far.distance <= 2
            order by far.distance, near.word
            limit 60) d
        group by t.place
    )
    select string_agg(format('(%s%s%s)', t.whole, case when t.last and length(t.whole) > 5 then ':*' end, a.words), ' & ')::tsquery,
           string_agg(format('(%s:*%s)', t.whole, a.words), ' & ')::tsquery
    into narrow, wide
    from typed t left join alike a using (place);
end
$$;

-- As search_find, with other words in the place of those that were mistyped. `is_found`: something has what was typed as it is, so what
-- hardly anybody has heard of is meant only if one word or two have it by chance. When there is nothing at all, names of which some words
-- are together what was typed, run together or apart.
create function search_alike(words text[], quoted text[], whole text, of_kind text, most bigint, is_found boolean)
returns table (kind text, id bigint, popularity smallint, key text)
language plpgsql stable rows 50 set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
    question record;
    heard bigint;
    unheard bigint;
begin
    select w.narrow, w.wide into question from search_alike_words(words, quoted) w;
    return query select n.kind, n.id, n.popularity, n.key from search_heard(question.wide, of_kind, most) n;
    get diagnostics heard = row_count;
    if heard >= most or (is_found and cardinality(words) > 2) then
        return;
    end if;
    return query select n.kind, n.id, n.popularity, n.key from search_unheard(question.narrow, null, of_kind) n;
    get diagnostics unheard = row_count;
    if unheard > 0 or is_found then
        return;
    end if;
    return query select n.kind, n.id, n.popularity, n.key from search_unheard(question.wide, null, of_kind) n;
    get diagnostics unheard = row_count;
    if heard + unheard > 0 then
        return;
    end if;
    return query
        select n.kind, n.id, n.popularity, n.key from search_names n
        where n.key %> whole and n.popularity >= 100 and (of_kind is null or n.kind = of_kind)
        order by word_similarity(whole, n.key) desc, n.popularity desc limit 20;
end
$$;
