//! Enqueues what the queue of `check_alerts` would hold if its messages were lost.
#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    vinilogy_app::lambda::schedule::<vinilogy_app::jobs::SweepAlerts>().await
}
