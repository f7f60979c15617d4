--: Notification(alert_id?, release_id?, read_at?)

--! save (release_ids[?])
insert into notifications (user_id, alert_id, album_id, release_id, provider, url, currency, amount, target_currency, target,
                           delivered_low, delivered_high, estimated, observed_at)
select i.user_id, i.alert_id, :album_id, i.release_id, i.provider, i.url, i.currency, i.amount, i.target_currency, i.target,
       i.low, i.high, i.estimated, i.observed_at
from unnest(:user_ids::bigint[], :alert_ids::bigint[], :release_ids::bigint[], :providers::text[], :urls::text[], :currencies::text[],
            :amounts::bigint[], :target_currencies::text[], :targets::bigint[], :lows::bigint[], :highs::bigint[],
            :estimateds::boolean[], :observed_ats::timestamptz[])
     as i (user_id, alert_id, release_id, provider, url, currency, amount, target_currency, target, low, high, estimated, observed_at)
order by i.alert_id;

--! of_listener (before_id?) : Notification
-- The newest first.
select n.id, n.alert_id, n.album_id, b.title, t.name as artist_name, n.release_id, n.provider, n.url, n.currency, n.amount,
       n.target_currency, n.target, n.delivered_low, n.delivered_high, n.estimated, n.observed_at, n.created_at, n.read_at
from notifications n
join albums b on b.id = n.album_id
join artists t on t.id = b.artist_id
where n.user_id = :user_id and (not :unread or n.read_at is null) and (:before_id::bigint is null or n.id < :before_id)
order by n.id desc
limit :limit;

--! mark_read
-- The first reading counts.
update notifications set read_at = coalesce(read_at, now()) where id = :id and user_id = :user_id;

--! take
-- What is to be published of an album: taken once, so that no message is sent twice.
update notifications n
set published_at = now()
from albums b
join artists t on t.id = b.artist_id
where n.album_id = :album_id and n.published_at is null and n.created_at > now() - make_interval(secs => :seconds)
  and b.id = n.album_id
returning n.id, n.user_id, n.album_id, b.title, t.name as artist_name, n.provider, n.url, n.currency, n.amount, n.target_currency,
          n.target, n.delivered_low, n.delivered_high, n.estimated;

--! put_back
-- The topic did not take them: they are published with the next attempt.
update notifications set published_at = null where id = any (:ids::bigint[]);
