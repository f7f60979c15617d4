//! Enqueues what the queue of `ingest_images` would hold if its messages were lost.
#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    vinilogy_app::lambda::schedule::<vinilogy_app::jobs::SweepImages>().await
}
