--! insert_user
insert into users (name) values (:name)
on conflict (name) do nothing
returning id;

--! user_by_name
select id from users where name = :name;

--! set_role
update users set role = :role where id = :id and role <> :role;

--! insert_profile
insert into user_profiles (user_id, country, currency, language)
values (:user_id, :country, :currency, :language)
on conflict (user_id) do update
set country = excluded.country, currency = excluded.currency, language = excluded.language
where (user_profiles.country, user_profiles.currency, user_profiles.language)
      is distinct from (excluded.country, excluded.currency, excluded.language);

--! insert_session
insert into sessions (token_sha256, user_id, expires_at)
values (:token_sha256, :user_id, now() + make_interval(secs => :seconds));

--! by_token
-- Who holds a token that is still good.
select u.id, u.role, p.country, p.currency, p.language
from sessions s
join users u on u.id = s.user_id
join user_profiles p on p.user_id = u.id
where s.token_sha256 = :token_sha256 and s.expires_at > now();

--! profile
select country, currency, language from user_profiles where user_id = :user_id;

--! seeds : (listeners?, image_url?)
select a.id, a.name, a.listeners, a.image_url, s.created_at,
       (a.info_fetched_at is not null and a.albums_fetched_at is not null) as ingested
from user_seed_artists s
join artists a on a.id = s.artist_id
where s.user_id = :user_id
order by s.created_at, a.id;

--! insert_seed
insert into user_seed_artists (user_id, artist_id) values (:user_id, :artist_id)
on conflict (user_id, artist_id) do nothing;

--! delete_seed
delete from user_seed_artists where user_id = :user_id and artist_id = :artist_id;
