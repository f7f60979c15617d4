//! `measure_quality`
use support::TestApp;
use vinilogy_app::jobs::{MeasureQuality, Outcome};

use crate::twice::twice;

#[tokio::test(flavor = "multi_thread")]
async fn a_day_is_measured_once() {
    let app = TestApp::start().await;
    let album = app.album_with_pressings("Radiohead").await;
    assert!(app.count(&format!("select count(*) from releases where album_id = {album}")).await > 0);
    let outcome = twice(&app, MeasureQuality {}, async || {
        assert_eq!(
            app.count("select count from quality_days where subject = 'albums' and feature = 'pressing'").await,
            1
        );
    })
    .await;
    assert!(matches!(outcome, Outcome::Done(figures) if figures > 5), "{outcome:?}");
    let yesterday = "update quality_days set day = day - 1";
    app.database.connect().await.batch_execute(yesterday).await.expect("a day later");
    assert!(matches!(app.run(MeasureQuality {}).await, Ok(Outcome::Done(_))), "another day is another measure");
    assert_eq!(app.count("select count(distinct day) from quality_days").await, 2);
}
