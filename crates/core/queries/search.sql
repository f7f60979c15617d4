--: Hit(image_url?, listeners?)

--! by_initial : Hit
-- One or two letters: too many names to sort, so they are read in order of popularity until enough match.
select id, name, image_url, listeners
from artists
where left(name_key, 1) = :initial and name_key like :pattern and merged_into is null
order by listeners desc nulls last, id
limit :limit;

--! by_three_letters : Hit
select id, name, image_url, listeners
from artists
where left(name_key, 3) = :letters and merged_into is null
order by listeners desc nulls last, id
limit :limit;

--! by_prefix : Hit
select id, name, image_url, listeners
from artists
where name_key like :pattern and merged_into is null
order by listeners desc nulls last, id
limit :limit;

--! by_similarity : Hit
select id, name, image_url, listeners
from artists
where name_key % :name_key and merged_into is null
order by similarity(name_key, :name_key) desc, listeners desc nulls last, id
limit :limit;
