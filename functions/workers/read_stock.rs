//! A shop's whole stock.
#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    vinilogy_app::lambda::worker::<vinilogy_app::jobs::ReadStock>().await
}
