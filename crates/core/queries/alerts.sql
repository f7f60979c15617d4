--: Alert(album_id?, title?, artist_id?, artist_name?)
--: Watch(release_id?, provider?, url?, amount?, price_currency?, low?, high?, rate_day?, observed_at?)

--! lock_listener
-- Two wishes of one listener at once are counted one after the other.
select id from users where id = :user_id for no key update;

--! count_of
select count(*) from alerts where user_id = :user_id;

--! save (album_id?)
-- One wish for an album and class: the same again changes nothing and returns nothing, another target replaces the one before.
insert into alerts (user_id, album_id, class, target, currency)
values (:user_id, :album_id, :class, :target, :currency)
on conflict (user_id, coalesce(album_id, 0), class)
do update set target = excluded.target, currency = excluded.currency
where (alerts.target, alerts.currency) is distinct from (excluded.target, excluded.currency)
returning id;

--! find (album_id?)
select id from alerts where user_id = :user_id and coalesce(album_id, 0) = coalesce(:album_id::bigint, 0) and class = :class;

--! forget_states
-- Another target is another wish: it has not been met yet.
delete from alert_states where alert_id = :alert_id;

--! delete
delete from alerts where id = :id and user_id = :user_id;

--! of_listener : Alert
select a.id, a.album_id, b.title, b.artist_id, t.name as artist_name, a.class, a.target, a.currency, a.created_at,
       exists (select from alert_states s where s.alert_id = a.id and s.met) as met
from alerts a
left join albums b on b.id = a.album_id
left join artists t on t.id = b.artist_id
where a.user_id = :user_id
order by a.id;

--! of_one : Alert
select a.id, a.album_id, b.title, b.artist_id, t.name as artist_name, a.class, a.target, a.currency, a.created_at,
       exists (select from alert_states s where s.alert_id = a.id and s.met) as met
from alerts a
left join albums b on b.id = a.album_id
left join artists t on t.id = b.artist_id
where a.id = :id;

--! watched
-- Which of these albums somebody waits for, or was told about.
select w.id
from unnest(:album_ids::bigint[]) as w (id)
where exists (select from alerts a where a.album_id = w.id)
   or exists (select from alert_states s where s.album_id = w.id)
   or exists (
       select from alerts a
       join recommendation_items i
         on i.set_id = (select max(c.id) from recommendation_sets c where c.user_id = a.user_id) and i.album_id = w.id
       where a.album_id is null)
order by w.id;

--! currencies_of_album
-- In which wishes for an album are counted, the euro aside.
select distinct a.currency from alerts a where a.currency <> 'EUR' and (a.album_id = :album_id or a.album_id is null);

--! of_album : Watch
-- Who waits for an album, or was told about it, with the best offer there as it is now. What is delivered nobody knows where to has no
-- bounds and meets nothing, so only offers to the listener's country are looked at. Wishes are locked in the order of their ids.
select a.id, a.user_id, a.target, a.currency,
       (a.album_id is not null
        or exists (select from recommendation_items i
                   where i.set_id = (select max(c.id) from recommendation_sets c where c.user_id = a.user_id)
                     and i.album_id = :album_id)) as standing,
       coalesce((select s.met from alert_states s where s.alert_id = a.id and s.album_id = :album_id), false) as met,
       q.release_id, q.provider, q.url, q.amount, q.currency as price_currency, q.delivered_low as low, q.delivered_high as high,
       q.rate_day, coalesce(q.estimated, false) as estimated, q.observed_at
from alerts a
join user_profiles p on p.user_id = a.user_id
left join album_best_price b on b.album_id = :album_id and b.ships_to = p.country and b.class = a.class
left join quotes q on q.id = b.quote_id and (q.ends_at is null or q.ends_at > now())
where a.album_id = :album_id
   or a.album_id is null and exists (
       select from recommendation_items i
       where i.set_id = (select max(c.id) from recommendation_sets c where c.user_id = a.user_id) and i.album_id = :album_id)
   or exists (select from alert_states s where s.alert_id = a.id and s.album_id = :album_id)
order by a.id
for no key update of a;

--! save_states
insert into alert_states (alert_id, album_id, met, checked_at)
select i.alert_id, :album_id, i.met, now()
from unnest(:alert_ids::bigint[], :mets::boolean[]) as i (alert_id, met)
order by i.alert_id
on conflict (alert_id, album_id) do update set met = excluded.met, checked_at = excluded.checked_at;

--! drop_states
-- Of what is neither waited for any more nor told.
delete from alert_states where album_id = :album_id and alert_id = any (:alert_ids::bigint[]);

--! stale
-- The sweep of check_alerts: albums that somebody waits for and nobody has looked at since.
select album_id from (
    select a.album_id
    from alerts a
    where a.album_id is not null
      and not exists (select from alert_states s where s.alert_id = a.id and s.album_id = a.album_id)
    union
    select i.album_id
    from alerts a
    join recommendation_items i on i.set_id = (select max(c.id) from recommendation_sets c where c.user_id = a.user_id)
    where a.album_id is null
      and not exists (select from alert_states s where s.alert_id = a.id and s.album_id = i.album_id)
    union
    select s.album_id from alert_states s where s.checked_at < now() - make_interval(secs => :ttl_seconds)
) stale
order by album_id
limit :limit;
