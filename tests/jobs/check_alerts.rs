//! `check_alerts`: news of a price are looked at by those who wait for it, and each crossing is told once, on the topic too.
use aws_sdk_sqs::types::QueueAttributeName;
use support::{AlbumBuilder, TestApp, listener, now, offers};
use vinilogy_app::Context;
use vinilogy_app::jobs::{CheckAlerts, Job, Outcome, PriceReleases, SweepAlerts};
use vinilogy_core::domain::ids::{AlbumId, UserId};
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::store::{NewAlert, PriceClass, SavedAlert};

use crate::twice::twice;

async fn wait_for(app: &TestApp, album: AlbumId, cents: i64) -> UserId {
    let (user, _) = listener(app.store(), "ana").await;
    let target = Money::new(cents, Currency::EUR);
    let wish = NewAlert { album: Some(album), class: PriceClass::Cheapest, target };
    let saved = app.store().save_alert(user, wish, 10).await.expect("alert");
    assert!(matches!(saved, SavedAlert::Created(_)));
    user
}

/// An album with a pressing that is sent to Spain for these euro cents altogether.
async fn album_for(app: &TestApp, cents: i64) -> AlbumId {
    let album = AlbumBuilder::new(app.store(), "Portishead", "Dummy", 1994).await;
    let (_, album) = album.pressing(11, 1994, 9, None).save().await;
    let release = app.count("select min(id) from releases").await;
    let look = offers::look(release, now(), Money::new(cents - 400, Currency::EUR), Some(400), "ES");
    app.store().save_looks("discogs", &[look]).await.expect("a price");
    album
}

#[tokio::test(flavor = "multi_thread")]
async fn a_price_that_came_down_is_told_once() {
    let app = TestApp::start().await;
    let album = album_for(&app, 2400).await;
    wait_for(&app, album, 2500).await;
    let outcome = twice(&app, CheckAlerts { album_id: album.get() }, async || {
        assert_eq!(app.count("select count(*) from notifications where read_at is null").await, 1);
        assert_eq!(app.count("select count(*) from alert_states where met").await, 1);
    })
    .await;
    assert_eq!(outcome, Outcome::Done(1));
    assert_eq!(app.count("select count(*) from notifications").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_album_that_nobody_waits_for_or_that_is_none_is_skipped() {
    let app = TestApp::start().await;
    let album = album_for(&app, 2400).await;
    for album_id in [album.get(), 987_654] {
        let outcome = app.run(CheckAlerts { album_id }).await.expect("no error");
        assert_eq!(outcome, Outcome::Skipped("nothing crossed its target"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn news_of_a_price_are_looked_at_when_somebody_waits_for_them() {
    let app = TestApp::start().await;
    let album_id = app.album_with_pressings("Radiohead").await;
    app.run(PriceReleases { album_id }).await.expect("priced");
    assert!(app.depth::<CheckAlerts>(false).await.is_empty(), "nobody waits for it");
    let other = app.albums_of("Radiohead").await[1];
    app.run(vinilogy_app::jobs::IngestReleases { album_id: other }).await.expect("pressings");
    app.forget().await;
    wait_for(&app, AlbumId::from(other), 2500).await;
    app.run(PriceReleases { album_id: other }).await.expect("priced");
    assert_eq!(app.bodies::<CheckAlerts>(false).await, [format!(r#"{{"album_id":{other}}}"#)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_no_message_told_is_found_by_the_sweep() {
    let app = TestApp::start().await;
    let album = album_for(&app, 2400).await;
    assert_eq!(app.run(SweepAlerts {}).await.expect("no error"), Outcome::Skipped("nothing is stale"));
    wait_for(&app, album, 2500).await;
    for _ in 0..2 {
        assert_eq!(app.run(SweepAlerts {}).await.expect("swept"), Outcome::Done(1));
        let depth = app.depth::<CheckAlerts>(false).await;
        assert_eq!(depth.visible + depth.delayed, 1);
        app.forget().await;
    }
    assert_eq!(app.run(CheckAlerts { album_id: album.get() }).await.expect("looked"), Outcome::Done(1));
    assert_eq!(app.run(SweepAlerts {}).await.expect("no error"), Outcome::Skipped("nothing is stale"));
}

/// A topic of this test with a queue that hears what is published there; returns the queue's URL.
async fn topic(app: &TestApp) -> (Context, String) {
    let sns = app.sns();
    let name = format!("t{}", uuid::Uuid::new_v4().simple());
    let topic = sns.create_topic().name(&name).send().await.expect("a topic").topic_arn.expect("its name");
    let url = app.sqs().create_queue().queue_name(&name).send().await.expect("a queue").queue_url.expect("its URL");
    let attributes = app.sqs().get_queue_attributes().queue_url(&url).attribute_names(QueueAttributeName::QueueArn);
    let attributes = attributes.send().await.expect("attributes").attributes.expect("attributes");
    let queue = &attributes[&QueueAttributeName::QueueArn];
    let policy = serde_json::json!({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"}, "Action": "sqs:SendMessage", "Resource": queue,
        "Condition": {"ArnEquals": {"aws:SourceArn": topic}},
    }]});
    let permit = app.sqs().set_queue_attributes().queue_url(&url);
    permit.attributes(QueueAttributeName::Policy, policy.to_string()).send().await.expect("it may hear");
    sns.subscribe().topic_arn(&topic).protocol("sqs").endpoint(queue).send().await.expect("subscribed");
    (app.sandbox_with(|config| config.notifications_topic = Some(topic)), url)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_told_is_published_once() {
    let app = TestApp::start().await;
    let album = album_for(&app, 2400).await;
    wait_for(&app, album, 2500).await;
    let (sandbox, heard) = topic(&app).await;
    let job = CheckAlerts { album_id: album.get() };
    // A topic that is away loses nothing, and nobody is told twice for it.
    let away = app.sandbox_with(|config| {
        config.notifications_topic = Some("arn:aws:sns:eu-west-1:000000000000:none-such".to_owned());
    });
    assert!(job.clone().run(&away).await.is_err());
    assert_eq!(app.count("select count(*) from notifications where published_at is null").await, 1);
    assert_eq!(job.clone().run(&sandbox).await.expect("published"), Outcome::Done(1));
    assert_eq!(job.run(&sandbox).await.expect("again"), Outcome::Skipped("nothing crossed its target"));
    let receive = app.sqs().receive_message().queue_url(&heard).max_number_of_messages(10).wait_time_seconds(5);
    let messages = receive.send().await.expect("messages").messages.unwrap_or_default();
    let bodies: Vec<&str> = messages.iter().filter_map(|message| message.body.as_deref()).collect();
    let [body] = bodies[..] else { panic!("{bodies:?}") };
    for part in ["Portishead - Dummy", "24.00 € at most", "25.00 €"] {
        assert!(body.contains(part) || body.contains(&part.replace('€', "\\u20ac")), "{part}: {body}");
    }
    assert!(!body.contains("ana"), "no name: {body}");
    assert_eq!(app.count("select count(*) from notifications").await, 1);
}
