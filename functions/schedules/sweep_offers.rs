//! Enqueues what the queue of `price_releases` would hold if its messages were lost.
#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    vinilogy_app::lambda::schedule::<vinilogy_app::jobs::SweepOffers>().await
}
