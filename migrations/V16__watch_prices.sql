-- Wishes of listeners to be told when a record costs no more than so much, what is known of each wish, and what they were told.
create table alerts (
    id         bigint generated always as identity primary key,
    user_id    bigint      not null references users (id) on delete cascade,
    -- Null: any album of the listener's newest set of recommendations.
    album_id   bigint references albums (id) on delete cascade,
    -- Which offers count, as in album_best_price.
    class      text        not null check (class in ('cheapest', 'very_good_plus', 'original')),
    -- Delivered to the listener's country, at most: minor units of the currency.
    target     bigint      not null check (target > 0),
    currency   char(3)     not null,
    created_at timestamptz not null default now()
);
-- alerts.save, alerts.of_listener: one wish for an album and class.
create unique index alerts_user on alerts (user_id, coalesce(album_id, 0), class);
-- alerts.watched, alerts.of_album: who waits for an album.
create index alerts_album on alerts (album_id) where album_id is not null;
-- alerts.watched, alerts.of_album: who waits for whatever is recommended.
create index alerts_recommended on alerts (user_id) where album_id is null;

-- Whether an album's best price meets a wish, as it was when somebody looked last. Only what begins to meet it is told.
create table alert_states (
    alert_id   bigint      not null references alerts (id) on delete cascade,
    album_id   bigint      not null references albums (id) on delete cascade,
    met        boolean     not null,
    checked_at timestamptz not null,
    primary key (alert_id, album_id)
);
-- alerts.of_album: wishes whose album is no longer recommended. Deleting an album.
create index alert_states_album on alert_states (album_id);
-- alerts.stale: the sweep.
create index alert_states_checked on alert_states (checked_at);

-- What a listener was told: the offer as it was seen then. It outlives the wish and the offer.
create table notifications (
    id             bigint generated always as identity primary key,
    user_id        bigint      not null references users (id) on delete cascade,
    alert_id       bigint references alerts (id) on delete set null,
    album_id       bigint      not null references albums (id) on delete cascade,
    release_id     bigint references releases (id) on delete set null,
    provider       text        not null,
    url            text        not null,
    -- What was asked for the record alone, in the provider's currency.
    currency       char(3)     not null,
    amount         bigint      not null,
    -- What it cost delivered, and what it should cost at most, in the currency of the wish.
    target_currency char(3)    not null,
    target         bigint      not null,
    delivered_low  bigint      not null,
    delivered_high bigint      not null check (delivered_high >= delivered_low),
    -- Shipping was not the seller's but what like offers ask.
    estimated      boolean     not null,
    -- When the offer was seen.
    observed_at    timestamptz not null,
    created_at     timestamptz not null default now(),
    read_at        timestamptz,
    -- When it was handed to the topic; null when there is none, or not yet.
    published_at   timestamptz
);
-- notifications.of_listener: the newest first.
create index notifications_user on notifications (user_id, id desc);
-- notifications.of_listener: those not read yet.
create index notifications_unread on notifications (user_id, id desc) where read_at is null;
-- notifications.take: what is to be published. Deleting an album.
create index notifications_album on notifications (album_id);
-- Deleting an alert.
create index notifications_alert on notifications (alert_id) where alert_id is not null;
-- Deleting a pressing.
create index notifications_release on notifications (release_id) where release_id is not null;
