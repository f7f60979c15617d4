--: Hit(image_url?, listeners?)

--! by_initial : Hit
-- One or two letters; as by_prefix.
with few as materialized (
    select id, listeners
    from artists
    where name_key ~>=~ :first and name_key ~<~ :past and merged_into is null
    limit 1000
), best as (
    select id, listeners from few where (select count(*) from few) < 1000
    union all
    (select id, listeners
     from (select id, listeners, name_key
           from artists
           where left(name_key, 1) = :initial and merged_into is null
           order by listeners desc nulls last, id
           offset 0) popular
     where name_key ~>=~ :first and name_key ~<~ :past and (select count(*) from few) = 1000
     limit :limit)
)
select a.id, a.name, a.image_url, a.listeners
from (select id, listeners from best order by listeners desc nulls last, id limit :limit) b
join artists a on a.id = b.id
order by a.listeners desc nulls last, a.id;

--! by_prefix : Hit
-- Names from :first up to, not including, :past. When they are few, all are read and sorted; when they are many, the artists that
-- begin with the same three letters are read in order of popularity, of whom so many begin right that ten are soon found. Both are
-- answered from an index alone. A range, not a pattern: a prepared statement finds no index for a pattern that it does not know.
-- `offset 0` keeps the order of reading, which the planner would give up for a sort.
with few as materialized (
    select id, listeners
    from artists
    where name_key ~>=~ :first and name_key ~<~ :past and merged_into is null
    limit 1000
), best as (
    select id, listeners from few where (select count(*) from few) < 1000
    union all
    (select id, listeners
     from (select id, listeners, name_key
           from artists
           where left(name_key, 3) = :letters and merged_into is null
           order by listeners desc nulls last, id
           offset 0) popular
     where name_key ~>=~ :first and name_key ~<~ :past and (select count(*) from few) = 1000
     limit :limit)
)
select a.id, a.name, a.image_url, a.listeners
from (select id, listeners from best order by listeners desc nulls last, id limit :limit) b
join artists a on a.id = b.id
order by a.listeners desc nulls last, a.id;

--! by_similarity : Hit
-- Whole names with typing errors. How alike they must be is a setting of the connection (`store::connect`).
select id, name, image_url, listeners
from artists
where name_key % :name_key and merged_into is null
order by similarity(name_key, :name_key) desc, listeners desc nulls last, id
limit :limit;

--! known_by_similarity : Hit
-- Artists with a thousand listeners of whose name some words are like this: the beginning of a longer one with an error, or a later
-- word of it.
select id, name, image_url, listeners
from artists
where name_key %> :name_key and listeners >= 1000 and merged_into is null
order by word_similarity(:name_key, name_key) desc, listeners desc nulls last, id
limit :limit;
