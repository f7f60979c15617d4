//! What an album's pressings cost.
#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    vinilogy_app::lambda::worker::<vinilogy_app::jobs::PriceOffers>().await
}
